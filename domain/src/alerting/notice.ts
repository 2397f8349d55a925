/** What people are told of a moment of an alert: what happened, why, what to do, and where to look. */
import { PRIORITIES } from '../event/index.ts';
import { dimensionOf, fieldOf, type Metric } from '../metrics/index.ts';
import { manyLines, MOST_EARLIER, type Notice, type NoticeEvent, type OfMany, urgentLinks } from '../notification/index.ts';
import { ticketNumber } from '../ticket/index.ts';
import type { AlertState, Moment, MomentKind } from './alert.ts';
import type { TicketFacts } from './conditions.ts';
import { isRuleOf, type Rule } from './rule.ts';
import { announcedIn } from './sla-step.ts';
import type { Figure } from './threshold.ts';
import { type Happened, happenedWords } from './happened.ts';
import { promiseWords, type Saying, ticketLines, type TicketTold } from './ticket-told.ts';
import type { Unusual } from './usual.ts';
import { instantWords } from '../zone/index.ts';
import { clockWords, type NameOfValue, numberOf, ruleSentence, shortDuration, valueWords, windowWords } from './words.ts';

/** An alert as it stands at one of its moments. */
export interface AlertTold {
  readonly id: string;
  /** What all of its notices belong to. */
  readonly thread: string;
  /** The alerts of the same promise that it takes the place of. */
  readonly earlier?: readonly string[];
  readonly rule: Rule;
  readonly state: AlertState;
  /** Of how many moments before this one: with the alert it names the moment. */
  readonly ordinal: number;
  /** What it is divided by: the id, and what that is called. */
  readonly group: { readonly id: string; readonly name: string } | null;
  readonly figure: Figure | null;
  readonly unusual: Unusual | null;
  /** The first of the tickets that made it, and how many there are. */
  readonly ticket: string | null;
  readonly tickets: number;
  /** Of several what is known of those that hold it, of which the first hundred stand for all. */
  readonly several?: readonly { readonly ticket: string; readonly facts: TicketFacts }[];
  /** What is known of that one; null where there is none, or nothing is known. */
  readonly known: TicketTold | null;
  /** Of a rule on the ladder: what held it first. */
  readonly member: string | null;
  /** Of a rule on what happens: what it was, as far as it may be told. */
  readonly happened: Happened | null;
  readonly nameOf: NameOfValue;
  /** Of the workspace: notices are read by several people. */
  readonly timeZone: string;
}

/** Null of what nobody is told of. */
const EVENT_OF: Readonly<Record<MomentKind, NoticeEvent | null>> = {
  pending: null,
  lapsed: null,
  superseded: null,
  // The one that takes its place is told of.
  overtaken: null,
  fired: 'fired',
  woken: 'fired',
  acknowledged: 'acknowledged',
  snoozed: 'snoozed',
  resolved: 'resolved',
};

/** What merely happened is past: nobody waits to hear that nothing more of it has happened. */
const HAPPENINGS: ReadonlySet<string> = new Set(['event', 'schedule']);
const endsSilently = ({ spec }: Rule, by: string | null): boolean => by === null && HAPPENINGS.has(spec.subject.kind);

const MOST = { title: 200, text: 2000, value: 500, key: 300 };
const HOUR_MS = 3_600_000;

/**
 * Null of a moment that nobody is told of. `isFresh`: it is told as it happens, and what it says is so now; otherwise it was so then. `isUntold`: nobody was told that
 * it fired, so that its end says so too.
 */
export function noticeOf(alert: AlertTold, moment: Moment, isFresh = true, isUntold = false): Notice | null {
  const { kind, by, note, isSeen = false } = moment;
  // What was told and has never held is taken back.
  const event = kind === 'superseded' && note !== undefined ? 'resolved' : EVENT_OF[kind];
  const isSilent = note === undefined ? endsSilently(alert.rule, by) : isSeen;
  if (event === null || (kind === 'resolved' && isSilent)) return null;
  const notice = noticeAs(event, alert, moment, isFresh && kind === 'fired');
  return isUntold ? { ...notice, what: cut(`${happened(alert, false)} ${notice.what}`, MOST.text), advice: [] } : notice;
}

/** What programs and pagers that were told of an alert are told at its end, also where no person is. */
export const closingOf = (alert: AlertTold, moment: Moment): Notice => noticeAs('resolved', alert, moment, false);

/** What pagers are told that an alert has called: who has its ticket now. `event` names what made it so. */
export const takenOf = (
  alert: AlertTold,
  { event, at, by }: { readonly event: string; readonly at: number; readonly by: string },
): Notice => ({
  ...noticeAs('acknowledged', alert, { kind: 'acknowledged', at, by }, false),
  key: cut(`alert:${alert.id}:taken:${event}`, MOST.key),
  what: cut(`${by} has the ticket now.`, MOST.text),
});

