/**
 * What is asked of Zendesk (decision 14): it does it or says why not, and what became of it comes back as an audit like everything else. Ids and
 * words are ours here and theirs there. Each change carries the id of its command in the audit's metadata, by which it is known again
 * where the answer was lost: Zendesk knows no idempotency of changes, and an answer must not be sent twice.
 */
import type { Priority, Status } from '@watchdesk/domain/event';
import { CallFailed, type Calls, type Command, type Given, type Order } from '../connector.ts';
import { pullTicket } from './client.ts';

export async function command(call: Calls, ticket: string, wanted: Command, given: Given, order: Order): Promise<void> {
  const path = `/api/v2/tickets/${encodeURIComponent(ticket)}`;
  if (wanted.kind === 'tag') {
    // They would become several there, and the order would say what did not happen.
    if (wanted.added.some((tag) => /[\s,]/.test(tag))) throw new CallFailed('refused', 'Zendesk takes no tags with spaces or commas');
    // Tags are a set: the same again changes nothing.
    if (wanted.added.length > 0) refuseUnless(await call.send('PUT', `${path}/tags.json`, { tags: wanted.added }));
    if (wanted.removed.length > 0) refuseUnless(await call.send('DELETE', `${path}/tags.json`, { tags: wanted.removed }));
    return;
  }
  const change = changeOf(wanted, given, order);
  if (order.isAgain && (await wasDone(call, ticket, order.id))) return;
  refuseUnless(await call.send('PUT', `${path}.json`, { ticket: { ...change, metadata: { [MARK]: order.id } } }));
}

const MARK = 'watchdesk';

async function wasDone(call: Calls, ticket: string, id: string): Promise<boolean> {
  const lists = await pullTicket(call, ticket);
  return lists.some(({ items }) =>
    items.some((item) => (item as { metadata?: { custom?: Record<string, unknown> } } | null)?.metadata?.custom?.[MARK] === id),
  );
}

function changeOf(wanted: Exclude<Command, { kind: 'tag' }>, given: Given, { by }: Order): Record<string, unknown> {
  switch (wanted.kind) {
    case 'assign':
      return {
        assignee_id: wanted.to === null ? null : userIdOf(wanted.to, given),
        ...(wanted.team !== undefined && { group_id: wanted.team === null ? null : groupIdOf(wanted.team, given) }),
      };
    case 'status':
      return { status: statusWord(wanted.to, given) };
    case 'priority':
      return { priority: priorityWord(wanted.to, given) };
    case 'note':
    case 'reply': {
      // Otherwise it would be by whoever the token is of.
      const author = knownUser(by, given);
      return { comment: { body: wanted.text, public: wanted.kind === 'reply', ...(author !== null && { author_id: author }) } };
    }
  }
}

/** The id over there; null where it is none. */
function ownIdOf(id: string, { source }: Given): number | null {
  const own = id.startsWith(`${source}:`) ? Number(id.slice(source.length + 1)) : Number.NaN;
  return Number.isSafeInteger(own) ? own : null;
}

function groupIdOf(team: string, given: Given): number {
  const own = ownIdOf(team, given);
  if (own === null) throw new CallFailed('refused', 'Zendesk knows no such group');
  return own;
}

function knownUser(agent: string, given: Given): number | null {
  // The map may hold addresses and other words too: what is none of their ids would be sent as nobody.
  const [mapped] = Object.entries(given.maps.users).filter(([theirs, ours]) => ours === agent && /^\d{1,15}$/.test(theirs))[0] ?? [];
  return mapped === undefined ? ownIdOf(agent, given) : Number(mapped);
}

function userIdOf(agent: string, given: Given): number {
  const id = knownUser(agent, given);
  if (id !== null) return id;
  const isMapped = Object.values(given.maps.users).includes(agent);
  throw new CallFailed(
    'refused',
    isMapped ? 'The map of users names this agent, but by no id of Zendesk; put the id in its place' : 'Zendesk knows no such agent',
  );
}

/** What may be set; nobody sets `new`, and closing is done by Zendesk's own rules. */
const SETTABLE = ['open', 'pending', 'hold', 'solved'] as const;

function statusWord(status: Status, { maps }: Given): string {
  const word = SETTABLE.find((one) => maps.status[one] === status);
  if (word === undefined) throw new CallFailed('refused', `Zendesk lets nobody set a ticket to ${status}`);
  return word;
}

function priorityWord(priority: Priority, { maps }: Given): string {
  const word = ['urgent', 'high', 'normal', 'low'].find((one) => maps.priority[one] === priority);
  if (word === undefined) throw new CallFailed('refused', `Zendesk has no priority that is ${priority} here`);
  return word;
}

/** 422 names the fields that it would not take; the rest of what it says may hold texts of customers. */
function refuseUnless({ status, body }: { readonly status: number; readonly body: unknown }): void {
  if (status >= 200 && status < 300) return;
  if (status === 404 || status === 410) throw new CallFailed('gone', 'Zendesk has no such ticket any more', status);
  const fields = Object.keys((body as { details?: object } | null)?.details ?? {}).filter((name) => /^[\w ]{1,40}$/.test(name));
  throw new CallFailed('refused', `Zendesk did not take it${fields.length > 0 ? `: it objects to ${fields.join(', ')}` : ''}`, status);
}
