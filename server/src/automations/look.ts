/** One ticket, looked at by the automations that what happened concerns: all their decisions are carried out together, in their order. */
import { type Automation, decideInOrder, type Decision, goOn, type Happened } from '@watchdesk/domain/automation';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import { type CarryParts, type Carried, carryOut, ownershipOf, prepared } from './carry-out.ts';
import { factsOf, settingOf } from './facts.ts';
import { type Queryable, versionsOf } from './records.ts';
import { addRun, goneOn, knownRuns, recentRuns, runId } from './runs.ts';

export interface Looked {
  readonly workspaceId: string;
  readonly ticket: string;
  readonly happened: Happened;
  /** When it happened, or was due; milliseconds since 1970. */
  readonly at: number;
}

/** What makes it the same run: the event, or since when how long has passed. */
export function keyOf(happened: Happened, { spec: { trigger } }: Automation): string {
  if (happened.kind === 'event') return `event ${happened.event.source} ${happened.event.id}`;
  return trigger.kind === 'time' ? `time ${trigger.since} ${trigger.seconds} ${trigger.calendar ?? ''} ${happened.since}` : 'time';
}

export async function look(
  parts: CarryParts,
  { workspaceId, ticket, happened, at }: Looked,
  automations: readonly Automation[],
  now: number,
): Promise<void> {
  const { pool } = parts.postgres;
  const named = automations.map((automation) => ({
    automation,
    id: runId(workspaceId, automation.id, ticket, keyOf(happened, automation)),
  }));
  const known = await knownRuns(
    pool,
    workspaceId,
    named.map(({ id }) => id),
  );
  const wanted = named.filter(({ id }) => !known.has(id));
  if (wanted.length === 0) return;
  const setting = await settingOf(
    pool,
    workspaceId,
    automations.map(({ spec }) => spec),
    now,
  );
  const facts = await factsOf(parts, workspaceId, ticket, setting);
  if (!facts) return;
  const counts = await recentRuns(pool, workspaceId, ticket, now);
  const decisions = decideInOrder(
    wanted.map(({ automation, id }) => ({
      automation,
      recentRuns: { own: counts.byAutomation.get(automation.id) ?? 0, all: counts.all },
      idOf: (action: number) => `${id}:${action}`,
    })),
    { facts, happened, now },
  );
  const owner = await ownershipOf(parts, workspaceId, ticket);
  const isLate = now - at > SILENT_AFTER_MS;
  const carried = wanted.flatMap(({ automation, id }, index): Carried[] => {
    const decision = decisions[index]!;
    // What is not met is not kept: a dry run tells it of any ticket.
    if (decision.outcome === 'not_triggered' || decision.outcome === 'not_met') return [];
    const ready = prepared(id, isLate ? untold(decision) : decision, owner);
    const run = { id, ticket, happened: nameOf(happened), chain: happened.chain, decision: ready.decision, orders: ready.orders, at: now };
    return [{ ...ready, automation, run, facts, write: (tx, done) => addRun(tx, workspaceId, done) }];
  });
  if (carried.length > 0) await carryOut(parts, workspaceId, ticket, carried, now);
}

const GIVEN_UP = 'It met trouble within Watchdesk each time it was tried; the log of the server says which.';

/** What cannot be looked at is written as stopped, so that it is known and not tried for ever. */
export async function giveUpLooking(
  { postgres: { pool } }: CarryParts,
  { workspaceId, ticket, happened }: Looked,
  automations: readonly Automation[],
  now: number,
): Promise<void> {
  for (const automation of automations) {
    const id = runId(workspaceId, automation.id, ticket, keyOf(happened, automation));
    const run = {
      id,
      ticket,
      happened: nameOf(happened),
      chain: happened.chain,
      decision: stopped(automation, GIVEN_UP),
      orders: [],
      at: now,
    };
    await addRun(pool, workspaceId, run);
  }
}

export async function giveUpWaiting({ postgres: { pool } }: CarryParts, waiting: Waiting, now: number): Promise<void> {
  const { workspaceId, id, ticket, happened, chain, automation, version } = waiting;
  const decision = stopped({ id: automation, version }, GIVEN_UP);
  await goneOn(pool, workspaceId, waiting.next, { id, ticket, happened, chain, decision, orders: [], at: now });
}

const stopped = ({ id, version }: { readonly id: string; readonly version: number }, why: string): Decision => ({
  automation: id,
  version,
  outcome: 'stopped',
  why,
  conditions: null,
  effects: [],
  wait: null,
});

export interface Waiting {
  readonly workspaceId: string;
  readonly id: string;
  readonly automation: string;
  readonly version: number;
  readonly ticket: string;
  readonly happened: Happened;
  readonly chain: readonly string[];
  readonly next: number;
  readonly dueAt: Date;
  readonly isOn: boolean;
}

/** One that has waited, by the version it began with. */
export async function lookAgain(parts: CarryParts, waiting: Waiting, now: number): Promise<void> {
  const { workspaceId, id, ticket, chain, next } = waiting;
  const { pool } = parts.postgres;
  const happened = await whole(pool, workspaceId, waiting.happened);
  const version = (await versionsOf(pool, workspaceId, waiting.automation)).find((one) => one.version === waiting.version);
  const setting = await settingOf(pool, workspaceId, version ? [version.spec] : [], now);
  const facts = await factsOf(parts, workspaceId, ticket, setting);
  if (!version || !facts || !waiting.isOn) {
    const why = waiting.isOn ? 'The ticket cannot be read any more.' : 'The automation was switched off while it waited.';
    const decision = stopped({ id: waiting.automation, version: waiting.version }, why);
    const run = { id, ticket, happened, chain, decision, orders: [], at: now };
    return goneOn(pool, workspaceId, next, run);
  }
  const automation = { id: waiting.automation, version: waiting.version, spec: version.spec };
  const decision = goOn(automation, { facts, happened, now, recentRuns: { own: 0, all: 0 }, idOf: (action) => `${id}:${action}` }, next);
  const isLate = now - waiting.dueAt.getTime() > SILENT_AFTER_MS;
  const ready = prepared(id, isLate ? untold(decision) : decision, await ownershipOf(parts, workspaceId, ticket));
  const run = { id, ticket, happened, chain, decision: ready.decision, orders: ready.orders, at: now };
  await carryOut(
    parts,
    workspaceId,
    ticket,
    [{ ...ready, automation, run, facts, write: (tx, done) => goneOn(tx, workspaceId, next, done) }],
    now,
  );
}

/** What an event says stands in the log, where words are let go of when it is time; a run only names it. */
const nameOf = (happened: Happened): Happened =>
  happened.kind === 'event' ? ({ ...happened, event: { ...happened.event, data: {} } } as Happened) : happened;

async function whole(queryable: Queryable, workspaceId: string, happened: Happened): Promise<Happened> {
  if (happened.kind !== 'event') return happened;
  const { rows } = await queryable.query<{ data: object }>(
    'select data from event_log where workspace_id = $1 and source = $2 and id = $3',
    [workspaceId, happened.event.source, happened.event.id],
  );
  return { ...happened, event: { ...happened.event, data: rows[0]?.data ?? {} } } as Happened;
}

const untold = (decision: Decision): Decision => ({
  ...decision,
  effects: decision.effects.map((one) =>
    one.kind === 'tell' ? { kind: 'none', action: one.action, why: 'it is more than a quarter of an hour late, and nobody is told' } : one,
  ),
});
