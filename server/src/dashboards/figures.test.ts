/**
 * Numbers of the standard dashboards on a simulated fortnight, beside the same counted here from the events as they were sent.
 * Nothing of the fold, the facts or the catalogue is used for the counting.
 */
import { STANDARD_DASHBOARDS } from '@watchdesk/domain/dashboard';
import type { SentEvent } from '@watchdesk/domain/event';
import { createContactCentre } from '@watchdesk/simulator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openLoaded } from '../../test/loaded.ts';
import {
  firstResponseOf,
  isPublic,
  lastOf,
  type Life,
  lifeOf,
  mean,
  median,
  quantile,
  repliesIn,
  resolverOf,
  type Sent,
  shareOf,
  statusAt,
  tally,
  withBot,
} from '../../test/raw-lives.ts';
import { createMetrics } from '../metrics/index.ts';
import { ensureRules } from '../rules/index.ts';

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 1, 23);
const NOW = Date.UTC(2026, 2, 9, 12);
const FROM = Date.UTC(2026, 1, 25);
const { postgres, analytics, door, loader, newWorkspace, close } = await openLoaded();
const metrics = createMetrics({ postgres, analytics, clock: { now: () => NOW } });
const all = { to: 'all' } as const;
let workspaceId: string;
let events: SentEvent[];
let lives: Life[];
afterAll(close);

