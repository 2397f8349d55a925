/** Tickets, looked at by the automations that what happened to each concerns: all their decisions are carried out together, of each ticket in their order. */
import { type Automation, type AutomationFacts, decideInOrder, type Decision, type Happened } from '@watchdesk/domain/automation';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import { type CarryParts, type Carried, carryOut, type Ownership, ownershipsOf, type Prepared, prepared } from './carry-out.ts';
import { factsOfEach, settingOf } from './facts.ts';
import type { Heard, Looked } from './heard.ts';
import type { Queryable } from './records.ts';
import { factsAtEvents } from './then.ts';
import { addRuns, type Counts, knownRuns, NO_RUNS, recentRuns, runId } from './runs.ts';

/** What makes it the same run: the event, or since when how long has passed. */
export function keyOf(happened: Happened, { spec: { trigger } }: Automation): string {
  if (happened.kind === 'event') return `event ${happened.event.source} ${happened.event.id}`;
  return trigger.kind === 'time' ? `time ${trigger.since} ${trigger.seconds} ${trigger.calendar ?? ''} ${happened.since}` : 'time';
}

/** One of them, by these automations. */
interface Wanted {
  readonly looked: Heard;
  readonly own: readonly { readonly automation: Automation; readonly id: string }[];
}

/** Several of one workspace, each of another ticket; what happened to one changes nothing for another (waves.ts). */
export async function look(parts: CarryParts, workspaceId: string, all: readonly Heard[], now: number): Promise<void> {
  const { pool } = parts.postgres;
  const wanted = await unknownOf(pool, workspaceId, all);
  if (wanted.length === 0) return;
  const tickets = wanted.map(({ looked }) => looked.ticket);
  const specs = new Set(wanted.flatMap(({ own }) => own.map(({ automation }) => automation.spec)));
  const setting = await settingOf(pool, workspaceId, [...specs], now, parts.onCall);
  const facts = await factsOfEach(parts, workspaceId, tickets, setting);
  const past = await factsAtEvents(
    parts,
    workspaceId,
    wanted.map(({ looked }) => looked),
    facts,
  );
  const counts = await recentRuns(pool, workspaceId, tickets, now);
  const owners = await ownershipsOf(parts, workspaceId, tickets);
  const carried = wanted.flatMap((one) => {
    const { ticket } = one.looked;
    const known = facts.get(ticket);
    return known
      ? carriedOf(one, { facts: known, past: past.get(one.looked) }, counts.get(ticket) ?? NO_RUNS, owners.get(ticket)!, now)
      : [];
  });
  if (carried.length > 0) await carryOut(parts, workspaceId, carried, now);
}

/** Without the runs that were made already. */
async function unknownOf(queryable: Queryable, workspaceId: string, all: readonly Heard[]): Promise<Wanted[]> {
  const named = all.map((looked): Wanted => {
    const { ticket, happened, automations } = looked;
    return { looked, own: automations.map((one) => ({ automation: one, id: runId(workspaceId, one.id, ticket, keyOf(happened, one)) })) };
  });
  const known = await knownRuns(
    queryable,
    workspaceId,
    named.flatMap(({ own }) => own.map(({ id }) => id)),
  );
  return named.flatMap(({ looked, own }) => {
    const left = own.filter(({ id }) => !known.has(id));
    return left.length === 0 ? [] : [{ looked, own: left }];
  });
}

function carriedOf(
  { looked, own }: Wanted,
  { facts, past }: { readonly facts: AutomationFacts; readonly past: AutomationFacts | undefined },
  counts: Counts,
  owner: Ownership,
  now: number,
): Carried[] {
  const { ticket, happened, at } = looked;
  const decisions = decideInOrder(
    own.map(({ automation, id }) => ({
      automation,
      recentRuns: { own: counts.byAutomation.get(automation.id) ?? 0, all: counts.all },
      idOf: (action: number) => `${id}:${action}`,
    })),
    { facts, past, happened, now },
  );
  return own.flatMap(({ automation, id }, index): Carried[] => {
    const decision = decisions[index]!;
    // What is not met is not kept: a dry run tells it of any ticket.
    if (decision.outcome === 'not_triggered' || decision.outcome === 'not_met') return [];
    const ready = inTime(id, decision, owner, now - at);
    const run = { id, ticket, happened: nameOf(happened), chain: happened.chain, decision: ready.decision, orders: ready.orders, at: now };
    return [{ ...ready, automation, run, facts, goesOn: null }];
  });
}

/** What is too late to be told is left out, with the reason. */
export function inTime(id: string, decision: Decision, owner: Ownership, lateMs: number): Prepared & { readonly leftOut: number } {
  if (lateMs <= SILENT_AFTER_MS) return { ...prepared(id, decision, owner), leftOut: 0 };
  const leftOut = decision.effects.filter(({ kind }) => kind === 'tell').length;
  return { ...prepared(id, untold(decision), owner), leftOut };
}

export const GIVEN_UP = 'It met trouble within Watchdesk each time it was tried; the log of the server says which.';

/** What cannot be looked at is written as stopped, so that it is known and not tried for ever. */
export async function giveUpLooking(
  { postgres: { pool } }: CarryParts,
  { workspaceId, ticket, happened }: Looked,
  automations: readonly Automation[],
  now: number,
): Promise<void> {
  const runs = automations.map((automation) => ({
    id: runId(workspaceId, automation.id, ticket, keyOf(happened, automation)),
    ticket,
    happened: nameOf(happened),
    chain: happened.chain,
    decision: stopped(automation, GIVEN_UP),
    orders: [],
    at: now,
  }));
  await addRuns(pool, workspaceId, runs);
}

export const stopped = ({ id, version }: { readonly id: string; readonly version: number }, why: string): Decision => ({
  automation: id,
  version,
  outcome: 'stopped',
  why,
  conditions: null,
  effects: [],
  wait: null,
});

/** What an event says stands in the log, where words are let go of when it is time; a run only names it. */
const nameOf = (happened: Happened): Happened =>
  happened.kind === 'event' ? ({ ...happened, event: { ...happened.event, data: {} } } as Happened) : happened;

const untold = (decision: Decision): Decision => ({
  ...decision,
  effects: decision.effects.map((one) =>
    one.kind === 'tell' ? { kind: 'none', action: one.action, why: 'it is more than a quarter of an hour late, and nobody is told' } : one,
  ),
});
