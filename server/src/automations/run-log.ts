/** The log of runs: what was done about which ticket, why, what was left out, and what is still to come. */
import { automationSpec, type Effect, type Explained, type Happened, type Outcome } from '@watchdesk/domain/automation';
import { type Sight, sightSql } from '../accounts/index.ts';
import { invalid } from '../errors.ts';
import { automationNames } from '../store/postgres/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { namesIn } from './names.ts';
import { agentsFound, runView } from './run-views.ts';

export interface RunQuestion {
  readonly automation?: string | undefined;
  readonly ticket?: string | undefined;
  readonly outcome?: Outcome | undefined;
  readonly limit: number;
  /** The `next` of the answer before. */
  readonly cursor?: string | undefined;
}

interface RunRow {
  id: string;
  automation: string;
  version: number;
  spec: unknown;
  ticket: string;
  happened: Happened;
  at: Date;
  outcome: Outcome;
  why: string;
  conditions: Explained | null;
  effects: Effect[];
  chain: string[];
  dueAt: Date | null;
  next: number | null;
}

/** The latest first, of tickets in sight. */
export async function runsOf({ pool }: Pick<Postgres, 'pool'>, workspaceId: string, sight: Sight, question: RunQuestion) {
  const { automation, ticket, outcome, limit, cursor } = question;
  const before = cursor === undefined ? null : placeIn(cursor);
  const seen = sightSql(sight, 6);
  const { rows } = await pool.query<RunRow>(
    `select r.id, r.automation, r.version, v.spec, r.ticket, r.happened, r.at, r.outcome, r.why, r.conditions, r.effects, r.chain,
       r.due_at as "dueAt", r.next_action as next
     from automation_run r
     join ticket t on t.workspace_id = r.workspace_id and t.id = r.ticket and ${seen.text}
     left join automation_version v on v.workspace_id = r.workspace_id and v.id = r.automation and v.version = r.version
     where r.workspace_id = $1 and ($2::text is null or r.automation = $2) and ($3::text is null or r.ticket = $3)
       and ($4::text is null or r.outcome = $4) and ($5::timestamptz is null or (r.at, r.id) < ($5, $6::uuid))
     order by r.at desc, r.id desc limit ${limit + 1}`,
    [workspaceId, automation ?? null, ticket ?? null, outcome ?? null, before?.at ?? null, before?.id ?? null, ...seen.values],
  );
  const shown = rows.slice(0, limit).map((row) => ({ ...row, spec: automationSpec.safeParse(row.spec).data ?? null }));
  const specs = new Map(shown.flatMap(({ automation: id, version, spec }) => (spec ? [[`${id} ${version}`, spec] as const] : [])));
  const nameOf = await namesIn(pool, workspaceId, [...specs.values()], agentsFound(rows));
  const called = await automationNames(
    pool,
    workspaceId,
    shown.flatMap(({ automation: id, chain }) => [id, ...chain]),
  );
  const last = shown.at(-1);
  return {
    runs: shown.map(({ at, dueAt, next, happened, spec, automation: id, chain, ...row }) => ({
      id: row.id,
      automation: id,
      version: row.version,
      name: called.get(id) ?? null,
      ticket: row.ticket,
      at: at.toISOString(),
      ...runView(row, dueAt && next !== null ? { at: dueAt.getTime(), next } : null, spec, nameOf),
      chain: chain.map((one) => ({ id: one, name: called.get(one) ?? one })),
      event: happened.kind === 'event' ? { source: happened.event.source, id: happened.event.id, type: happened.event.type } : null,
      since: happened.kind === 'time' ? new Date(happened.since).toISOString() : null,
    })),
    next: rows.length > limit && last ? Buffer.from(JSON.stringify([last.at.toISOString(), last.id])).toString('base64url') : null,
  };
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

function placeIn(cursor: string): { at: string; id: string } {
  try {
    const [at, id] = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown[];
    if (typeof at === 'string' && !Number.isNaN(Date.parse(at)) && typeof id === 'string' && UUID.test(id)) return { at, id };
  } catch {
    // said below
  }
  throw invalid('cursor', 'must be the `next` of an answer before');
}
