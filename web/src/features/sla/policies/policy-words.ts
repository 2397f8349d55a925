/** A policy in plain words: for whom it is, what it means for a ticket, and what differs between two versions. */
import type { ClockSettings, Policy, PolicyPreview, PolicySpec } from '../../../api/client.ts';
import { conditionMessages } from '../../../conditions/index.ts';
import { formatTime, sentenceCase, uiMessages } from '../../../ui/index.ts';
import { type Change, differences, distinct, editorMessages as shared, type PlacedFault, type Said } from '../../../drafts/index.ts';
import { clockName, listed, targetInWords } from '../terms.ts';
import type { NameOfValue } from '../../../directory/value-names.ts';
import { messages } from './messages.ts';
import { firstDayOf, lastDayOf } from './validity.ts';

type Condition = PolicySpec['match'][number];

function valueInWords(field: string, value: string, nameOf: NameOfValue): string {
  const known = nameOf(field, value);
  if (known) return known;
  if (field === 'channel') return (uiMessages.channel as Readonly<Record<string, string>>)[value] ?? value;
  return field === 'customerTier' ? sentenceCase(value) : value;
}

function conditionInWords({ field, is, values }: Condition, nameOf: NameOfValue): string {
  const name = messages.fields[field].toLowerCase();
  const words = values.map((value) => (value === null ? conditionMessages.noValue : valueInWords(field, value, nameOf)));
  return is === 'any_of' ? messages.conditions.is(name, listed(words, 'or')) : messages.conditions.isNot(name, listed(words, 'or'));
}

/** `Every ticket`, `Tickets with channel Chat or Phone and customer tier other than Free`. */
export function forWhom(match: readonly Condition[], nameOf: NameOfValue): string {
  if (match.length === 0) return messages.everyTicket;
  return `Tickets with ${listed(match.map((condition) => conditionInWords(condition, nameOf)))}`;
}

type Named = Pick<Policy, 'id' | 'spec'>;

/** What retiring a policy means; also that tickets would be left without a promise, where no other one is for every ticket. */
export function retireText({ id, spec: { family } }: Named, policies: readonly Named[]): string {
  const { text, uncovered } = messages.retire;
  const isCovered = policies.some(({ id: other, spec }) => other !== id && spec.family === family && spec.match.length === 0);
  return isCovered ? text : `${text} ${uncovered}`;
}

type Example = PolicyPreview['examples'][number];

const days = new Map<string, Intl.DateTimeFormat>();
const dayIn = (zone: string, at: string, style: 'long' | 'short'): string => {
  const key = `${zone} ${style}`;
  const format =
    days.get(key) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', ...(style === 'long' ? { day: 'numeric', month: 'short' } : {}) });
  days.set(key, format);
  return format.format(Date.parse(at));
};

const NEAR_MS = 6 * 86_400_000;

/** `Friday 17:50`; further away than six days with the date, since its weekday alone would say another. */
function momentIn({ zone, arrivesAt }: Example, at: string): string {
  const far = Date.parse(at) - Date.parse(arrivesAt) > NEAR_MS;
  return `${dayIn(zone, at, far ? 'long' : 'short')} ${formatTime(at, zone)}`;
}

const VERBS: Readonly<Record<string, string>> = {
  first_response: 'must be answered by',
  next_response: 'must get its next answer by',
  periodic_update: 'must get news by',
  pausable_update: 'must get news by',
  escalation_response: 'must be taken over by',
  resolution: 'must be resolved by',
  total_resolution: 'must be resolved by',
};

/** Whose times they are: nothing where they are the viewer's, one zone for all, or one for each sentence. */
export type ZonesOfExamples = { said: 'nowhere' } | { said: 'once'; zone: string } | { said: 'each' };

export function zonesOf(examples: readonly Pick<Example, 'zone'>[], viewer: string): ZonesOfExamples {
  const [zone, ...others] = new Set(examples.map((one) => one.zone));
  if (others.length > 0) return { said: 'each' };
  return zone === undefined || zone === viewer ? { said: 'nowhere' } : { said: 'once', zone };
}

/** `America/New York`. */
export const zoneName = (zone: string): string => zone.replaceAll('_', ' ');

/** `An Enterprise P2 that arrives Friday 17:50 must be answered by Monday 09:20 (Europe/Berlin).` */
export function exampleSentence(example: Example, zones: ZonesOfExamples = { said: 'nowhere' }): string {
  const { metric, priority, tier, arrivesAt, dueAt } = example;
  const who = tier === null ? priority : `${sentenceCase(tier)} ${priority}`;
  const article = /^[aeiou]/i.test(who) ? 'An' : 'A';
  const verb = VERBS[metric] ?? `must reach “${clockName(metric)}” by`;
  return `${article} ${who} that arrives ${momentIn(example, arrivesAt)} ${verb} ${momentIn(example, dueAt)}${zones.said === 'each' ? ` (${zoneName(example.zone)})` : ''}.`;
}

const FIELDS: Readonly<Record<string, string>> = {
  name: messages.editor.name,
  rank: messages.editor.rank,
  family: messages.editor.family,
  match: messages.editor.match,
  validFrom: messages.editor.validFrom,
  validTo: messages.editor.validTo,
  calendar: messages.editor.calendars,
  clocks: messages.editor.clocks,
  tiers: messages.editor.tiers,
  ladder: messages.editor.ladder,
};

