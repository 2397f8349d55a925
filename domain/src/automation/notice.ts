/** What people are told by an automation. Of the ticket it says what is no customer's word; channels that may tell more look it up by its id. */
import { type Audience, filled, type Notice } from '../notification/index.ts';
import { ticketNumber } from '../ticket/index.ts';
import type { ActionOf } from './actions.ts';
import type { Automation } from './automation.ts';
import { BY_ID, type NameOf } from './condition-words.ts';
import type { AutomationFacts } from './facts.ts';
import { automationSentence, triggerWords } from './words.ts';

export interface Telling {
  readonly automation: Automation;
  /** Its run, and the place of the action: together they name the notice. */
  readonly run: string;
  readonly action: number;
  readonly told: ActionOf<'notify' | 'hook'>;
  readonly facts: AutomationFacts;
  readonly at: number;
  /** What the workspace is called. */
  readonly workspace: string;
  readonly nameOf?: NameOf;
}

const cut = (text: string, most: number): string => (text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`);

/** The ticket stands whole at the end, where a message of many finds it. */
function named(name: string, number: string): string {
  const end = `: ${cut(number, 100)}`;
  return cut(name, 200 - end.length) + end;
}

/** What it tells of one ticket belongs together. */
export const automationThread = (automation: string, ticket: string): string => `automation:${automation}:${cut(ticket, 200)}`;

/** Others are told later, where nobody has acknowledged by then. */
export const climbs = ({ policy, ladder = [] }: Audience): boolean => policy !== undefined || ladder.length > 0;

export function noticeOf({ automation, run, action, told, facts, at, workspace, nameOf = BY_ID }: Telling): Notice {
  const { id, version, spec } = automation;
  const { ticket, customerTier } = facts;
  const { severity, message, advice } = told.do === 'notify' ? told : { severity: 'info' as const, message: undefined, advice: [] };
  const fact = (label: string, value: string | null) => (value ? [{ label, value: cut(value, 500) }] : []);
  const number = ticketNumber(ticket.id);
  const fill = (template: string) => filled(template, { severity, event: 'fired', ticket: number, title: spec.name, workspace });
  const team = ticket.now.team && nameOf('team', ticket.now.team);
  const when = triggerWords(spec.trigger, nameOf);
  return {
    key: `automation:${run}:${action}`,
    thread: automationThread(id, ticket.id),
    event: 'fired',
    severity,
    title: told.title === undefined ? named(spec.name, number) : cut(fill(told.title), 200),
    what: cut(message === undefined ? `${when.charAt(0).toUpperCase()}${when.slice(1)}.` : fill(message), 2000),
    why: { text: cut(`The automation “${spec.name}” (version ${version}): ${automationSentence(spec, nameOf)}`, 2000) },
    advice,
    facts: [
      ...fact('Ticket', number),
      ...fact('Priority', ticket.now.priority),
      ...fact('Status', ticket.now.status.replaceAll('_', ' ')),
      ...fact('Customer tier', customerTier && customerTier.charAt(0).toUpperCase() + customerTier.slice(1)),
      ...fact('Team', team),
    ],
    ticketId: ticket.id,
    priority: ticket.now.priority,
    ...(told.do === 'notify' && climbs(told.audience) && { acknowledgeable: true as const }),
    ...(team && { team: cut(team, 200) }),
    links: [
      { label: 'Open the ticket', path: `/tickets/${encodeURIComponent(ticket.id)}` },
      { label: 'Open the automation', path: `/automations/${encodeURIComponent(id)}` },
    ],
    at,
  };
}
