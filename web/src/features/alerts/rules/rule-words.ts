/** A rule in words: what it says, whom it tells, and what differs between two versions. */
import type { IncidentRole } from '@watchdesk/domain/event';
import { durationWords, type NameOfValue, ruleSentence, type RuleSpec } from '@watchdesk/domain/alerting';
import { audienceInWords, isNobody, type Recipients } from '../../../audience/index.ts';
import { type Change, differences, type Said } from '../../../drafts/index.ts';
import { listed, noticeMessages } from '../../../notices/index.ts';
import { words } from './messages.ts';

export interface Names {
  value: NameOfValue;
  recipient: Recipients['nameOf'];
  calendar: (id: string) => string;
}

const MOST_NAME = 100;

/** What it is called: its own name, or what it says where it has none yet. */
export function nameOfRule(spec: RuleSpec, { value }: Pick<Names, 'value'>): string {
  const own = spec.name.trim();
  if (own !== '') return own;
  const sentence = ruleSentence(spec, value).replace(/\.$/, '');
  return sentence.length <= MOST_NAME ? sentence : `${sentence.slice(0, MOST_NAME - 1).toWellFormed()}…`;
}

/** Whom it tells, at once and later, in sentences. */
export function tellsInWords({ audience }: RuleSpec, { recipient }: Pick<Names, 'recipient'>): string {
  const { ladder = [], policy, incidentPath, incidentRoles = [], ...first } = audience;
  const goesBy = [
    ...(policy === undefined ? [] : [words.goesBy(recipient('policies', policy))]),
    ...(incidentRoles.length > 0 ? [words.tellsRoles(rolesInWords(incidentRoles))] : []),
    ...(incidentPath ? [words.followsPath] : []),
  ];
  const atOnce = isNobody(first) ? [] : [words.tells(audienceInWords(first, recipient))];
  return [
    ...(atOnce.length + goesBy.length === 0 ? [words.tellsNobody] : atOnce),
    ...goesBy,
    ...ladder.map(({ afterMs, ...group }) => words.escalates(durationWords(afterMs / 1000), audienceInWords(group, recipient))),
  ].join(' ');
}

const rolesInWords = (roles: readonly IncidentRole[]): string => listed(roles.map((role) => words.incidentRoles[role].toLowerCase()));

/** Whether each of the words stands in what the list says of a rule, in whatever case. */
export function isFound(spec: RuleSpec, names: Pick<Names, 'value' | 'recipient'>, text: string): boolean {
  const all = [spec.name, ruleSentence(spec, names.value), tellsInWords(spec, names)].join(' ').toLowerCase();
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

/** All that a version says, in the order of the editor. */
function said(spec: RuleSpec, names: Names): Said {
  const { changes } = words;
  const { ladder = [], policy, incidentPath, incidentRoles = [], ...first } = spec.audience;
  const entries: [string, string, string][] = [
    ['subject', changes.what, ruleSentence(spec, names.value)],
    ['audience', changes.tells, audienceInWords(first, names.recipient)],
    ['policy', changes.policy, policy === undefined ? '' : names.recipient('policies', policy)],
    ['roles', changes.incidentRoles, rolesInWords(incidentRoles)],
    ['path', changes.path, incidentPath ? words.yes : ''],
    ['severity', changes.severity, noticeMessages.severities[spec.severity]],
    ...ladder.map(({ afterMs, ...group }, index): [string, string, string] => [
      `ladder.${index}`,
      changes.step(index + 1),
      `${durationWords(afterMs / 1000)}: ${audienceInWords(group, names.recipient)}`,
    ]),
    ['advice', changes.advice, spec.advice.join(' / ')],
    ['hours', changes.hours, spec.activeHours === null ? words.hours.always : names.calendar(spec.activeHours)],
    ['always', changes.always, spec.alwaysOf.join(', ')],
    ['dedupe', changes.dedupe, spec.dedupe?.map((part) => words.dedupes[part]).join(', ') ?? words.usual],
    ['name', changes.name, spec.name],
    ['description', changes.description, spec.description],
    ['enabled', changes.on, spec.enabled ? words.yes : words.no],
    ['snoozed', changes.snoozed, spec.snoozedUntil === null ? '' : new Date(spec.snoozedUntil).toISOString()],
  ];
  return new Map(entries.flatMap(([path, what, value]) => (value === '' ? [] : [[path, { what, value }] as const])));
}

export const changesBetween = (before: RuleSpec, after: RuleSpec, names: Names): Change[] =>
  differences(said(before, names), said(after, names));
