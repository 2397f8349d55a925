/**
 * A message: one notice, or several in one, as a channel is about to set it. It says the same things in the same order for every channel, so that a
 * renderer decides only how they look there.
 */
import { ticketNumber } from '../ticket/index.ts';
import { instantWords } from '../zone/index.ts';
import { manyLines, type OfMany, urgentLinks } from './many.ts';
import type { Notice, Severity } from './notice.ts';
import { SEVERITIES } from './notice.ts';
import { filled, type TemplateValues } from './template.ts';
import { fewLines, oneLine } from './text.ts';

/** What a channel knows beside the notices. */
export interface Setting {
  /** Where people reach the installation; no slash at its end. */
  readonly address: string;
  readonly workspace: string;
  /** Of the workspace, in which instants are told; UTC where left out. */
  readonly timeZone?: string | undefined;
  /** Instead of the title of a single notice. */
  readonly template?: string | undefined;
  /** Who the customer is and what it is about; left out where the channel may not tell. */
  readonly personal?: Pick<TemplateValues, 'customer_name' | 'customer_plan' | 'topic'> | undefined;
  /** Whole addresses of ours at which somebody says that they have seen it, or that it may wait. They open a page that asks. */
  readonly acknowledge?: string | undefined;
  readonly snooze?: string | undefined;
}

export interface Line {
  readonly label: string;
  readonly value: string;
}

export interface Message {
  readonly severity: Severity;
  /** One line. */
  readonly title: string;
  readonly what: string;
  /** Null where several are told of at once, each of which explains itself where its link leads. */
  readonly why: string | null;
  readonly advice: readonly string[];
  readonly facts: readonly Line[];
  /** Whole addresses, the first the one to open. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
  /** When the latest of it happened; milliseconds since 1970. */
  readonly at: number;
}

/** So many of a group are named one by one, and so many tickets of those that have one title. */
const MOST_NAMED = 12;
const MOST_TICKETS = 3;

/** What a message of these notices says; at least one. */
export function messageOf(notices: readonly Notice[], setting: Setting): Message {
  return notices.length === 1 ? single(notices[0]!, setting) : group(notices, setting);
}

function single(notice: Notice, { address, workspace, template, personal = {}, acknowledge, snooze }: Setting): Message {
  const { severity, event, ticketId } = notice;
  const values = { title: notice.title, severity, event, ticket: ticketId && ticketNumber(ticketId), workspace, ...personal };
  const told: readonly (readonly [string, string | undefined])[] = [
    ['Customer', personal.customer_name],
    ['Plan', personal.customer_plan],
    ['About', personal.topic],
  ];
  const isOpen = event === 'fired' || event === 'escalated';
  return {
    severity,
    title: oneLine(template === undefined ? notice.title : filled(template, values), 200),
    what: fewLines(notice.what, 2000),
    why: fewLines(notice.why.text, 2000),
    advice: notice.advice.map((one) => oneLine(one, 500)),
    facts: [
      ...notice.facts.map(({ label, value }) => ({ label: oneLine(label), value: oneLine(value, 500) })),
      ...told.flatMap(([label, value]) => (value ? [{ label, value: oneLine(value, 300) }] : [])),
    ],
    links: [
      ...notice.links.map(({ label, path }) => ({ label: oneLine(label, 60), url: address + path })),
      ...(isOpen && acknowledge !== undefined ? [{ label: 'Acknowledge', url: acknowledge }] : []),
      ...(isOpen && snooze !== undefined ? [{ label: 'Snooze', url: snooze }] : []),
    ],
    at: notice.at,
  };
}

/** The worst first, of equal ones the latest; titles that are equal but for the ticket are counted. */
function group(notices: readonly Notice[], { address, timeZone = 'UTC' }: Setting): Message {
  const ordered = notices.toSorted((a, b) => rank(b) - rank(a) || b.at - a.at);
  const counts = SEVERITIES.toReversed().flatMap((severity) => {
    const { length } = notices.filter((one) => one.severity === severity);
    return length > 0 ? [`${length} ${severity}`] : [];
  });
  const named = [...Map.groupBy(ordered, wordsOf)].slice(0, MOST_NAMED);
  const rest = notices.length - named.reduce((sum, [, own]) => sum + own.length, 0);
  const [since, at] = [Math.min(...notices.map((one) => one.at)), Math.max(...notices.map((one) => one.at))];
  const open = openIn(notices);
  const where = `Each${notices.every(({ alertId }) => alertId !== undefined) ? ' of them' : ' alert among them'} is in the list of alerts.`;
  return {
    severity: ordered[0]!.severity,
    title: `${notices.length} notices: ${counts.join(', ')}`,
    what: `${notices.length} things happened since ${instantWords(since, timeZone, at)}, told in one message. ${where}`,
    why: null,
    advice: [],
    facts: [
      ...named.map(([words, own]) => ({
        label: own.length === 1 ? 'Once' : `${own.length} times`,
        value: oneLine([words, ticketsOf(own.filter((one) => !isNamedIn(words, one)))].filter(Boolean).join(': '), 500),
      })),
      ...(rest > 0 ? [{ label: `${rest} more`, value: 'listed where the link leads' }] : []),
      ...(open.length > 0 ? manyLines(open) : []),
    ],
    links: [
      { label: 'Open the alerts', url: `${address}/alerts` },
      ...urgentLinks(open).map(({ label, path }) => ({ label, url: address + path })),
    ],
    at,
  };
}

/** The tickets that still ask for something, each once; of equal ones the longest waiting first. Over is what its thread said to be so after it: a breach is not, whose warning was seen. */
function openIn(asTold: readonly Notice[]): OfMany[] {
  const over = new Set<string>();
  const asking: Notice[] = [];
  for (const one of asTold.toReversed())
    if (one.event !== 'fired' && one.event !== 'escalated') over.add(one.thread);
    else if (!over.has(one.thread)) asking.push(one);
  asking.sort((a, b) => rank(b) - rank(a) || a.at - b.at);
  const each = new Map<string, OfMany>();
  for (const { ticketId, priority = null, team = null } of asking)
    if (ticketId !== undefined && !each.has(ticketId)) each.set(ticketId, { ticket: ticketId, priority, team });
  return [...each.values()];
}

/** The title without the ticket at its end: what all of one kind have in common. */
export function withoutTicket({ title, ticketId }: Pick<Notice, 'title' | 'ticketId'>): string {
  if (ticketId === undefined) return title;
  const end = [ticketNumber(ticketId), ticketId].map((one) => `: ${one}`).find((one) => title.endsWith(one));
  return end === undefined ? title : title.slice(0, -end.length);
}

const isNamedIn = (words: string, { ticketId }: Pick<Notice, 'ticketId'>): boolean =>
  ticketId !== undefined && (words.includes(ticketId) || words.includes(ticketNumber(ticketId)));

const wordsOf = (notice: Notice): string =>
  oneLine(notice.event === 'fired' ? withoutTicket(notice) : `${withoutTicket(notice)} (${notice.event})`, 230);

/** The first few tickets, and how many more. */
function ticketsOf(notices: readonly Notice[]): string {
  const tickets = [...new Set(notices.flatMap(({ ticketId }) => (ticketId === undefined ? [] : ticketNumber(ticketId))))];
  const more = tickets.length - MOST_TICKETS;
  return tickets.slice(0, MOST_TICKETS).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

const rank = ({ severity }: Notice): number => SEVERITIES.indexOf(severity);