/** Where a fault is, as the editor calls it: `First response, P3` of `targets.first_response.P3`. */
export function faultPlace(field: string): string {
  const [part = '', name, ...rest] = field.split('.');
  if ((part === 'targets' || part === 'cells') && name) return [clockName(name), ...rest.map((one) => one.replace('/', ' '))].join(', ');
  if (part === 'tiers' && name) return `${messages.editor.factor} of ${sentenceCase(name)}`;
  const place = FIELDS[part] ?? sentenceCase(part);
  return name && /^\d+$/.test(name) ? `${place}, ${Number(name) + 1}` : place;
}

/** What the server says of a target is said to programs; a person has a field of numbers before them. */
export const faultMessage = (message: string): string => (message.includes('businessDays') ? messages.preview.badTarget : message);

/** All that is to be mended, once each. */
export const placedFaults = (faults: PolicyPreview['faults']): PlacedFault[] =>
  distinct(faults.map(({ field, message }) => ({ place: faultPlace(field), message: faultMessage(message) })));

/** What calendars and values of conditions are called, and where the days of the policy are days. */
export interface Names {
  calendar: (id: string) => string;
  value: NameOfValue;
  zone: string;
}

const BY_ID: Names = { calendar: String, value: () => undefined, zone: 'UTC' };

const { editor } = messages;
const NONE = shared.none;
const named = (values: readonly string[], called: Readonly<Record<string, string>>): string =>
  values.length === 0 ? NONE : listed(values.map((value) => called[value] ?? value));
const yesOrNo = (value: boolean): string => (value ? 'yes' : 'no');

/** The settings of a clock, as its fields are called. */
function settingsOf({ start, stop, cancel, pause, ...rules }: ClockSettings): [name: string, what: string, value: string][] {
  return [
    ['start', editor.starts, named(start, messages.signals)],
    ['stop', editor.stops, named(stop, messages.signals)],
    ['cancel', editor.cancels, named(cancel, messages.signals)],
    ['statuses', editor.pauses, named(pause.statuses, uiMessages.status)],
    ['statusesWithReason', editor.pausesWithReason, named(pause.statusesWithReason, uiMessages.status)],
    ['afterFollowUps', editor.followUps, pause.afterFollowUps === null ? editor.never : String(pause.afterFollowUps)],
    ['onRequest', editor.onRequest, yesOrNo(pause.onRequest)],
    ['reopen', editor.reopen, messages.reopen[rules.reopen]],
    ['onPriority', editor.onPriority, messages.onPriority[rules.onPriority]],
    ['onPolicy', editor.onPolicy, messages.onPolicy[rules.onPolicy]],
    ['createdSolved', editor.createdSolved, messages.createdSolved[rules.createdSolved]],
    ['once', editor.once, yesOrNo(rules.once)],
    ['afterAgentReply', editor.afterReply, yesOrNo(rules.afterAgentReply)],
    ['skipIfCreatedByAgent', editor.skipAgent, yesOrNo(rules.skipIfCreatedByAgent)],
  ];
}

/** Everything a policy says. */
function saidBy(spec: PolicySpec, names: Names): Said {
  const said: Said = new Map();
  const say = (path: string, what: string, value: string): unknown => said.set(path, { what, value });
  // Other conditions, or another calendar, are one change of the same thing, whatever they are called.
  const sayOne = (path: string, what: string, value: string): unknown => said.set(path, { what, value, place: what });
  say('name', editor.name, spec.name);
  say('rank', editor.rank, String(spec.rank));
  say('family', editor.family, spec.family);
  sayOne(`match ${JSON.stringify(spec.match)}`, editor.match, forWhom(spec.match, names.value));
  say('validFrom', editor.validFrom, firstDayOf(spec, names.zone) || NONE);
  say('validTo', editor.validTo, lastDayOf(spec, names.zone) || NONE);
  say('rounding', editor.rounding, editor.roundings[spec.rounding]);
  sayOne(`calendar ${spec.calendar.default}`, editor.calendar, names.calendar(spec.calendar.default));
  for (const [priority, id] of Object.entries(spec.calendar.byPriority))
    sayOne(`calendar ${priority} ${id}`, `${editor.calendar}, ${priority}`, names.calendar(id));
  for (const [metric, targets] of Object.entries(spec.targets))
    for (const [priority, target] of Object.entries(targets))
      say(`target ${metric} ${priority}`, `${clockName(metric)}, ${priority}`, targetInWords(target));
  for (const [metric, cells] of Object.entries(spec.cells))
    for (const [key, target] of Object.entries(cells))
      say(`cell ${metric} ${key}`, `${clockName(metric)}, ${key.replace('/', ' ')}`, targetInWords(target));
  for (const [tier, factor] of Object.entries(spec.tiers)) say(`tier ${tier}`, `${editor.factor} of ${tier}`, String(factor));
  for (const clock of spec.clocks) {
    say(`clock ${clock.metric}`, `Clock ${clockName(clock.metric)}`, 'runs');
    for (const [name, what, value] of settingsOf(clock)) say(`clock ${clock.metric} ${name}`, `${clockName(clock.metric)}: ${what}`, value);
  }
  for (const { at, tell } of spec.ladder) say(`ladder ${at}`, editor.rung(at), named(tell, messages.recipients));
  return said;
}

/** What differs, in the order of the editor; nothing where the two promise the same. */
export const changesBetween = (before: PolicySpec, after: PolicySpec, names: Names = BY_ID): Change[] =>
  differences(saidBy(before, names), saidBy(after, names));
