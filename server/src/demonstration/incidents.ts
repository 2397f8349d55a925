/**
 * Two incidents of the demonstration, about what the simulated customers really wrote in about: one that is over, with its review, and a
 * slight one that goes on. They are events of the past through the one door, with ids that make them once; nobody is told of them.
 */
import type { Clock } from '../clock.ts';
import { nextNumber } from '../incidents/index.ts';
import { APPLICATION, createDoor, ensureApplication } from '../ingest/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { WORKSPACE } from './progress.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;
const CATEGORY = 'Data import';
const SEARCH_MS = 6 * 60 * MINUTE_MS;
const MOST_TICKETS = 12;
/** Fewer people than these have no roles to share. */
const FEWEST_PEOPLE = 3;

/** Named by what their incidents are called where no visitor declared one before them. */
type Story = 'INC-1' | 'INC-2';
const eventOf = (story: Story, what: number | string) => `demonstration:${story}:${what}`;

type Told = readonly [minute: number, type: string, data: object, by: number];

const over = (people: readonly string[], dueOn: string): readonly Told[] => [
  [
    0,
    'incident.declared',
    {
      title: 'Data imports hang before they end',
      summary: 'Imports of files stay at 99 % and do not end.',
      users: 'multiple',
      block: 'complete',
      services: ['Data pipelines'],
      detectedBy: 'Customers',
    },
    0,
  ],
  [1, 'incident.role_assigned', { role: 'commander', agent: people[0] }, 0],
  [2, 'incident.role_assigned', { role: 'technical_lead', agent: people[1] }, 0],
  [3, 'incident.role_assigned', { role: 'communications', agent: people[2] }, 0],
  [4, 'incident.checklist_item_done', { item: 'initiation.page' }, 0],
  [5, 'incident.checklist_item_done', { item: 'initiation.bridge' }, 0],
  [
    8,
    'incident.update_posted',
    {
      audience: 'customers',
      template: 'customers.initial',
      subject: 'Data pipelines: service disruption',
      text: 'Imports of files do not end at the moment. Nothing is lost. We tell you more within 30 minutes.',
    },
    2,
  ],
  [14, 'incident.note', { text: 'All of them wait for the same worker; restarting one of them helps for a while.' }, 1],
  [26, 'incident.status_changed', { to: 'identified', reason: 'A lock that is never let go of' }, 1],
  [
    33,
    'incident.update_posted',
    {
      audience: 'customers',
      template: 'customers.update',
      subject: 'Data pipelines: update',
      text: 'The cause is known and a fix is under way.',
    },
    2,
  ],
  [52, 'incident.status_changed', { to: 'monitoring' }, 1],
  [
    58,
    'incident.update_posted',
    {
      audience: 'customers',
      template: 'customers.update',
      subject: 'Data pipelines: update',
      text: 'A fix is in place. Imports that hung go on by themselves.',
    },
    2,
  ],
  [81, 'incident.status_changed', { to: 'resolved' }, 0],
  [
    83,
    'incident.update_posted',
    {
      audience: 'customers',
      template: 'customers.resolved',
      subject: 'Data pipelines: issue resolved',
      text: 'Imports end as they did before.',
    },
    2,
  ],
  [
    1500,
    'incident.review_changed',
    {
      summary: 'For 81 minutes imports of files did not end. No file was lost; those that hung went on once the fix was in place.',
      rootCause: 'A worker that met a damaged file kept its lock, and all others waited for it.',
      wentWell: ['Customers heard of it within eight minutes', 'The cause was found by the second person who looked'],
      toImprove: ['A lock without an end was not noticed by anything', 'Nobody was paged before customers wrote'],
    },
    0,
  ],
  [
    1502,
    'incident.action_changed',
    { action: 'lock', title: 'Let go of the lock after ten minutes', owner: people[1], dueOn, state: 'done' },
    0,
  ],
  [1503, 'incident.action_changed', { action: 'alert', title: 'Alert where imports wait longer than usual', owner: people[1], dueOn }, 0],
  [1510, 'incident.review_completed', {}, 0],
];

