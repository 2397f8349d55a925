/**
 * What was decided, done: events through the ordinary door, notices into the outbox, and the run's own row, all in ONE transaction. What is a help
 * desk's to change is kept with the run and asked there afterwards (decision 14), as often as it takes.
 */
import {
  actorOf,
  type Automation,
  type AutomationFacts,
  type Decision,
  type Deed,
  type Effect,
  noticeOf,
} from '@watchdesk/domain/automation';
import type { AudienceInput, Notice } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Command, Commands } from '../connectors/runtime/index.ts';
import { Refusal } from '../errors.ts';
import { APPLICATION, type Door, ensureApplication } from '../ingest/index.ts';
import { inTransaction, type Postgres, ring } from '../store/postgres/index.ts';
import { namesIn } from './names.ts';
import type { Queryable } from './records.ts';
import type { Surveys } from '../surveys/index.ts';
import { eventId, type Order, type Run } from './runs.ts';

/** Puts a notice into the outbox within the transaction. */
export type Post = (tx: pg.ClientBase, workspaceId: string, notice: Notice, audience: AudienceInput) => Promise<void>;

export interface CarryParts {
  readonly postgres: Postgres;
  readonly door: Pick<Door, 'accept'>;
  readonly commands: Pick<Commands, 'areTaken' | 'ask'>;
  readonly post: Post;
  readonly surveys: Pick<Surveys, 'factsOf' | 'ask'>;
}

/** What a ticket's connection lets be done to it. */
export interface Ownership {
  readonly label: string;
  readonly kind: 'ours' | 'ordered' | 'read_only';
}

export async function ownershipOf({ postgres: { pool }, commands }: CarryParts, workspaceId: string, ticket: string): Promise<Ownership> {
  const source = ticket.slice(0, ticket.indexOf(':'));
  const { rows } = await pool.query<{ label: string; writable: boolean }>(
    'select label, writable from connection where workspace_id = $1 and source = $2',
    [workspaceId, source],
  );
  const label = rows[0]?.label ?? source;
  if (rows[0]?.writable) return { label, kind: 'ours' };
  return { label, kind: (await commands.areTaken(workspaceId, source)).isOn ? 'ordered' : 'read_only' };
}

/** Of this house alone, whoever the ticket is of: whom we ask, and what we know to belong together. */
const OURS: ReadonlySet<string> = new Set(['survey.requested', 'ticket.linked']);

export interface Prepared {
  readonly decision: Decision;
  readonly orders: readonly Order[];
  readonly events: readonly { readonly action: number; readonly seq: number; readonly deed: Deed }[];
  /** Sent by our own hand; that they were is told of when they are. */
  readonly surveys: readonly { readonly action: number; readonly deed: Extract<Deed, { type: 'survey.requested' }> }[];
}

/** Which of it are events, and which are asked of the help desk; what neither takes is said. */
export function prepared(run: string, decision: Decision, { kind, label }: Ownership): Prepared {
  const orders: Order[] = [];
  const events: Prepared['events'][number][] = [];
  const surveys: Prepared['surveys'][number][] = [];
  const effects = decision.effects.map((effect): Effect => {
    if (effect.kind !== 'change') return effect;
    const { action, deeds } = effect;
    const isOurs = kind === 'ours' || deeds.every(({ type }) => OURS.has(type));
    const commands = isOurs ? [] : deeds.map(commandOf);
    if (!isOurs && (kind === 'read_only' || commands.includes(null)))
      return {
        kind: 'none',
        action,
        why: kind === 'read_only' ? `${label} is read-only here` : `${label} is not asked for this; it is done there`,
      };
    for (const [seq, deed] of deeds.entries()) {
      const command = commands[seq];
      if (command) orders.push({ id: eventId(run, action, seq), action: command.kind, command });
      else if (deed.type === 'survey.requested') surveys.push({ action, deed });
      else events.push({ action, seq, deed });
    }
    return effect;
  });
  return { decision: { ...decision, effects }, orders, events, surveys };
}

/** A reply would be an agent's over there, and end a wait that nobody has ended; it is not asked for. */
function commandOf({ type, data }: Deed): Command | null {
  switch (type) {
    case 'assignee.changed':
      return { kind: 'assign', to: data.to };
    case 'status.changed':
      return { kind: 'status', to: data.to };
    case 'priority.changed':
      return { kind: 'priority', to: data.to };
    case 'tag.changed':
      return { kind: 'tag', added: data.added, removed: data.removed };
    case 'ticket.message':
      return data.visibility === 'internal' && data.text !== undefined ? { kind: 'note', text: data.text } : null;
    default:
      return null;
  }
}

export interface Carried extends Prepared {
  readonly automation: Automation;
  readonly run: Run;
  readonly facts: AutomationFacts;
  /** Writes the run with what came of it: adds it, or says how it went on. */
  readonly write: (tx: Queryable, run: Run) => Promise<void>;
}