function noticeAs(event: NoticeEvent, alert: AlertTold, { kind, at, by, note }: Moment, isFresh: boolean): Notice {
  const { id, thread, earlier = [], rule, ticket, tickets, known } = alert;
  const { spec } = rule;
  const several = severalOf(alert);
  const ticketLinks =
    several.length > 0
      ? urgentLinks(several)
      : ticket === null
        ? []
        : [{ label: 'Open the ticket', path: `/tickets/${encodeURIComponent(ticket)}` }];
  const explain = explainOf(alert);
  return {
    key: `alert:${id}:${alert.ordinal}`,
    thread,
    event,
    severity: spec.severity,
    title: noticeTitle(alert),
    what: cut(whatOf(alert, { kind, at, by, note }, isFresh), MOST.text),
    why: { text: cut(whyOf(alert, at, isFresh), MOST.text), ...(explain && { explain }) },
    advice: spec.advice,
    facts: factsOf(alert, at),
    ...(ticket !== null && tickets === 1 && { ticketId: ticket, priority: priorityOf(known?.facts), ...teamIn(alert) }),
    alertId: id,
    ...(earlier.length > 0 && { earlier: earlier.slice(0, MOST_EARLIER) }),
    links: [{ label: 'Open the alert', path: `/alerts/${encodeURIComponent(id)}` }, ...ticketLinks],
    at,
  };
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`);

/** What an alert is called: its rule, and of what of several it is. */
export const titleOf = ({ rule, group }: Pick<AlertTold, 'rule' | 'group'>): string =>
  cut(group === null ? rule.spec.name : `${rule.spec.name}: ${group.name}`, MOST.title);

/** The same where nothing beside it says which ticket: in a subject, a pager's summary. The ticket stays whole, and stands last, where a message of many finds it. */
function noticeTitle(alert: AlertTold): string {
  const ticket = ticketIn(alert);
  if (ticket === null) return titleOf(alert);
  const end = `: ${cut(ticketNumber(ticket), MOST.title / 2)}`;
  return cut(titleOf(alert), MOST.title - end.length) + end;
}

/** The one that it is about; null where there is none, or several. */
const ticketIn = ({ ticket, tickets }: AlertTold): string | null => (tickets === 1 ? ticket : null);

function whatOf(
  alert: AlertTold,
  { kind, at, by, note }: Omit<Moment, 'note'> & { readonly note: string | undefined },
  isFresh: boolean,
): string {
  const who = by === null ? '' : ` by ${by}`;
  switch (kind) {
    case 'acknowledged':
      return `Acknowledged${who}.`;
    case 'snoozed':
      return `Snoozed${who} until ${instantWords(alert.state.snoozedUntil ?? at, alert.timeZone, at)}.`;
    case 'resolved':
      if (note !== undefined) return `${note}: nobody further is called.`;
      return `Resolved${who || ' by itself'} after ${shortDuration((at - alert.state.since) / 1000)}.`;
    case 'superseded':
      return note === undefined ? 'It is not watched any more: its rule was changed, turned off or removed.' : `Superseded: ${note}.`;
    case 'woken':
      return `The snooze is over and it still holds. ${happened(alert, isFresh)}`;
    default:
      return happened(alert, isFresh);
  }
}

function happened(alert: AlertTold, isFresh: boolean): string {
  const { figure, unusual, state, tickets, nameOf } = alert;
  const { spec } = alert.rule;
  const ticket = ticketIn(alert);
  if (isRuleOf(spec, 'metric') && figure?.value != null) {
    const metric = numberOf(spec.subject.metric);
    const value = `${valueWords(metric, figure.value)}${isItsOwnN(metric, figure) ? '' : `, of ${casesWords(figure.n)}`}`;
    if (isFresh) return `${metric.label}${windowWords(spec.subject)} is ${value}.`;
    return `${metric.label}${windowWords(spec.subject)} was ${value}, when it ${state.firedAt === null ? 'began' : 'fired'}.`;
  }
  if (isRuleOf(spec, 'anomaly') && figure?.value != null && unusual?.status === 'known') {
    const metric = numberOf(spec.subject.metric);
    return `${metric.label} was ${valueWords(metric, figure.value)} in the hour; usual at this hour of the week is ${valueWords(metric, unusual.usual)}.`;
  }
  const member = memberOf(alert);
  if (member !== null) {
    const { clock, step } = announcedIn(member);
    const what = step === 'breach' ? (isFresh ? 'is breached' : 'was breached') : `${isFresh ? 'has' : 'had'} used ${step} % of its time`;
    const whose = tickets > 1 ? ` of ${tickets} tickets` : ticket === null ? '' : ` of ${ticketNumber(ticket)}`;
    return `The promised ${clockWords(clock)}${whose} ${what}.`;
  }
  if (tickets > 1) return `${ruleSentence(spec, nameOf)} So far of ${tickets} tickets.`;
  const told = alert.happened && happenedWords(alert.happened, nameOf);
  const sentence = told === null ? ruleSentence(spec, nameOf) : `${told}.`;
  return ticket === null ? sentence : `${ticketNumber(ticket)}: ${sentence}`;
}

/** Of a rule on the ladder, what holds it, or held it first. */
const memberOf = ({ rule: { spec }, state, member }: AlertTold): string | null =>
  isRuleOf(spec, 'sla') ? (state.members[0] ?? member) : null;

/** A count of cases is how many there are. */
const isItsOwnN = ({ unit }: Pick<Metric, 'unit'>, { value, n }: Figure): boolean => unit === 'count' && value === n;
const casesWords = (n: number): string => `${n.toLocaleString('en-GB')} ${n === 1 ? 'case' : 'cases'}`;

/** Which rule it is, and what it says where its name does not say it already. */
export function ruleWords({ version, spec }: Pick<Rule, 'version' | 'spec'>, nameOf: NameOfValue): string {
  const sentence = ruleSentence(spec, nameOf);
  const rule = `The rule “${spec.name}” (version ${version})`;
  return isNamedSo(spec.name.toLowerCase(), sentence.toLowerCase()) ? `${rule} watches for this.` : `${rule}: ${sentence}`;
}
/** A rule without a name of its own is called by its sentence, which may be cut off. */
const isNamedSo = (name: string, sentence: string): boolean =>
  name.endsWith('…') ? sentence.startsWith(name.slice(0, -1)) : name === sentence || `${name}.` === sentence;

function whyOf(alert: AlertTold, at: number, isFresh: boolean): string {
  const { rule, unusual, known, nameOf } = alert;
  const member = ticketIn(alert) === null ? null : memberOf(alert);
  const promise = member === null ? null : promiseWords(known, member, isFresh, sayingOf(alert, at));
  const told = [...(promise === null ? [] : [promise]), ruleWords(rule, nameOf)].join(' ');
  if (unusual?.status !== 'known') return told;
  const { weeks, usual, spread, deviations } = unusual;
  const metric = isRuleOf(rule.spec, 'anomaly') ? numberOf(rule.spec.subject.metric) : null;
  const said = (value: number) => (metric?.unit === 'seconds' || metric?.unit === 'share' ? valueWords(metric, value) : round(value));
  return `${told} Of the ${weeks} weeks before, the median is ${said(usual)} and a usual deviation ${said(spread)}; this is ${round(deviations)} deviations from it.`;
}
const sayingOf = ({ nameOf, timeZone }: AlertTold, at: number): Saying => ({ nameOf, timeZone, at });
const round = (value: number) => String(Number(value.toFixed(2)));

function explainOf({ rule: { spec }, state, group }: AlertTold): Notice['why']['explain'] {
  if (!isRuleOf(spec, 'metric') && !isRuleOf(spec, 'anomaly')) return undefined;
  const { metric, filters, by } = spec.subject;
  // The question would say what the name does not.
  if (by && group && group.id !== '' && group.name !== group.id && fieldOf(by) !== null) return undefined;
  const windowMs = spec.subject.kind === 'metric' ? spec.subject.windowSeconds * 1000 : HOUR_MS;
  const own = by && group ? [{ dimension: by, values: [group.id] }] : [];
  const to = state.firedAt ?? state.at;
  const kept = filters.map(({ values, ...filter }) => ({ ...filter, values: [...values] }));
  const calendar = spec.subject.kind === 'metric' ? spec.subject.calendar : undefined;
  return { metrics: [metric], filters: [...kept, ...own], period: { from: to - windowMs, to }, ...(calendar && { calendar }) };
}

function factsOf(alert: AlertTold, at: number): Notice['facts'] {
  const { figure, unusual, group, tickets, known } = alert;
  const { spec } = alert.rule;
  const ticket = ticketIn(alert);
  const facts: { label: string; value: string }[] = [];
  const say = (label: string, value: string) => facts.push({ label, value: cut(value, MOST.value) });
  if ((isRuleOf(spec, 'metric') || isRuleOf(spec, 'anomaly')) && figure?.value != null) {
    const metric = numberOf(spec.subject.metric);
    say(metric.label, valueWords(metric, figure.value));
    if (!isItsOwnN(metric, figure)) say('Cases', figure.n.toLocaleString('en-GB'));
    if (unusual?.status === 'known') say('Usual', valueWords(metric, unusual.usual));
    if (spec.subject.by && group) say(dimensionOf(spec.subject.by).label, group.name);
  }
  if (ticket !== null) for (const [label, value] of ticketLines(ticket, known, memberOf(alert), sayingOf(alert, at))) say(label, value);
  if (tickets > 1) say('Tickets', String(tickets));
  const several = severalOf(alert);
  if (several.length > 0) {
    say('Since', instantWords(alert.state.since, alert.timeZone, at));
    facts.push(...manyLines(several, tickets));
    if (tickets > URGENT) say('The rest', `${tickets - URGENT} more, listed with the alert`);
  }
  return facts;
}

const URGENT = 3;
const priorityOf = (facts: TicketFacts | undefined) => PRIORITIES.find((one) => one === facts?.priority) ?? null;

function teamIn({ known, nameOf }: AlertTold): { team?: string } {
  const team = known?.facts.team;
  return team ? { team: cut(nameOf('team', team) ?? team, MOST.title) } : {};
}

const severalOf = ({ tickets, several = [], nameOf }: AlertTold): OfMany[] =>
  tickets > 1
    ? several.map(({ ticket, facts: { team = null, ...facts } }) => ({
        ticket,
        priority: priorityOf(facts),
        team: team && (nameOf('team', team) ?? team),
      }))
    : [];