const slight = (people: readonly string[]): readonly Told[] => [
  [
    0,
    'incident.declared',
    {
      title: 'Progress of an import is shown an hour late',
      summary: 'One customer sees the progress of their imports of an hour ago.',
      users: 'one',
      block: 'minor',
      services: ['Data pipelines'],
      detectedBy: 'A customer',
    },
    0,
  ],
  [6, 'incident.role_assigned', { role: 'commander', agent: people[1] }, 1],
  [9, 'incident.note', { text: 'Only where the browser’s zone is not that of the account.' }, 1],
];

/** By story, the incident that tells it. A visitor's may have any id; only what we declared ourselves is ours. */
export async function incidentsTold(queryable: Pick<Postgres['pool'], 'query'>): Promise<ReadonlyMap<string, string>> {
  const { rows } = await queryable.query<{ story: string; incident: string }>(
    `select split_part(id, ':', 2) as story, data->>'incident' as incident from event_log
     where workspace_id = $1 and source = $2 and id = any($3)`,
    [WORKSPACE, APPLICATION, [eventOf('INC-1', 0), eventOf('INC-2', 0)]],
  );
  return new Map(rows.map(({ story, incident }) => [story, incident]));
}

/** Once, whatever visitors have declared before. */
export async function setIncidents({ postgres, clock }: { readonly postgres: Postgres; readonly clock: Clock }): Promise<void> {
  await withinWorkspace(WORKSPACE, async () => {
    const had = await incidentsTold(postgres.pool);
    const people = await peopleOf(postgres);
    if (people.length < FEWEST_PEOPLE) return;
    const now = clock.now();
    const began = now - 3 * DAY_MS;
    const dueOn = new Date(now + 7 * DAY_MS).toISOString().slice(0, 10);
    if (!had.has('INC-1'))
      await make({ postgres, clock }, 'INC-1', began, over(people, dueOn), people, await ticketsOf(postgres, began, MOST_TICKETS));
    const recent = now - 150 * MINUTE_MS;
    if (!had.has('INC-2')) await make({ postgres, clock }, 'INC-2', recent, slight(people), people, await ticketsOf(postgres, recent, 1));
  });
}

async function make(
  parts: { readonly postgres: Postgres; readonly clock: Clock },
  story: Story,
  began: number,
  lines: readonly Told[],
  people: readonly string[],
  tickets: readonly string[],
): Promise<void> {
  const { pool } = parts.postgres;
  await ensureApplication(parts.postgres, WORKSPACE);
  const incident = await nextNumber(pool, WORKSPACE);
  const told = lines.map(([minute, type, data, by], index) => ({
    id: eventOf(story, index),
    at: began + minute * MINUTE_MS,
    actor: { kind: 'agent', id: people[by] },
    type,
    data: { incident, ...data },
  }));
  const links = tickets.map((ticket) => ({
    id: eventOf(story, ticket),
    at: parts.clock.now(),
    ticket,
    actor: { kind: 'agent', id: people[0] },
    type: 'ticket.linked',
    data: { to: incident, kind: 'incident' },
  }));
  await createDoor(parts).bulk(WORKSPACE, APPLICATION, [...told, ...links]);
}

/** The most experienced first. */
async function peopleOf({ pool }: Postgres): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from directory where workspace_id = $1 and kind = 'agent' and state->'attributes'->>'supportTier' in ('L1', 'L2', 'L3')
       and state->'attributes'->>'active' is distinct from 'false'
     order by state->'attributes'->>'supportTier' desc, id limit ${FEWEST_PEOPLE}`,
    [WORKSPACE],
  );
  return rows.map(({ id }) => id);
}

/** Those of the category that came nearest to when it began. */
async function ticketsOf({ pool }: Postgres, began: number, most: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from ticket where workspace_id = $1 and category = $2 and not hidden and created_at between $3 and $4
     order by abs(extract(epoch from created_at - $5::timestamptz)), id limit $6`,
    [WORKSPACE, CATEGORY, new Date(began - SEARCH_MS), new Date(began + SEARCH_MS), new Date(began), most],
  );
  return rows.map(({ id }) => id);
}
