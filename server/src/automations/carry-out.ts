/**
 * What was decided, done: events through the ordinary door, notices into the outbox, and the runs' own rows, of many tickets as of one in ONE transaction. What is a help
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
import type pg from 'pg';
import type { Command, Commands } from '../connectors/runtime/index.ts';
import { Refusal } from '../errors.ts';
import { APPLICATION, type Door, ensureApplication, type Outcome } from '../ingest/index.ts';
import { inTransaction, type Postgres, ring } from '../store/postgres/index.ts';
import { namesIn } from './names.ts';
import type { OnCallSource } from './on-call.ts';
import type { Queryable } from './records.ts';
import type { Surveys } from '../surveys/index.ts';
import { leftOut } from './behind.ts';
import type { News, Post } from './told.ts';
import { addRuns, eventId, goneOn, type Order, type Run } from './runs.ts';

export interface CarryParts {
  readonly postgres: Postgres;
  readonly door: Pick<Door, 'accept'>;
  readonly commands: Pick<Commands, 'areTaken' | 'ask'>;
  readonly post: Post;
  readonly surveys: Pick<Surveys, 'factsOf' | 'ask'>;
  /** Left out where there is no on-call. */
  readonly onCall?: OnCallSource;
}

/** What a ticket's connection lets be done to it. */
export interface Ownership {
  readonly label: string;
  readonly kind: 'ours' | 'ordered' | 'read_only';
}

/** Of each ticket. */
export async function ownershipsOf(parts: CarryParts, workspaceId: string, tickets: readonly string[]): Promise<Map<string, Ownership>> {
  const sources = new Map<string, Ownership>();
  for (const source of new Set(tickets.map(sourceOf))) sources.set(source, await ownershipOf(parts, workspaceId, source));
  return new Map(tickets.map((ticket) => [ticket, sources.get(sourceOf(ticket))!]));
}

const sourceOf = (ticket: string): string => ticket.slice(0, ticket.indexOf(':'));

async function ownershipOf({ postgres: { pool }, commands }: CarryParts, workspaceId: string, source: string): Promise<Ownership> {
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
  /** Of one that has waited: with which action it goes on. Null of one that begins. */
  readonly goesOn: number | null;
  /** How much of what it would have told is left out, as it is too late. */
  readonly leftOut: number;
}

/** Several of one moment, those of one ticket one after the other. Does nothing the second time. */
export async function carryOut(parts: CarryParts, workspaceId: string, all: readonly Carried[], now: number): Promise<void> {
  const { postgres, door } = parts;
  const events = [...Map.groupBy(all, ({ run }) => run.ticket).values()].flatMap((own) => eventsOf(own, now));
  let written: readonly Carried[] = [];
  /** Of a run of which the door takes not all, nobody is told. */
  const alongside = async (tx: pg.ClientBase, taken: ReadonlySet<string>) => {
    const refusedRuns = new Set(events.flatMap(({ run, event }) => (taken.has(event.id) ? [] : run)));
    written = all.filter(({ run }) => !refusedRuns.has(run.id));
    await write(parts, tx, workspaceId, written, now);
  };
  let refused = new Map<string, string>();
  if (events.length > 0) {
    await ensureApplication(postgres, workspaceId);
    const names = [...new Set(all.map(({ automation }) => automation.spec.name))].join(', ');
    const who = { kind: 'system', id: 'automations', name: `automation ${names}`, from: null } as const;
    const sent = events.map(({ event }) => event);
    const outcomes = await door.accept(workspaceId, APPLICATION, sent, { who, alongside });
    refused = new Map(events.flatMap(({ run }, index) => reasonOf(outcomes[index]!).map((reason): [string, string] => [run, reason])));
  }
  // Where the door could read none of it, it wrote nothing beside it either.
  const [left, stopped] = [all.filter(({ run }) => !refused.has(run.id)), all.filter(({ run }) => refused.has(run.id))];
  const still = left.filter((one) => !written.includes(one));
  if (still.length > 0) await inTransaction(postgres.pool, (tx) => write(parts, tx, workspaceId, still, now));
  if (stopped.length > 0) await writeRefused(parts, workspaceId, stopped, refused);
  for (const { run } of left) await askFor(parts, workspaceId, run.id, run.ticket, run.decision.automation, run.orders);
}

