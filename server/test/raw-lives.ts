/**
 * What raw events say of tickets, read here by hand and by nothing of the fold: for tests that count what the catalogue counts.
 */
import type { SentEvent } from '@watchdesk/domain/event';

/** What the events say of one ticket that counts: neither spam nor deleted nor merged into another. */
export interface Life {
  readonly id: string;
  readonly events: readonly Sent[];
  readonly created: Sent;
  readonly resolvedAt: number | null;
}
export type Sent = SentEvent & { at: number; data: Record<string, any>; actor: { kind: string; id?: string } };

export function lifeOf(id: string, own: readonly Sent[]): Life | undefined {
  if (id === '' || own.some(({ type }) => ['ticket.merged', 'ticket.spam', 'ticket.deleted'].includes(type))) return undefined;
  const inOrder = own.toSorted((a, b) => a.at - b.at || (a.seq ?? 0) - (b.seq ?? 0));
  const last = inOrder.findLast(({ type }) => type === 'status.changed');
  const isOver = (event: Sent | undefined) => event !== undefined && ['resolved', 'closed'].includes(event.data['to']);
  // Closing what is resolved already is no second resolve.
  const lastActive = inOrder.findLastIndex((event) => event.type === 'status.changed' && !isOver(event));
  const resolve = inOrder.slice(lastActive + 1).find((event) => event.type === 'status.changed');
  const created = inOrder.find(({ type }) => type === 'ticket.created')!;
  return { id, events: inOrder, created, resolvedAt: isOver(last) ? resolve!.at : null };
}

export const tally = <T>(of: readonly T[], key: (one: T) => string) =>
  Object.fromEntries([...Map.groupBy(of, key)].map(([name, own]) => [name, own.length]));
export const shareOf = <T>(of: readonly T[], holds: (one: T) => boolean) => of.filter(holds).length / of.length;
export const mean = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
export const median = (of: readonly number[]) => {
  const sorted = of.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
};
/** Type 7, as spreadsheets have it. */
export const quantile = (p: number, of: readonly number[]) => {
  const sorted = of.toSorted((a, b) => a - b);
  const place = (sorted.length - 1) * p;
  return sorted[Math.floor(place)]! + (sorted[Math.ceil(place)]! - sorted[Math.floor(place)]!) * (place % 1);
};
export const isPublic = (kind: string) => (event: Sent) =>
  event.type === 'ticket.message' && event.actor.kind === kind && event.data['visibility'] === 'public';

/** What a ticket's field was last set to before an instant. */
export function lastOf({ events: own, created }: Life, field: string, before = Number.POSITIVE_INFINITY): string {
  const isChange = ({ type, data }: Sent) =>
    type === `${field}.changed` || (field === 'team' && type === 'ticket.escalated' && 'to' in data);
  const change = own.findLast((event) => event.at < before && isChange(event));
  return (change ? change.data['to'] : created.data[field]) ?? '';
}
export const statusAt = (life: Life, at: number) => lastOf(life, 'status', at) || 'new';
export const repliesIn = ({ events: own }: Life) => own.filter(isPublic('agent')).length;
export const withBot = (of: readonly Life[]) => of.filter(({ events: own }) => own.some(isPublic('bot')));
/** Who made the last resolve; nobody where it was no person. */
export const resolverOf = ({ events: own, resolvedAt }: Life) => {
  const resolve = own.find(({ type, at }) => type === 'status.changed' && at === resolvedAt)!;
  return resolve.actor.kind === 'agent' ? resolve.actor.id! : '';
};

/** From creation or, where a bot had it, from its handing over, to the first word of a person; undefined where none was owed or given. */
export function firstResponseOf({ events, created }: Life): { readonly at: number; readonly seconds: number } | undefined {
  // An agent who notes down a call owes an answer; one whose first word is the answer owed none.
  const spoken = events.find(({ type, actor }) => type === 'ticket.message' && ['agent', 'customer'].includes(actor.kind));
  const reply = events.find(isPublic('agent'));
  // Resolved without a word, it has no first response, whatever is said when it comes back.
  const over = events.find((event) => event.type === 'status.changed' && ['resolved', 'closed'].includes(event.data['to']));
  if (!reply || (over && over.at < reply.at)) return undefined;
  if (created.actor.kind === 'agent' && spoken === reply) return undefined;
  // A bot's work is the support tier L0: whatever takes the ticket out of it hands it over.
  const handedOver =
    created.data['supportTier'] === 'L0' && events.find((event) => event.type === 'ticket.escalated' && event.at <= reply.at);
  return { at: reply.at, seconds: (reply.at - (handedOver || created).at) / 1000 };
}
