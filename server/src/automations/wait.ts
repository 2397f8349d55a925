/** Runs that have waited go on, by the version they began with: those of many tickets together. */
import { type AutomationSpec, automationSpec, goOn, type Happened } from '@watchdesk/domain/automation';
import { readSaved } from '../store/saved-spec.ts';
import { type CarryParts, type Carried, carryOut, ownershipsOf } from './carry-out.ts';
import { factsOfEach, settingOf } from './facts.ts';
import { GIVEN_UP, inTime, stopped } from './look.ts';
import type { Queryable } from './records.ts';
import { goneOn } from './runs.ts';

/** As its run says it. */
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

/** With what its version says; none where that is gone, or no longer read. */
interface Ready extends Waiting {
  readonly automations: readonly { readonly spec: AutomationSpec }[];
}

export async function withSpecs(queryable: Queryable, workspaceId: string, all: readonly Waiting[]): Promise<Ready[]> {
  const { rows } = await queryable.query<{ id: string; version: number; spec: unknown }>(
    `select v.id, v.version, v.spec from automation_version v
     where v.workspace_id = $1 and (v.id, v.version) in (select * from unnest($2::text[], $3::int[]))`,
    [workspaceId, all.map(({ automation }) => automation), all.map(({ version }) => version)],
  );
  const specs = new Map(rows.flatMap(({ id, version, spec }) => read(spec).map((one) => [`${version} ${id}`, one] as const)));
  return all.map((one) => {
    const spec = specs.get(`${one.version} ${one.automation}`);
    return { ...one, automations: spec ? [{ spec }] : [] };
  });
}

function read(saved: unknown): AutomationSpec[] {
  try {
    return [readSaved(automationSpec, saved)];
  } catch {
    return [];
  }
}

/** Several of one workspace, each of another ticket; what becomes of one changes nothing for another (waves.ts). */
export async function lookAgain(parts: CarryParts, workspaceId: string, all: readonly Ready[], now: number): Promise<void> {
  const { pool } = parts.postgres;
  const setting = await settingOf(
    pool,
    workspaceId,
    all.flatMap(({ automations }) => automations.map(({ spec }) => spec)),
    now,
    parts.onCall,
  );
  const tickets = all.map(({ ticket }) => ticket);
  const facts = await factsOfEach(parts, workspaceId, tickets, setting);
  const owners = await ownershipsOf(parts, workspaceId, tickets);
  const data = await dataOf(pool, workspaceId, all);
  const carried: Carried[] = [];
  for (const waiting of all) {
    const { id, ticket, chain, next, version, isOn } = waiting;
    const happened = whole(waiting.happened, data);
    const known = facts.get(ticket);
    const [automation] = waiting.automations.map(({ spec }) => ({ id: waiting.automation, version, spec }));
    if (!automation || !known || !isOn) {
      const why = isOn ? 'The ticket cannot be read any more.' : 'The automation was switched off while it waited.';
      const decision = stopped({ id: waiting.automation, version }, why);
      await goneOn(pool, workspaceId, next, { id, ticket, happened, chain, decision, orders: [], at: now });
      continue;
    }
    const deciding = { facts: known, happened, now, recentRuns: { own: 0, all: 0 }, idOf: (action: number) => `${id}:${action}` };
    const ready = inTime(id, goOn(automation, deciding, next), owners.get(ticket)!, now - waiting.dueAt.getTime());
    const run = { id, ticket, happened, chain, decision: ready.decision, orders: ready.orders, at: now };
    carried.push({ ...ready, automation, run, facts: known, goesOn: next });
  }
  if (carried.length > 0) await carryOut(parts, workspaceId, carried, now);
}

/** It is written as stopped, so that it is known and not tried for ever. */
export async function giveUpWaiting({ postgres: { pool } }: CarryParts, waiting: Waiting, now: number): Promise<void> {
  const { workspaceId, id, ticket, happened, chain, automation, version } = waiting;
  const decision = stopped({ id: automation, version }, GIVEN_UP);
  await goneOn(pool, workspaceId, waiting.next, { id, ticket, happened, chain, decision, orders: [], at: now });
}

const placeOf = (source: string, id: string): string => JSON.stringify([source, id]);

/** What the events say that made them look, which stands in the log alone. */
async function dataOf(queryable: Queryable, workspaceId: string, all: readonly Waiting[]): Promise<Map<string, object>> {
  const events = all.flatMap(({ happened }) => (happened.kind === 'event' ? [happened.event] : []));
  if (events.length === 0) return new Map();
  const { rows } = await queryable.query<{ source: string; id: string; data: object }>(
    `select source, id, data from event_log where workspace_id = $1 and (source, id) in (select * from unnest($2::text[], $3::text[]))`,
    [workspaceId, events.map(({ source }) => source), events.map(({ id }) => id)],
  );
  return new Map(rows.map(({ source, id, data }) => [placeOf(source, id), data]));
}

const whole = (happened: Happened, data: ReadonlyMap<string, object>): Happened =>
  happened.kind === 'event'
    ? ({ ...happened, event: { ...happened.event, data: data.get(placeOf(happened.event.source, happened.event.id)) ?? {} } } as Happened)
    : happened;
