/**
 * The columns a list of tickets can have: how wide, how ordered, how drawn. The first ones are shown until somebody
 * chooses others; adding a column is one entry here and its name in the messages.
 */
import type { ReactNode } from 'react';
import type { TicketRow } from '../../api/client.ts';
import { ClockBadge, mostUrgent } from '../../clocks/index.ts';
import {
  Age,
  ChannelIcon,
  CustomerTier,
  formatCount,
  formatMoney,
  Instant,
  Name,
  NONE,
  Person,
  Priority,
  Relative,
  sentenceCase,
  StatusBadge,
  ticketNumber,
  uiMessages,
} from '../../ui/index.ts';
import type { Sort } from './filters.ts';
import classes from './tickets.module.css';
import { messages } from './messages.ts';

export type ColumnId = Exclude<keyof typeof messages.column, 'select'>;

export interface Column {
  id: ColumnId;
  size: number;
  /** Numbers stand at the right, so that their digits line up. */
  numeric?: true;
  sort?: Sort;
  draw: (ticket: TicketRow) => ReactNode;
}

const quiet = (text: ReactNode): ReactNode => <span className={classes['quiet']}>{text}</span>;
const text = (value: string | null | undefined): ReactNode => value ?? quiet(NONE);
const term = (value: string | null | undefined): ReactNode => (value ? sentenceCase(value) : quiet(NONE));
const count = (value: number): ReactNode => (value === 0 ? quiet('0') : formatCount(value));

export const COLUMNS: readonly Column[] = [
  { id: 'priority', size: 72, sort: 'priority', draw: (ticket) => <Priority value={ticket.priority} /> },
  { id: 'id', size: 108, draw: (ticket) => quiet(<span title={ticket.id}>{ticketNumber(ticket.id)}</span>) },
  { id: 'subject', size: 274, draw: (ticket) => <Subject ticket={ticket} /> },
  { id: 'status', size: 108, draw: (ticket) => <StatusBadge value={ticket.status} raw={ticket.rawStatus} /> },
  {
    id: 'waiting',
    size: 104,
    sort: 'waiting',
    numeric: true,
    draw: (ticket) => (ticket.waitingSince ? <Age since={ticket.waitingSince} /> : quiet(NONE)),
  },
  { id: 'breach', size: 216, draw: (ticket) => (mostUrgent(ticket.clocks) ? <ClockBadge clocks={ticket.clocks} /> : quiet(NONE)) },
  { id: 'channel', size: 76, draw: (ticket) => <ChannelIcon value={ticket.channel} /> },
  { id: 'requester', size: 160, draw: (ticket) => <Name of={ticket.requester} nobody={uiMessages.unknownCustomer} /> },
  { id: 'organisation', size: 168, draw: (ticket) => <Name of={ticket.organisation} /> },
  { id: 'customerTier', size: 116, draw: (ticket) => <CustomerTier value={ticket.organisation?.customerTier} /> },
  { id: 'team', size: 140, draw: (ticket) => <Name of={ticket.team} /> },
  { id: 'assignee', size: 164, draw: (ticket) => <Person person={ticket.assignee} size={20} /> },
  { id: 'created', size: 116, sort: 'created', numeric: true, draw: (ticket) => <Instant at={ticket.createdAt} /> },
  { id: 'updated', size: 124, sort: 'updated', numeric: true, draw: (ticket) => <Relative at={ticket.updatedAt} /> },
  {
    id: 'resolved',
    size: 116,
    sort: 'resolved',
    numeric: true,
    draw: (ticket) => (ticket.resolvedAt ? <Instant at={ticket.resolvedAt} /> : quiet(NONE)),
  },
  { id: 'category', size: 140, draw: (ticket) => term(ticket.category) },
  { id: 'product', size: 140, draw: (ticket) => term(ticket.product) },
  { id: 'supportTier', size: 96, draw: (ticket) => text(ticket.supportTier) },
  { id: 'tags', size: 180, draw: (ticket) => text(ticket.tags.join(', ') || null) },
  { id: 'plan', size: 110, draw: (ticket) => term(ticket.organisation?.plan) },
  { id: 'mrr', size: 90, numeric: true, draw: (ticket) => formatMoney(ticket.organisation?.mrr, ticket.organisation?.currency) },
  { id: 'health', size: 100, draw: (ticket) => term(ticket.organisation?.health) },
  { id: 'replies', size: 84, numeric: true, draw: (ticket) => count(ticket.replies) },
  { id: 'reopens', size: 88, numeric: true, draw: (ticket) => count(ticket.reopens) },
  { id: 'escalations', size: 104, numeric: true, draw: (ticket) => count(ticket.escalations) },
];

/** Shown until somebody chooses: what says how urgent it is, what it is about, whose it is and for whom. */
const USUAL: ReadonlySet<ColumnId> = new Set([
  'priority',
  'id',
  'subject',
  'status',
  'waiting',
  'channel',
  'organisation',
  'customerTier',
  'assignee',
]);

export const usualVisibility = (): Record<string, boolean> => Object.fromEntries(COLUMNS.map(({ id }) => [id, USUAL.has(id)]));

function Subject({ ticket }: { ticket: TicketRow }) {
  return ticket.subject ? <span className={classes['subject']}>{ticket.subject}</span> : quiet(uiMessages.noSubject);
}
