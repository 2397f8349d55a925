import { factsOf, type SurveyFact, type TicketFacts } from '@watchdesk/domain/fact';
import { isActive, isHidden, type TicketState } from '@watchdesk/domain/ticket';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { clickhouseDatabase, postgresDatabase } from '../../test/databases.ts';
import { createDoor } from '../ingest/index.ts';
import { createLoader, openAnalytics } from '../store/analytics/index.ts';
import { type PackedState, unpackState } from '../store/packed-state.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { createOverview } from './index.ts';

const postgres = openPostgres(await postgresDatabase());
const analytics = openAnalytics(await clickhouseDatabase());
const { pool } = postgres;
let now = Date.UTC(2026, 3, 1);
const clock = { now: () => now };
const door = createDoor({ postgres, clock });
const loader = createLoader({ postgres, analytics, clock });
const overview = createOverview({
  postgres,
  analytics,
  clock,
  onError: (error) => {
    throw error;
  },
});

beforeAll(() => loader.drain());
afterAll(() => Promise.all([postgres.close(), analytics.close()]));

let workspaces = 0;
async function newWorkspace(): Promise<string> {
  const id = `w${(workspaces += 1)}`;
  await pool.query('insert into workspace (workspace_id, name) values ($1, $1)', [id]);
  return id;
}
async function load(workspace: string, events: readonly object[]): Promise<TicketState[]> {
  const outcomes = await door.bulk(workspace, 's', events);
  expect(outcomes.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
  await loader.drain();
  const { rows } = await pool.query<{ state: PackedState }>('select state from ticket where workspace_id = $1 and state is not null', [
    workspace,
  ]);
  return rows.map(({ state }) => unpackState(state));
}
const value = (answer: Awaited<ReturnType<typeof overview.ask>>, id: string) => answer.tiles.find((tile) => tile.id === id)!;

// ── The reference: the same numbers, from the facts in TypeScript ─────────────────────────────────

/** Type 7: between neighbours in proportion. */
function quantile(values: readonly number[], p: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const place = (sorted.length - 1) * p;
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
}
const share = <T>(all: readonly T[], part: (one: T) => boolean) => (all.length === 0 ? null : all.filter(part).length / all.length);
type Within = (at: number | null) => boolean;
const WEEK_MS = 7 * 24 * 3_600_000;

function referenceOf(facts: readonly TicketFacts[], within: Within): Record<string, number | null> {
  const seen = facts.filter(({ head }) => head.hiddenAs === null);
  const tickets = seen.map(({ ticket }) => ticket);
  const created = seen.filter(({ head }) => within(head.createdAt)).map(({ ticket }) => ticket);
  const resolved = tickets.filter(({ resolution }) => within(resolution?.at ?? null));
  const cohort = tickets.filter(({ firstResolution }) => within(firstResolution?.at ?? null));
  const reopened = (ticket: TicketFacts['ticket']) =>
    ticket.firstReopenedAt !== null && ticket.firstReopenedAt <= ticket.firstResolution!.at + WEEK_MS;
  const responses = tickets.flatMap(({ firstResponseAt, firstResponseMs }) => (within(firstResponseAt) ? [firstResponseMs! / 1000] : []));
  const answers = seen
    .flatMap(({ surveys }) => surveys)
    .filter(({ answeredAt, score }) => within(answeredAt) && score !== null) as (SurveyFact & { score: number; scale: number })[];
  const csat = answers.filter(({ survey }) => survey === 'csat');
  return {
    created: created.length,
    resolved: resolved.length,
    first_response: quantile(responses, 0.5),
    first_response_p90: quantile(responses, 0.9),
    resolution: quantile(
      resolved.flatMap(({ ttrFullMs }) => (ttrFullMs === null ? [] : [ttrFullMs / 1000])),
      0.5,
    ),
    csat: share(csat, ({ score, scale }) => score >= 0.8 * scale),
    fcr: share(
      cohort.filter((ticket) => ticket.firstBursts > 0 && !ticket.botInvolved),
      (ticket) => ticket.firstBursts === 1 && ticket.firstEscalations === 0 && ticket.firstTierChanges === 0 && !reopened(ticket),
    ),
    reopen: share(cohort, reopened),
    escalation: share(created, ({ humanEscalations }) => humanEscalations > 0),
    containment: share(
      resolved.filter(({ botInvolved }) => botInvolved),
      ({ agentReplies }) => agentReplies === 0,
    ),
  };
}

function backlogOf(states: readonly TicketState[], at: number): number[] {
  const open = (state: TicketState) =>
    !isHidden(state) && state.segments.some(({ from, to, status }) => isActive(status) && from < at && (to === null || to >= at));
  return states.filter(open).map((state) => (at - state.createdAt) / 1000);
}

const rounded = (numbers: Record<string, number | null>) =>
  Object.fromEntries(Object.entries(numbers).map(([name, number]) => [name, number === null ? null : Math.round(number * 1e6) / 1e6]));

// ── Random tickets, each a life of a few steps ────────────────────────────────────────────────────

const START = Date.UTC(2026, 1, 26);
const STEPS: Record<string, [actor: string, type: string, data: object]> = {
  reply: ['agent', 'ticket.message', { visibility: 'public' }],
  question: ['customer', 'ticket.message', { visibility: 'public' }],
  answer: ['bot', 'ticket.message', { visibility: 'public', confidence: 0.5 }],
  handOver: ['bot', 'ticket.escalated', { toTier: 'L1', kind: 'customer_request' }],
  escalate: ['agent', 'ticket.escalated', { toTier: 'L2', kind: 'technical' }],
  tier: ['agent', 'supportTier.changed', { to: 'L3' }],
  resolve: ['agent', 'status.changed', { to: 'resolved' }],
  close: ['automation', 'status.changed', { to: 'closed' }],
  reopen: ['customer', 'status.changed', { to: 'open' }],
  pend: ['agent', 'status.changed', { to: 'pending' }],
  spam: ['agent', 'ticket.spam', { is: true }],
  csat: ['customer', 'survey.answered', { survey: 'csat', scale: 5 }],
  nps: ['customer', 'survey.answered', { survey: 'nps', scale: 10 }],
};
const COMMON = ['reply', 'reply', 'question', 'resolve', 'resolve', 'reopen'];
const step = fc.record({
  name: fc.constantFrom(...COMMON, ...COMMON, ...Object.keys(STEPS)),
  gap: fc.constantFrom(1, 7, 60, 500, 3_000, 9_000),
  who: fc.constantFrom(1, 1, 2),
  score: fc.integer({ min: 1, max: 5 }),
});
const life = fc.record({
  createdAfter: fc.integer({ min: 0, max: 16 * 1440 }),
  by: fc.constantFrom('customer', 'customer', 'agent'),
  channel: fc.constantFrom('email', 'chat'),
  steps: fc.array(step, { minLength: 1, maxLength: 8, size: 'max' }),
});
const manyTickets = fc.array(life, { minLength: 80, maxLength: 80 }).map((lives) =>
  lives.flatMap(({ createdAfter, by, channel, steps }, ticket) => {
    let minutes = createdAfter;
    const event = (index: number, kind: string, who: number, type: string, data: object) => ({
      id: `${ticket}-${index}`,
      at: START + minutes * 60_000,
      seq: index,
      actor: { kind, id: `${kind}-${who}` },
      ticket: `t:${ticket}`,
      type,
      data,
    });
    const created = event(0, by, 1, 'ticket.created', { channel, requester: 'c-1', supportTier: 'L1' });
    return [
      created,
      ...steps.map(({ name, gap, who, score }, index) => {
        minutes += gap;
        const [kind, type, data] = STEPS[name]!;
        const id = {
          'ticket.message': { messageId: `m-${index}` },
          'survey.answered': { surveyId: `s-${index}`, score: name === 'nps' ? score * 2 : score },
        }[type];
        return event(index + 1, kind, who, type, { ...data, ...id });
      }),
    ];
  }),
);

describe('the tiles', () => {
  test('equal a reference in TypeScript on random data, in whole and by the local day', () =>
    fc.assert(
      fc.asyncProperty(
        manyTickets,
        fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
        fc.integer({ min: 5 * 1440, max: 9 * 1440 }),
        async (events, timeZone, minutes) => {
          now += 10_000; // nobody shares another run's answers
          const workspace = await newWorkspace();
          const states = await load(workspace, events);
          const facts = states.map((state) => factsOf(state));
          const from = Date.UTC(2026, 2, 2, 12) + minutes * 60_000;
          const to = from + 6 * 24 * 3_600_000;
          const answer = await overview.ask(workspace, { from, to, timeZone });
          const tiles = (of: 'value' | 'previous') => rounded(Object.fromEntries(answer.tiles.map((tile) => [tile.id, tile[of]])));
          expect(tiles('value')).toMatchObject(rounded(referenceOf(facts, (at) => at !== null && at >= from && at < to)));
          expect(tiles('previous')).toMatchObject(
            rounded(referenceOf(facts, (at) => at !== null && at >= from - (to - from) && at < from)),
          );

          const ages = backlogOf(states, to);
          expect(value(answer, 'backlog')).toMatchObject({ value: ages.length, previous: backlogOf(states, from).length });
          expect(value(answer, 'backlog_age').value).toBe(quantile(ages, 0.5));
          expect(answer.backlogAge.map(({ count }) => count)).toEqual(
            answer.backlogAge.map(
              ({ fromSeconds, toSeconds }) => ages.filter((age) => age >= fromSeconds && age < (toSeconds ?? Infinity)).length,
            ),
          );

          const dayOf = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' });
          for (const { at } of answer.arrivals) {
            const reference = rounded(
              referenceOf(
                facts,
                (moment) => moment !== null && moment >= from && moment < to && dayOf.format(moment) === dayOf.format(new Date(at)),
              ),
            );
            const points = Object.fromEntries(
              answer.tiles.map(({ id, series }) => [id, series.find((point) => point.at === at)?.value ?? null]),
            );
            expect(rounded(points)).toMatchObject(reference);
          }
          for (const [index, point] of value(answer, 'backlog').series.entries()) {
            const end = Math.min(Date.parse(answer.arrivals[index + 1]?.at ?? '2999-01-01'), to);
            expect(point.value).toBe(backlogOf(states, end).length);
          }
          const sum = (name: 'created' | 'resolved') => answer.arrivals.reduce((total, bucket) => total + bucket[name], 0);
          expect([sum('created'), sum('resolved')]).toEqual([value(answer, 'created').value, value(answer, 'resolved').value]);
          expect(answer.byChannel.reduce((total, { count }) => total + count, 0)).toBe(value(answer, 'created').value);
        },
      ),
      { numRuns: process.env['WATCHDESK_LONG'] ? 100 : 8, endOnFailure: true },
    ));

  test('of nothing are null, and counts are zero', async () => {
    const answer = await overview.ask(await newWorkspace(), { from: now - 86_400_000, to: now, timeZone: 'UTC' });
    const counts = ['created', 'resolved', 'backlog'];
    for (const tile of answer.tiles)
      expect([tile.id, tile.value, tile.previous, tile.n]).toEqual([tile.id, ...(counts.includes(tile.id) ? [0, 0, 0] : [null, null, 0])]);
    expect(answer.arrivals).toHaveLength(25);
    expect(answer.now).toMatchObject({ waiting: 0, longestWaitSeconds: null, active: 0, onFire: [] });
  });
});

describe('a period', () => {
  test('that is not over is compared with as much of the one before, and its last bucket is incomplete', async () => {
    const today = Date.UTC(2026, 3, 2);
    now = today + 10.5 * 3_600_000;
    const answer = await overview.ask(await newWorkspace(), {});
    expect(answer.period).toMatchObject({
      from: '2026-04-02T00:00:00.000Z',
      to: '2026-04-03T00:00:00.000Z',
      until: '2026-04-02T10:30:00.000Z',
      grain: 'hour',
      previous: { from: '2026-04-01T00:00:00.000Z', to: '2026-04-01T10:30:00.000Z' },
    });
    expect(answer.arrivals.map(({ incomplete }) => incomplete)).toEqual([...Array.from({ length: 10 }, () => false), true]);
  });
  test('starts with the local day, also where the clocks change', async () => {
    now = Date.UTC(2026, 2, 8, 20); // 16:00 in New York, where clocks went forward at 2:00
    const answer = await overview.ask(await newWorkspace(), { timeZone: 'America/New_York' });
    expect(answer.period).toMatchObject({ from: '2026-03-08T05:00:00.000Z', to: '2026-03-09T04:00:00.000Z' });
    expect(answer.arrivals).toHaveLength(15);
  });
  test.each([
    [{ from: 5, to: 5 }, 'to'],
    [{ timeZone: 'Mars/Olympus' }, 'timeZone'],
    [{ timeZone: '+02:00' }, 'timeZone'],
    [{ from: -5e12, to: 1 }, 'from'],
  ])('%j is refused with the field', async (question, field) => {
    await expect(overview.ask('w1', question)).rejects.toMatchObject({ code: 'invalid', fields: [{ field }] });
  });
});

test('this moment comes from PostgreSQL: who waits, and what is on fire first', async () => {
  now = Date.UTC(2026, 4, 1, 12);
  const workspace = await newWorkspace();
  const event = (id: string, ticket: string, type: string, data: object, minutes: number, kind = 'customer') => ({
    id,
    at: now - minutes * 60_000,
    actor: { kind, id: `${kind}-1` },
    ticket,
    type,
    data,
  });
  const created = (ticket: string, minutes: number, data: object) =>
    event(`${ticket} c`, ticket, 'ticket.created', { subject: `Subject of ${ticket}`, requester: 'c-1', ...data }, minutes);
  await load(workspace, [
    { id: 'o', at: now, type: 'organisation.upserted', data: { organisation: 'o-1', name: 'Acme', customerTier: 'enterprise' } },
    created('s:1', 90, { priority: 'P3' }),
    created('s:2', 30, { priority: 'P1', organisation: 'o-1' }),
    created('s:3', 60, { priority: 'P2', assignee: 'a-1' }),
    created('s:4', 20, { priority: 'P2', assignee: 'a-1' }),
    event('r', 's:4', 'ticket.message', { messageId: 'm', visibility: 'public' }, 10, 'agent'),
  ]);
  const { now: moment } = await overview.ask(workspace, {});
  expect(moment).toMatchObject({ waiting: 2, longestWaitSeconds: 5400, handling: 2, active: 4, unassigned: 2 });
  expect(moment.onFire.map(({ ticket }) => ticket)).toEqual(['s:2', 's:3', 's:1']);
  expect(moment.onFire[0]).toMatchObject({
    subject: 'Subject of s:2',
    organisation: { id: 'o-1', name: 'Acme' },
    requester: { id: 'c-1', name: 'c-1' },
    customerTier: 'enterprise',
    waitingSince: '2026-05-01T11:30:00.000Z',
  });
});