beforeAll(async () => {
  workspaceId = await newWorkspace();
  await ensureRules(postgres, workspaceId);
  const centre = createContactCentre({
    seed: 11,
    startAt: START,
    size: { agents: 12, customers: 300, organisations: 30, conversationsPerDay: 80 },
  });
  events = [...centre.directory(), ...[...centre.history({ to: NOW })].flat()];
  const outcomes = await door.bulk(workspaceId, 'demo', events);
  expect(outcomes.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
  await loader.drain();
  lives = [...Map.groupBy(events as Sent[], ({ ticket }) => ticket ?? '')].flatMap(([id, own]) => lifeOf(id, own) ?? []);
}, 120_000);

const isIn = (at: number | null) => at !== null && at >= FROM && at < NOW;
const createdIn = () => lives.filter(({ created }) => isIn(created.at));
const resolvedIn = () => lives.filter(({ resolvedAt }) => isIn(resolvedAt));
const happened = (type: string, holds: (event: Sent) => boolean = () => true) =>
  lives.flatMap((life) => life.events).filter((event) => event.type === type && isIn(event.at) && holds(event));
const happenedEver = (type: string) => lives.flatMap((life) => life.events).filter((event) => event.type === type);
const answersTo = (survey: string) => happened('survey.answered', ({ data }) => data['survey'] === survey);
const firstResponses = () => lives.flatMap((life) => firstResponseOf(life) ?? []).flatMap(({ at, seconds }) => (isIn(at) ? [seconds] : []));
const openAt = (at: number) => lives.filter((life) => life.created.at < at && !['resolved', 'closed'].includes(statusAt(life, at)));
const ofTicket = ({ ticket }: Sent) => lives.find(({ id }) => id === ticket)!;
/** What was told of somebody or something up to an instant, the later over the earlier. */
const toldOf = (type: string, field: string, id: string, until: number): Record<string, any> =>
  Object.assign(
    {},
    ...(events as Sent[]).filter((event) => event.type === type && event.data[field] === id && event.at <= until).map(({ data }) => data),
  );

/** What a tile of a standard dashboard shows of the fortnight, of several metrics the first unless another is named. */
async function shown(dashboard: string, tile: string, named?: string) {
  const found = STANDARD_DASHBOARDS.find(({ id }) => id === dashboard)!.tiles.find(({ id }) => id === tile);
  if (!found) throw new Error(`${dashboard} has no tile ${tile}`);
  const { grain: _grain, compare: _compare, limit: _limit, ...question } = found.question;
  const period = { from: FROM, to: NOW };
  const asker = { workspaceId, scope: { rows: all, aggregate: all, text: true } };
  const answer = await metrics.query(asker, { ...question, period, timeZone: 'UTC', limit: 1000 });
  const metric = named ?? question.metrics[0]!;
  return {
    value: answer.total.values[metric]!.value,
    groups: Object.fromEntries(answer.groups.map(({ key, values }) => [Object.values(key).join(' '), values[metric]!.value])),
  };
}
const valueOf = async (dashboard: string, tile: string) => {
  const [id, metric] = tile.split('/');
  return (await shown(dashboard, id!, metric)).value;
};
const groupsOf = async (dashboard: string, tile: string) => {
  const [id, metric] = tile.split('/');
  return (await shown(dashboard, id!, metric)).groups;
};

test('there is enough to count', () => {
  expect(createdIn().length).toBeGreaterThan(500);
  expect(answersTo('csat').length).toBeGreaterThan(20);
});

test.each<[string, string, () => number]>([
  ['volume', 'created', () => createdIn().length],
  ['volume', 'resolved', () => resolvedIn().length],
  ['feedback', 'csat', () => shareOf(answersTo('csat'), ({ data }) => data['score'] >= 4)],
  ['feedback', 'csat-mean', () => mean(answersTo('csat').map(({ data }) => data['score']))],
  ['feedback', 'csat-answers', () => answersTo('csat').length],
  ['feedback', 'csat-low', () => answersTo('csat').filter(({ data }) => data['score'] <= 2).length],
  ['feedback', 'csat-commented', () => shareOf(answersTo('csat'), ({ data }) => Boolean(data['comment']))],
  [
    'feedback',
    'nps',
    () => 100 * (shareOf(answersTo('nps'), ({ data }) => data['score'] >= 9) - shareOf(answersTo('nps'), ({ data }) => data['score'] <= 6)),
  ],
  ['feedback', 'ces', () => mean(answersTo('ces').flatMap(({ data }) => (data['scale'] === 5 ? [data['score']] : [])))],
  [
    'feedback',
    'survey-response',
    () =>
      shareOf(happened('survey.requested'), (asked) =>
        ofTicket(asked).events.some(({ type, data }) => type === 'survey.answered' && data['surveyId'] === asked.data['surveyId']),
      ),
  ],
  ['volume', 'bot-handover', () => shareOf(withBot(createdIn()), ({ events: own }) => own.some(({ type }) => type === 'ticket.escalated'))],
  ['executive', 'containment', () => shareOf(withBot(resolvedIn()), (life) => repliesIn(life) === 0)],
  ['team', 'spread/first_response_p75', () => quantile(0.75, firstResponses())],
  ['team', 'spread/first_response_p90', () => quantile(0.9, firstResponses())],
  [
    'sla-and-backlog',
    'unassigned-share',
    () =>
      shareOf(openAt(NOW), (life) => ['new', 'open'].includes(statusAt(life, NOW)) && !lastOf(life, 'team') && !lastOf(life, 'assignee')),
  ],
  ['volume', 'channels/replies_per_ticket', () => mean(resolvedIn().map(repliesIn))],
  ['team', 'escalations', () => happened('ticket.escalated').length],
  ['team', 'first-response', () => median(firstResponses())],
  ['executive', 'resolution-rate', () => resolvedIn().length / createdIn().length],
  [
    'executive',
    'escalation',
    () => shareOf(createdIn(), ({ events: own }) => own.some(({ type, actor }) => type === 'ticket.escalated' && actor.kind === 'agent')),
  ],
  ['issues', 'resolution', () => median(resolvedIn().map(({ created, resolvedAt }) => (resolvedAt! - created.at) / 1000))],
  ['sla-and-backlog', 'backlog', () => lives.filter(({ resolvedAt }) => resolvedAt === null).length],
  [
    'sla-and-backlog',
    'backlog-age',
    () => median(lives.filter(({ resolvedAt }) => resolvedAt === null).map(({ created }) => (NOW - created.at) / 1000)),
  ],
])('%s: %s', async (dashboard, tile, counted) => {
  const expected = counted();
  expect(Number.isFinite(expected)).toBe(true);
  expect(await valueOf(dashboard, tile)).toBeCloseTo(expected, 6);
});

/** What the catalogue says of the fortnight. */
async function told(metric: string, dimension?: 'age'): Promise<Record<string, number | null>> {
  const asker = { workspaceId, scope: { rows: all, aggregate: all, text: true } };
  const period = { from: FROM, to: NOW };
  const answer = await metrics.query(asker, { metrics: [metric], period, timeZone: 'UTC', ...(dimension && { dimensions: [dimension] }) });
  const of = (values: Record<string, { value: number | null }>) => values[metric]!.value;
  return dimension
    ? Object.fromEntries(answer.groups.map(({ key, values }) => [key[dimension]!, of(values)]))
    : { '': of(answer.total.values) };
}

/** The way a ticket took to its resolve, read from its events. */
function pathOf({ events: own }: Life): string {
  const isBy = (kind: string) => (event: Sent) => isPublic(kind)(event);
  if (own.some(isBy('bot')) && !own.some(isBy('agent'))) return 'path_bot';
  if (own.some(({ type, actor, data: _ }, index) => type === 'ticket.escalated' && actor.kind !== 'bot' && tierBefore(own, index) !== 'L0'))
    return 'path_escalated';
  return changesHands(own, 'assignee') || changesHands(own, 'team') ? 'path_several' : 'path_one';
}
const tierBefore = (own: readonly Sent[], index: number) => {
  const earlier = own.slice(0, index).findLast(({ type }) => ['ticket.created', 'ticket.escalated', 'supportTier.changed'].includes(type));
  return earlier?.data['supportTier'] ?? earlier?.data['toTier'] ?? earlier?.data['to'];
};
/** From somebody to somebody else; an escalation can name the team it goes to. */
function changesHands(own: readonly Sent[], what: 'assignee' | 'team'): boolean {
  let holder = own.find(({ type }) => type === 'ticket.created')!.data[what] ?? null;
  let changes = 0;
  for (const { type, data } of own) {
    const to = type === `${what}.changed` ? data['to'] : what === 'team' && type === 'ticket.escalated' ? data['to'] : undefined;
    if (to === undefined) continue;
    if (holder !== null && to !== null && to !== holder) changes += 1;
    holder = to;
  }
  return changes > 0;
}

test('the paths to a resolve, which add up to all of them', async () => {
  const paths = tally(resolvedIn(), pathOf);
  const shares = await Promise.all(['path_bot', 'path_one', 'path_several', 'path_escalated'].map(async (id) => (await told(id))['']!));
  expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  expect(shares[0]).toBeCloseTo((paths['path_bot'] ?? 0) / resolvedIn().length, 9);
  expect(shares[3]).toBeCloseTo((paths['path_escalated'] ?? 0) / resolvedIn().length, 9);
  expect(shares[2]).toBeCloseTo((paths['path_several'] ?? 0) / resolvedIn().length, 9);
});

test('the backlog by its age', async () => {
  const bands = [720, 168, 72, 24, 4, 0];
  const open = lives.filter(({ resolvedAt }) => resolvedAt === null);
  const hours = ({ created }: Life) => (NOW - created.at) / 3_600_000;
  expect(await told('backlog', 'age')).toEqual(tally(open, (life) => String(bands.find((from) => hours(life) >= from))));
});

test('answers that came within a day of being asked for, and later', async () => {
  const askedAt = new Map(happenedEver('survey.requested').map(({ at, data }) => [data['surveyId'], at]));
  const isPrompt = ({ at, data }: Sent) => at - askedAt.get(data['surveyId'])! <= DAY_MS;
  const satisfied = (of: readonly Sent[]) => shareOf(of, ({ data }) => data['score'] >= 4);
  const csat = answersTo('csat');
  expect((await told('csat_prompt'))['']).toBeCloseTo(satisfied(csat.filter(isPrompt)), 9);
  const late = csat.filter((one) => !isPrompt(one));
  expect((await told('csat_late'))['']).toEqual(late.length === 0 ? null : expect.closeTo(satisfied(late), 9));
  expect((await told('nps_low'))['']).toBe(answersTo('nps').filter(({ data }) => data['score'] <= 6).length);
});

const weekday = (at: number) => (Math.floor(at / DAY_MS) + 3) % 7; // the first of January 1970 was a Thursday

test.each<[string, string, () => Record<string, number>]>([
  ['volume', 'created-by-channel', () => tally(createdIn(), ({ created }) => created.data['channel'])],
  ['volume', 'created-by-product', () => tally(createdIn(), ({ created }) => created.data['product'] ?? '')],
  ['volume', 'created-by-category', () => tally(createdIn(), ({ created }) => created.data['category'] ?? '')],
  [
    'volume',
    'peak-hours',
    () => tally(createdIn(), ({ created: { at } }) => `${weekday(at) + 1} ${Math.floor((at % DAY_MS) / 3_600_000)}`),
  ],
  ['executive', 'escalations-by-escalation-kind', () => tally(happened('ticket.escalated'), ({ data }) => data['kind'])],
  ['volume', 'created-by-service-site', () => tally(createdIn(), ({ created }) => created.data['serviceSite'] ?? '')],
  [
    'volume',
    'created-by-customer-tier',
    () =>
      tally(
        createdIn(),
        ({ created: { at, data } }) => toldOf('organisation.upserted', 'organisation', data['organisation'], at)['customerTier'] ?? '',
      ),
  ],
  [
    'executive',
    'regions',
    () => tally(createdIn(), ({ created: { at, data } }) => toldOf('customer.upserted', 'customer', data['requester'], at)['region'] ?? ''),
  ],
  [
    'issues',
    'created-by-tags',
    () =>
      tally(
        createdIn().flatMap(({ created }): string[] => (created.data['tags']?.length > 0 ? created.data['tags'] : [''])),
        String,
      ),
  ],
  [
    'issues',
    'issues-by-weekday',
    () => tally(createdIn(), ({ created }) => `${created.data['category'] ?? ''} ${weekday(created.at) + 1}`),
  ],
  ['team', 'agents', () => tally(resolvedIn().map(resolverOf).filter(Boolean), String)],
  [
    'team',
    'specialities',
    () =>
      tally(
        resolvedIn().filter((life) => resolverOf(life) !== ''),
        (life) => `${resolverOf(life)} ${lastOf(life, 'category')}`,
      ),
  ],
  ['sla-and-backlog', 'backlog-by-priority', () => tally(openAt(NOW), (life) => lastOf(life, 'priority') || 'P3')],
  ['sla-and-backlog', 'backlog-by-team', () => tally(openAt(NOW), (life) => lastOf(life, 'team'))],
  ['sla-and-backlog', 'backlog-by-status', () => tally(openAt(NOW), (life) => statusAt(life, NOW))],
  [
    'feedback',
    'csat-low-by-category',
    () =>
      tally(
        answersTo('csat').filter(({ data }) => data['score'] <= 2),
        (answer) => lastOf(ofTicket(answer), 'category'),
      ),
  ],
])('%s: %s', async (dashboard, tile, counted) => {
  const expected = counted();
  expect(Object.keys(expected).length).toBeGreaterThan(0);
  expect(withoutNothing(await groupsOf(dashboard, tile))).toEqual(expected);
});

/** A group of which nothing was counted need not be told of. */
const withoutNothing = (groups: Record<string, number | null>) =>
  Object.fromEntries(Object.entries(groups).filter(([, value]) => value !== 0));

test('executive: the work that each category took', async () => {
  const worked = happened('agent.activity', ({ data }) => isIn(data['from']));
  const expected = [...Map.groupBy(worked, (stretch) => lastOf(ofTicket(stretch), 'category'))].map(([category, own]) => [
    category,
    Math.round(own.reduce((sum, { data }) => sum + data['to'] - data['from'], 0)),
  ]);
  const { groups } = await shown('executive', 'handle-time-total-by-category');
  const found = Object.entries(groups).map(([category, seconds]) => [category, Math.round(seconds! * 1000)]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test.each([3, 7, 11])('sla-and-backlog: what was open on day %d, and how old it was', async (days) => {
  const to = START + days * DAY_MS + 13 * 3_600_000 + 1;
  const asker = { workspaceId, scope: { rows: all, aggregate: all, text: true } };
  const metric = ['backlog', 'backlog_age', 'backlog_age_p90'];
  const { total } = await metrics.query(asker, { metrics: metric, period: { from: to - DAY_MS, to }, timeZone: 'UTC' });
  const ages = openAt(to).map(({ created }) => (to - created.at) / 1000);
  const expected = [ages.length, quantile(0.5, ages), quantile(0.9, ages)];
  expect(ages.length).toBeGreaterThan(5);
  for (const [index, id] of metric.entries()) expect(total.values[id]!.value).toBeCloseTo(expected[index]!, 6);
});

test('volume: created-by-country, as the customer’s was then', async () => {
  const countryOf = ({ created }: Life) =>
    (events as Sent[]).findLast(
      ({ type, data, at }) => type === 'customer.upserted' && data['customer'] === created.data['requester'] && at <= created.at,
    )?.data['country'] ?? '';
  expect((await shown('volume', 'created-by-country')).groups).toEqual(tally(createdIn(), countryOf));
});

test('team: work in hand by agent and status', async () => {
  const inHand = lives.flatMap(({ resolvedAt, events: own, created }) => {
    if (resolvedAt !== null) return [];
    const status = own.findLast(({ type }) => type === 'status.changed')?.data['to'] ?? created.data['status'] ?? 'new';
    const holder = own.findLast(({ type }) => type === 'assignee.changed')?.data['to'] ?? created.data['assignee'] ?? null;
    return holder === null ? [] : [`${holder} ${status}`];
  });
  const { groups } = await shown('team', 'open-work');
  expect(Object.keys(groups).length).toBeGreaterThan(3);
  expect(groups).toEqual(tally(inHand, (key) => key));
});
