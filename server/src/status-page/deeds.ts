/** What an administrator does to a page besides its settings: sets a component by hand, and plans, begins, ends and cancels maintenances. */
import { randomUUID } from 'node:crypto';
import { type ComponentState, type Maintenance, maintenanceStage } from '@watchdesk/domain/status-page';
import type pg from 'pg';
import { appendAudit, type Deed } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, Refusal } from '../errors.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { maintenancesOf } from './facts.ts';
import { readSettings, type Saver, touch } from './settings.ts';

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
}

export interface Planned {
  readonly title: string;
  readonly text: string;
  readonly components: readonly string[];
  /** Milliseconds since 1970. */
  readonly startsAt: number;
  readonly endsAt: number;
}

export const STEPS = ['begin', 'end', 'cancel'] as const;
export type Step = (typeof STEPS)[number];

const MOST_DAYS = 30;
const DAY_MS = 86_400_000;

/** `state` null: it follows its incidents again. */
export const setByHand = ({ postgres, clock }: Parts, saver: Saver, component: string, state: ComponentState | null): Promise<void> =>
  inTransaction(postgres.pool, async (client) => {
    const { workspaceId, name } = saver;
    const [one] = await componentsOf(client, workspaceId, [component], 'component');
    const now = clock.now();
    await client.query(
      `insert into status_by_hand (workspace_id, component, at, state, said_by) values ($1, $2, $3, $4, $5)
       on conflict (workspace_id, component, at) do update set state = excluded.state, said_by = excluded.said_by`,
      [workspaceId, component, new Date(now), state, name],
    );
    const subject = { kind: 'status_page', id: component, name: one!.name } as const;
    await ended(client, saver, now, { action: 'status_page.component_set', subject, after: { state } });
  });

/** Gives its id. */
export const plan = ({ postgres, clock }: Parts, saver: Saver, planned: Planned): Promise<string> =>
  inTransaction(postgres.pool, async (client) => {
    const now = clock.now();
    await refuseUnfit(client, saver.workspaceId, planned);
    if (planned.endsAt <= now) throw invalid('endsAt', 'must lie in the future');
    const id = randomUUID();
    await client.query(
      `insert into status_maintenance (workspace_id, id, title, text, components, starts_at, ends_at, made_at) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        saver.workspaceId,
        id,
        planned.title,
        planned.text,
        planned.components,
        new Date(planned.startsAt),
        new Date(planned.endsAt),
        new Date(now),
      ],
    );
    const subject = { kind: 'status_page', id, name: planned.title } as const;
    await ended(client, saver, now, { action: 'status_page.maintenance_planned', subject, after: planned });
    return id;
  });

/** Refuses one that has ended or was cancelled. Subscribers are told where its time is another; of one that has begun by hand only the end changes. */
export const replan = ({ postgres, clock }: Parts, saver: Saver, id: string, planned: Planned): Promise<void> =>
  inTransaction(postgres.pool, async (client) => {
    const now = clock.now();
    const before = await openOne(client, saver.workspaceId, id, now);
    await refuseUnfit(client, saver.workspaceId, planned);
    if (planned.endsAt <= now) throw invalid('endsAt', 'must lie in the future');
    const [startsAt, endsAt] = [before.begunAt ?? before.startsAt, before.endsAt];
    // What is only said in other words is no news.
    const isMoved = planned.endsAt !== endsAt || planned.startsAt !== startsAt;
    await client.query(
      `update status_maintenance set title = $3, text = $4, components = $5, starts_at = $6, ends_at = $7,
         moved_at = coalesce($8, moved_at), was_from = coalesce($9, was_from), was_to = coalesce($10, was_to) where workspace_id = $1 and id = $2`,
      [
        saver.workspaceId,
        id,
        planned.title,
        planned.text,
        planned.components,
        ...[planned.startsAt, planned.endsAt].map((at) => new Date(at)),
        ...[now, startsAt, endsAt].map((at) => (isMoved ? new Date(at) : null)),
      ],
    );
    const subject = { kind: 'status_page', id, name: planned.title } as const;
    await ended(client, saver, now, { action: 'status_page.maintenance_planned', subject, before, after: planned });
  });

const COLUMNS: Readonly<Record<Step, string>> = { begin: 'begun_at', end: 'ended_at', cancel: 'cancelled_at' };

export const step = ({ postgres, clock }: Parts, saver: Saver, id: string, taken: Step): Promise<void> =>
  inTransaction(postgres.pool, async (client) => {
    const now = clock.now();
    const one = await openOne(client, saver.workspaceId, id, now);
    const isRunning = maintenanceStage(one, now) === 'running';
    if (taken === 'end' && !isRunning) throw new Refusal('not_possible', 'It has not begun; cancel it instead.');
    if (taken !== 'end' && isRunning) throw new Refusal('not_possible', 'It has begun already; end it instead.');
    await client.query(`update status_maintenance set ${COLUMNS[taken]} = $3 where workspace_id = $1 and id = $2`, [
      saver.workspaceId,
      id,
      new Date(now),
    ]);
    const subject = { kind: 'status_page', id, name: one.title } as const;
    await ended(client, saver, now, { action: 'status_page.maintenance_changed', subject, after: { step: taken } });
  });

async function ended(client: pg.PoolClient, { workspaceId, who }: Saver, now: number, deed: Deed): Promise<void> {
  await touch(client, workspaceId);
  await appendAudit(client, { workspaceId, who, now }, deed);
}

async function componentsOf(client: pg.PoolClient, workspaceId: string, ids: readonly string[], field: string) {
  const { settings } = await readSettings(client, workspaceId);
  return ids.map((id) => {
    const found = settings?.components.find((one) => one.id === id);
    if (!found) throw invalid(field, `must be of the page; there is no component ${JSON.stringify(id)}`);
    return found;
  });
}

async function refuseUnfit(client: pg.PoolClient, workspaceId: string, { components, startsAt, endsAt }: Planned): Promise<void> {
  await componentsOf(client, workspaceId, components, 'components');
  if (endsAt <= startsAt) throw invalid('endsAt', 'must be after the start');
  if (endsAt - startsAt > MOST_DAYS * DAY_MS) throw invalid('endsAt', `must be at most ${MOST_DAYS} days after the start`);
}

async function openOne(client: pg.PoolClient, workspaceId: string, id: string, now: number): Promise<Maintenance> {
  await client.query('select from status_maintenance where workspace_id = $1 and id::text = $2 for update', [workspaceId, id]);
  const found = (await maintenancesOf(client, workspaceId, new Date(0))).find((one) => one.id === id);
  if (!found) throw new Refusal('not_found', `There is no maintenance ${JSON.stringify(id)}.`);
  const stage = maintenanceStage(found, now);
  if (stage === 'ended' || stage === 'cancelled')
    throw new Refusal('not_possible', stage === 'ended' ? 'It has ended.' : 'It was cancelled.');
  return found;
}