const reasonOf = (outcome: Outcome): string[] => (outcome.outcome === 'rejected' ? [outcome.reason] : []);

/** The events of one ticket, in their order. What is done follows what was seen, even where another clock runs ahead of ours. */
function eventsOf(own: readonly Carried[], now: number) {
  const at = momentOf(own[0]!, now);
  let seq = 0;
  return own.flatMap(({ automation, run, events }) =>
    events.map(({ action, seq: part, deed }) => ({
      run: run.id,
      event: { ...deed, id: eventId(run.id, action, part), at, seq: (seq += 1), actor: actorOf(automation), ticket: run.ticket },
    })),
  );
}

const momentOf = ({ facts }: Carried, now: number): number => Math.max(now, (facts.ticket.lastEvent?.at ?? 0) + 1);

/** The runs, what they tell, and that something is left out. */
async function write(parts: CarryParts, tx: pg.ClientBase, workspaceId: string, all: readonly Carried[], now: number): Promise<void> {
  const done: Run[] = [];
  for (const one of all) done.push(await asked(parts, tx, workspaceId, one));
  await keep(tx, workspaceId, all, done);
  const told = await toldBy(tx, workspaceId, all, now);
  const late = all.reduce((sum, one) => sum + one.leftOut, 0);
  const news = [...told, ...(await leftOut(tx, workspaceId, late, now))];
  if (news.length > 0) await parts.post(tx, workspaceId, news);
}

/** A notice for each action that tells somebody. */
async function toldBy(tx: pg.ClientBase, workspaceId: string, all: readonly Carried[], now: number): Promise<News[]> {
  const telling = all.filter(({ decision }) => decision.effects.some(({ kind }) => kind === 'tell'));
  if (telling.length === 0) return [];
  const teams = new Set(telling.flatMap(({ facts }) => facts.ticket.now.team ?? []));
  const specs = new Set(telling.map(({ automation }) => automation.spec));
  const named = [...teams].map((team) => ['team', team] as const);
  const nameOf = await namesIn(tx, workspaceId, [...specs], named);
  const workspace = await workspaceName(tx, workspaceId);
  return telling.flatMap((one): News[] =>
    one.decision.effects.flatMap((effect) => {
      if (effect.kind !== 'tell') return [];
      const { automation, run, facts } = one;
      const at = momentOf(one, now);
      const notice = noticeOf({ automation, run: run.id, action: effect.action, told: effect.told, facts, at, nameOf, workspace });
      return [{ notice, audience: effect.told.do === 'notify' ? effect.told.audience : { channels: [effect.told.channel] } }];
    }),
  );
}

/** Those that begin are added, of those that have waited it is said how they went on. */
async function keep(tx: Queryable, workspaceId: string, all: readonly Carried[], runs: readonly Run[]): Promise<void> {
  await addRuns(
    tx,
    workspaceId,
    runs.filter((_, index) => all[index]!.goesOn === null),
  );
  for (const [index, { goesOn }] of all.entries()) if (goesOn !== null) await goneOn(tx, workspaceId, goesOn, runs[index]!);
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

/** The door took none of a run's events, as of a ticket that holds no more: the run is written all the same, so that it is not tried for ever. */
async function writeRefused(
  { postgres }: CarryParts,
  workspaceId: string,
  all: readonly Carried[],
  reasons: ReadonlyMap<string, string>,
): Promise<void> {
  await inTransaction(postgres.pool, async (tx) => {
    const runs = all.map(({ run }) => run);
    await keep(tx, workspaceId, all, runs);
    await tx.query(
      `update automation_run r set outcome = 'stopped', why = 'The ticket takes no more: ' || n.reason, orders = null, due_at = null
       from unnest($2::uuid[], $3::text[]) as n(id, reason) where r.workspace_id = $1 and r.id = n.id`,
      [workspaceId, runs.map(({ id }) => id), runs.map(({ id }) => reasons.get(id)!)],
    );
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
  const source = sourceOf(ticket);
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