/** Several of one ticket and one moment. Does nothing the second time. */
export async function carryOut(
  parts: CarryParts,
  workspaceId: string,
  ticket: string,
  all: readonly Carried[],
  now: number,
): Promise<void> {
  const { postgres, door, post } = parts;
  const last = all[0]?.facts.ticket.lastEvent?.at ?? 0;
  // What is done follows what was seen, even where another clock runs ahead of ours.
  const at = Math.max(now, last + 1);
  let seq = 0;
  const events = all.flatMap(({ automation, run, events: own }) =>
    own.map(({ action, seq: part, deed }) => ({
      ...deed,
      id: eventId(run.id, action, part),
      at,
      seq: (seq += 1),
      actor: actorOf(automation),
      ticket,
    })),
  );
  let isWritten = false;
  const alongside = async (tx: pg.ClientBase) => {
    for (const one of all) {
      const { write, automation, run, facts, decision } = one;
      await write(tx, await asked(parts, tx, workspaceId, one));
      const told = decision.effects.filter((effect) => effect.kind === 'tell');
      if (told.length === 0) continue;
      const nameOf = await namesIn(tx, workspaceId, [automation.spec], facts.ticket.now.team);
      const telling = { automation, run: run.id, facts, at, nameOf, workspace: await workspaceName(tx, workspaceId) };
      for (const { told: action, action: place } of told) {
        const audience = action.do === 'notify' ? action.audience : { channels: [action.channel] };
        await post(tx, workspaceId, noticeOf({ ...telling, action: place, told: action }), audience);
      }
    }
    isWritten = true;
  };
  if (events.length > 0) {
    await ensureApplication(postgres, workspaceId);
    const names = [...new Set(all.map(({ automation }) => automation.spec.name))].join(', ');
    const who = { kind: 'system', id: 'automations', name: `automation ${names}`, from: null } as const;
    const outcomes = await door.accept(workspaceId, APPLICATION, events, { who, alongside });
    const refused = outcomes.find(({ outcome }) => outcome === 'rejected');
    if (refused && !isWritten) return writeRefused(parts, workspaceId, all, 'reason' in refused ? refused.reason : '');
  }
  if (!isWritten) await inTransaction(postgres.pool, alongside);
  for (const { run } of all) await askFor(parts, workspaceId, run.id, ticket, run.decision.automation, run.orders);
}

async function workspaceName(tx: pg.ClientBase, workspaceId: string): Promise<string> {
  const { rows } = await tx.query<{ name: string }>('select name from workspace where workspace_id = $1', [workspaceId]);
  return rows[0]?.name ?? workspaceId;
}

/** The run once the customer was asked; where somebody else has just asked them, it says so. */
async function asked(
  { surveys }: CarryParts,
  tx: pg.ClientBase,
  workspaceId: string,
  { automation, run, facts, ...one }: Carried,
): Promise<Run> {
  let { effects } = run.decision;
  for (const { action, deed } of one.surveys) {
    const { survey, surveyId: id } = deed.data;
    const held = await surveys.ask(tx, workspaceId, { id, ticket: facts.ticket, what: { survey, automation: automation.id } });
    if (held) effects = effects.map((effect) => (effect.action === action ? { kind: 'none', action, why: held.words } : effect));
  }
  return { ...run, decision: { ...run.decision, effects } };
}

/** The door took none of it, as of a ticket that holds no more events: the run is written all the same, so that it is not tried for ever. */
async function writeRefused({ postgres }: CarryParts, workspaceId: string, all: readonly Carried[], reason: string): Promise<void> {
  await inTransaction(postgres.pool, async (tx) => {
    for (const { write, run } of all) {
      await write(tx, run);
      await tx.query(
        `update automation_run set outcome = 'stopped', why = $3, orders = null, due_at = null where workspace_id = $1 and id = $2`,
        [workspaceId, run.id, `The ticket takes no more: ${reason}`],
      );
    }
  });
}

/** Asks the help desk, and forgets about it once it has been asked or cannot be. The same again is one order. */
export async function askFor(
  { postgres: { pool }, commands }: CarryParts,
  workspaceId: string,
  run: string,
  ticket: string,
  automation: string,
  orders: readonly Order[],
): Promise<void> {
  if (orders.length === 0) return;
  const source = ticket.slice(0, ticket.indexOf(':'));
  let refused: string | null = null;
  for (const order of orders) {
    const who = { kind: 'system', id: 'automations', name: 'an automation', from: null } as const;
    try {
      await commands.ask(workspaceId, source, { ...order, ticket, agent: `automation:${automation}`, who });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = error.message;
    }
  }
  await wasAsked(pool, workspaceId, run, refused);
}

/** What cannot be asked of the help desk is not asked for ever. */
export const unaskable = ({ postgres: { pool } }: CarryParts, workspaceId: string, run: string): Promise<void> =>
  wasAsked(pool, workspaceId, run, 'it met trouble within Watchdesk each time it was tried');

async function wasAsked(pool: Postgres['pool'], workspaceId: string, run: string, refused: string | null): Promise<void> {
  await pool.query(
    `update automation_run set orders = null, why = case when $3::text is null then why else why || ' Not sent: ' || $3 end where workspace_id = $1 and id = $2`,
    [workspaceId, run, refused],
  );
  await ring(pool, 'automations', workspaceId);
}
