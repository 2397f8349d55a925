/** A policy in plain words: for whom it is, what it means for a ticket, and what differs between two versions. */
import type { PolicyPreview, PolicySpec } from '../../../api/client.ts';
import { formatTime, sentenceCase, uiMessages } from '../../../ui/index.ts';
import { clockName, listed, targetInWords } from '../terms.ts';
import type { NameOfValue } from '../use-teams.ts';
import { messages } from './messages.ts';

type Condition = PolicySpec['match'][number];

function valueInWords(field: string, value: string, nameOf: NameOfValue): string {
  const known = nameOf(field, value);
  if (known) return known;
  if (field === 'channel') return (uiMessages.channel as Readonly<Record<string, string>>)[value] ?? value;
  return field === 'customerTier' ? sentenceCase(value) : value;
}

function conditionInWords({ field, is, values }: Condition, nameOf: NameOfValue): string {
  const name = messages.fields[field].toLowerCase();
  const words = values.map((value) => (value === null ? messages.editor.noValue : valueInWords(field, value, nameOf)));
  return is === 'any_of' ? messages.conditions.is(name, listed(words, 'or')) : messages.conditions.isNot(name, listed(words, 'or'));
}

/** `Every ticket`, `Tickets with channel Chat or Phone and customer tier other than Free`. */
export function forWhom(match: readonly Condition[], nameOf: NameOfValue = () => undefined): string {
  if (match.length === 0) return messages.everyTicket;
  return `Tickets with ${listed(match.map((condition) => conditionInWords(condition, nameOf)))}`;
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

const WEEK_MS = 6 * 86_400_000;

/** `Friday 17:50`; further away than a week with the date, since its weekday alone would say another. */
function momentIn({ zone, arrivesAt }: Example, at: string): string {
  const far = Date.parse(at) - Date.parse(arrivesAt) > WEEK_MS;
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

/** `An Enterprise P2 that arrives Friday 17:50 must be answered by Monday 09:20.` */
export function exampleSentence(example: Example): string {
  const { metric, priority, tier, arrivesAt, dueAt } = example;
  const who = tier === null ? priority : `${sentenceCase(tier)} ${priority}`;
  const article = /^[aeiou]/i.test(who) ? 'An' : 'A';
  const verb = VERBS[metric] ?? `must reach “${clockName(metric)}” by`;
  return `${article} ${who} that arrives ${momentIn(example, arrivesAt)} ${verb} ${momentIn(example, dueAt)}.`;
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

interface Change {
  /** Where, such as `Resolution, P1`. */
  what: string;
  before: string;
  after: string;
}

type Flat = Map<string, string>;

/** What calendars and values of conditions are called. */
export interface Names {
  calendar: (id: string) => string;
  value: NameOfValue;
}

const BY_ID: Names = { calendar: String, value: () => undefined };

const asText = (value: unknown): string => {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : listed(value.map(asText));
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
};

/** Everything a policy says, each under what a person calls it. */
function flat(spec: PolicySpec, names: Names): Flat {
  const said: Flat = new Map();
  const say = (what: string, value: unknown): unknown => said.set(what, asText(value));
  say(messages.editor.name, spec.name);
  say(messages.editor.rank, spec.rank);
  say(messages.editor.family, spec.family);
  say(messages.editor.match, forWhom(spec.match, names.value));
  say(messages.editor.validFrom, spec.validFrom === null ? null : new Date(spec.validFrom * 1000).toISOString());
  say(messages.editor.validTo, spec.validTo === null ? null : new Date(spec.validTo * 1000).toISOString());
  say(messages.editor.rounding, messages.editor.roundings[spec.rounding]);
  say(messages.editor.calendar, names.calendar(spec.calendar.default));
  for (const [priority, id] of Object.entries(spec.calendar.byPriority))
    say(`${messages.editor.calendar}, ${priority}`, names.calendar(id));
  for (const [metric, targets] of Object.entries(spec.targets))
    for (const [priority, target] of Object.entries(targets)) say(`${clockName(metric)}, ${priority}`, targetInWords(target));
  for (const [metric, cells] of Object.entries(spec.cells))
    for (const [key, target] of Object.entries(cells)) say(`${clockName(metric)}, ${key.replace('/', ' ')}`, targetInWords(target));
  for (const [tier, factor] of Object.entries(spec.tiers)) say(`${messages.editor.factor} of ${tier}`, factor);
  for (const { metric, pause, ...settings } of spec.clocks) {
    say(`Clock ${clockName(metric)}`, 'runs');
    for (const [name, value] of Object.entries({ ...settings, ...pause })) say(`${clockName(metric)}: ${name}`, value);
  }
  for (const { at, tell } of spec.ladder)
    say(
      messages.editor.rung(at),
      tell.map((who) => messages.recipients[who] ?? who),
    );
  return said;
}

/** What differs, in the order of the editor; nothing where the two promise the same. */
export function changesBetween(before: PolicySpec, after: PolicySpec, names: Names = BY_ID): Change[] {
  const [was, is] = [flat(before, names), flat(after, names)];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((what) => {
    const change = { what, before: was.get(what) ?? 'none', after: is.get(what) ?? 'none' };
    return change.before === change.after ? [] : [change];
  });
}
