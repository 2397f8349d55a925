/**
 * A mapping to begin with, from one payload: names that help desks use, and times that look like times, in places that fit together. It is
 * a draft for a person, who sees the events that come of it before anything is taken; what is not sure is left out rather than guessed.
 */
import { append, type Json } from '@hyperjump/json-pointer';
import { timeReader } from '../csv/date-format.ts';
import type { Value, WebhookMapping } from './mapping.ts';

interface Leaf {
  readonly pointer: string;
  /** Lower case and without underscores: `createdat`. */
  readonly name: string;
  /** The names of what it lies in, outermost first. */
  readonly path: readonly string[];
  readonly value: Json;
}

/** Beyond this a payload is not looked through. */
const MOST_LEAVES = 2000;
const TICKETS = ['ticket', 'issue', 'conversation', 'case', 'request', 'incident'];

export function suggestMapping(sample: unknown): WebhookMapping | null {
  const items = Array.isArray(sample) ? '' : undefined;
  const leaves = leavesOf((items === '' ? (sample as Json[])[0] : sample) as Json);
  const find = (...names: string[]) => firstOf(leaves, names);
  const ticket = ticketOf(leaves);
  const at = momentOf(leaves, ['updatedat', 'occurredat', 'timestamp', 'time', 'eventtime', 'date', 'createdat', 'createdon']);
  if (!ticket || !at) return null;
  const base = items === undefined ? {} : { items };
  const createdAt = momentOf(leaves, ['createdat', 'createdon', 'openedat', 'created']);
  const fields = Object.fromEntries(
    Object.entries({
      subject: find('subject', 'title', 'summary'),
      status: find('status', 'state'),
      priority: find('priority', 'severity'),
      requester: find('requesterid', 'customerid', 'contactid', 'requester', 'reporterid'),
      assignee: find('assigneeid', 'ownerid', 'agentid', 'responderid', 'assignee'),
      team: find('groupid', 'teamid', 'queueid', 'group', 'team', 'queue'),
      tags: find('tags', 'labels'),
      category: find('category', 'categoryid'),
    }).flatMap(([name, leaf]) => (leaf ? [[name, valueOf(name, leaf)]] : [])),
  ) as Record<string, Value>;
  return {
    form: 'snapshot',
    ...base,
    ticket: { pointer: ticket.pointer },
    at,
    ...(createdAt && { createdAt }),
    fields,
    ...messageOf(leaves),
  };
}

function leavesOf(sample: Json): Leaf[] {
  const leaves: Leaf[] = [];
  const walk = (value: Json, pointer: string, path: readonly string[]) => {
    if (leaves.length >= MOST_LEAVES || path.length > 12) return;
    if (value === null || typeof value !== 'object' || Array.isArray(value)) {
      if (path.length > 0) leaves.push({ pointer, name: path.at(-1)!, path: path.slice(0, -1), value });
      return;
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, append(key, pointer), [...path, plain(key)]);
  };
  walk(sample, '', []);
  return leaves;
}

const plain = (key: string) => key.replace(/[^A-Za-z0-9]/g, '').toLowerCase();

/** The first name that is found, at the place that lies least deep; inside the ticket before beside it. */
function firstOf(leaves: readonly Leaf[], names: readonly string[]): Leaf | undefined {
  for (const name of names) {
    const [found] = leaves
      .filter(
        (leaf) =>
          leaf.name === name && leaf.value !== '' && !(leaf.value !== null && typeof leaf.value === 'object' && !Array.isArray(leaf.value)),
      )
      .toSorted((a, b) => outside(a) - outside(b) || a.path.length - b.path.length);
    if (found) return found;
  }
  return undefined;
}
const outside = ({ path }: Leaf) => (path.some((name) => TICKETS.includes(name)) ? 0 : 1);

function ticketOf(leaves: readonly Leaf[]): Leaf | undefined {
  const isId = ({ value }: Leaf) => (typeof value === 'string' && value !== '') || typeof value === 'number';
  return (
    leaves.find((leaf) => isId(leaf) && ['id', 'number', 'key'].includes(leaf.name) && TICKETS.includes(leaf.path.at(-1) ?? '')) ??
    leaves.find((leaf) => isId(leaf) && TICKETS.some((noun) => [`${noun}id`, `${noun}number`, `${noun}key`].includes(leaf.name))) ??
    leaves.find((leaf) => isId(leaf) && leaf.name === 'id' && leaf.path.length === 0)
  );
}

/** A time by its name and by how it looks; a number is read as seconds or milliseconds by its size. */
function momentOf(leaves: readonly Leaf[], names: readonly string[]): Value | undefined {
  for (const name of names) {
    const found = leaves.filter((leaf) => leaf.name === name).toSorted((a, b) => outside(a) - outside(b) || a.path.length - b.path.length);
    for (const { pointer, value } of found) {
      if (typeof value === 'string' && timeReader('iso')(value)) return { pointer };
      const number = Number(value);
      if (value === null || value === '' || typeof value === 'object' || !Number.isFinite(number)) continue;
      if (number > 6e8 && number < 1e11) return { pointer, format: 'epoch seconds' };
      if (number >= 6e11 && number < 1e14) return { pointer, format: 'epoch milliseconds' };
    }
  }
  return undefined;
}

function valueOf(field: string, { pointer, value }: Leaf): Value {
  if (field !== 'tags' || !Array.isArray(value)) return { pointer };
  const [first] = value;
  if (first === null || typeof first !== 'object' || Array.isArray(first)) return { pointer };
  return { pointer, pick: 'name' in first ? '/name' : append(Object.keys(first)[0] ?? '', '') };
}

/** A comment that lies in a place of its own, and says by whom it is. */
function messageOf(leaves: readonly Leaf[]): { message?: NonNullable<Extract<WebhookMapping, { form: 'snapshot' }>['message']> } {
  const places = ['comment', 'message', 'article', 'reply', 'note', 'conversationpart'];
  const inside = leaves.filter(({ path }) => places.includes(path.at(-1) ?? ''));
  const part = (...names: string[]) => names.map((name) => inside.find((leaf) => leaf.name === name)).find((leaf) => leaf !== undefined);
  const [id, text] = [part('id', 'messageid'), part('body', 'text', 'content', 'message')];
  const kind = part('sender', 'sendertype', 'authortype', 'role', 'authorrole');
  if (!id || !text || !kind || typeof kind.value !== 'string') return {};
  const inner = part('internal', 'private', 'isprivate');
  const isPublic = part('public', 'ispublic');
  const words = {
    customer: 'customer',
    user: 'customer',
    contact: 'customer',
    'end-user': 'customer',
    agent: 'agent',
    admin: 'agent',
    bot: 'bot',
    system: 'system',
  };
  return {
    message: {
      id: { pointer: id.pointer },
      actor: { kind: { pointer: kind.pointer, map: words } },
      visibility: inner
        ? { pointer: inner.pointer, map: { true: 'internal', false: 'public' } }
        : isPublic
          ? { pointer: isPublic.pointer, map: { true: 'public', false: 'internal' } }
          : { value: 'public' },
      text: { pointer: text.pointer, ...(typeof text.value === 'string' && /<\w+[^>]*>/.test(text.value) && { html: true }) },
    },
  };
}
