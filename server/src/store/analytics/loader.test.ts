import type { SupportEvent, TicketEvent } from '@watchdesk/domain/event';
import { ticketEvents } from '@watchdesk/domain/ticket/arbitrary';
import fc from 'fast-check';
import type pg from 'pg';
import { afterAll, describe, expect, test } from 'vitest';
import { openLoaded } from '../../../test/loaded.ts';
import { announceDue, checkStores } from '../../ingest/index.ts';
import { ensureRules } from '../../rules/index.ts';
import { createReclocking } from '../../sla/index.ts';
import { type Analytics, compareFacts, createLoader, rebuildFacts } from './index.ts';
import { createTicketLoad } from './load-tickets.ts';
import { TABLES_OF_TICKETS } from './tables.ts';

const {
  postgres,
  pool,
  analytics,
  clock,
  door,
  loader,
  newWorkspace,
  event,
  created,
  reply,
  rows,
  segments,
  tickets,
  expectAgreement,
  startAt,
  close,
} = await openLoaded();
afterAll(close);

const sent = (one: SupportEvent) => Object.fromEntries(Object.entries(one).filter(([name]) => name !== 'source'));

describe('the loader', () => {
  test('brings what was accepted into the facts, and loading again changes nothing', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [created('a:1'), reply('a:1', 12), event('a:1', 30, 'status.changed', { to: 'resolved' })]);
    expect(await loader.drain()).toBeGreaterThan(0);
    expect(await tickets(workspace)).toEqual([{ ticket: 'a:1', created_at: '2026-03-02 09:00:00.000', first_response_ms: 720_000 }]);
    expect(await loader.drain()).toBe(0);
    await createTicketLoad({ pool, analytics, salt: 'again' }).load(pool, workspace, ['a:1']);
    expect(await tickets(workspace)).toHaveLength(1);
    await expectAgreement(workspace);
  });

  test('buries segments that a late event has undone', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [
      created('a:1'),
      event('a:1', 10, 'status.changed', { to: 'open' }),
      event('a:1', 20, 'status.changed', { to: 'pending' }),
    ]);
    await loader.drain();
    expect(await segments(workspace)).toHaveLength(3);
    // The ticket had been open all along, so two changes were none.
    await door.accept(workspace, 'api', [
      { ...event('a:1', 0, 'status.changed', { to: 'pending' }), seq: 1 },
      event('a:1', 9, 'status.changed', { to: 'pending' }),
    ]);
    await door.accept(workspace, 'api', [event('a:1', 10, 'status.changed', { to: 'pending' })]);
    await loader.drain();
    await expectAgreement(workspace);
  });

  test('buries the rows under the old creation instant when it moves to another month', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [reply('a:1', 10)]);
    await loader.drain();
    await door.accept(workspace, 'api', [created('a:1', -60 * 24 * 40)]);
    await loader.drain();
    expect(await tickets(workspace)).toMatchObject([{ created_at: '2026-01-21 09:00:00.000' }]);
    expect(await segments(workspace)).toMatchObject([{ ordinal: 0, month: 202_601 }]);
    await expectAgreement(workspace);
  });

  test('carries the plan and the tier that were true when the ticket was created, after a rebuild as well', async () => {
    const workspace = await newWorkspace();
    const plan = (name: string, at: number) => ({
      id: `plan ${name}`,
      at,
      type: 'organisation.upserted',
      data: {
        organisation: 'o-1',
        plan: name,
        customerTier: 'enterprise',
        mrr: 1200.5,
        currency: 'EUR',
        domain: 'acme.example',
        since: '2025-12-03',
      },
    });
    const customer = {
      id: 'c',
      at: startAt,
      type: 'customer.upserted',
      data: { customer: 'c-1', organisation: 'o-1', country: 'NL', region: 'EMEA', since: '2026-02-24' },
    };
    await door.accept(workspace, 'api', [created('a:0', -60), plan('gold', startAt), customer, created('a:1')]);
    await loader.drain();
    await door.accept(workspace, 'api', [plan('silver', startAt + 60_000), created('a:2', 5), created('a:3', 24 * 60)]);
    await loader.drain();
    // The first moves once more, now that the plan is another.
    await door.accept(workspace, 'api', [reply('a:1', 10)]);
    await loader.drain();
    const query =
      'select ticket, organisation, plan, customer_tier, mrr, currency, country, region, domain, tenure, lifecycle from ticket_fact final where workspace_id = {workspaceId: String} order by ticket';
    const common = {
      organisation: 'o-1',
      customer_tier: 'enterprise',
      mrr: 1200.5,
      currency: 'EUR',
      country: 'NL',
      region: 'EMEA',
      domain: 'acme.example',
      tenure: '0-3',
      lifecycle: '1-7',
    };
    const expected = [
      // Nothing was told of it so early; what was told first stands for the time before.
      { ticket: 'a:0', plan: 'gold', ...common },
      { ticket: 'a:1', plan: 'gold', ...common },
      { ticket: 'a:2', plan: 'silver', ...common },
      // A day later the organisation has been a customer for three months, and the person for more than a week.
      { ticket: 'a:3', plan: 'silver', ...common, tenure: '3-12', lifecycle: '8-30' },
    ];
    expect(await rows(query, workspace)).toEqual(expected);
    await rebuildFacts({ pool, analytics, workspaceId: workspace });
    expect(await rows(query, workspace)).toEqual(expected);
    await expectAgreement(workspace);
  });

  test('keeps the facts of a ticket whose clocks cannot be read, and has them run again', async () => {
    const workspace = await newWorkspace();
    await ensureRules(postgres, workspace);
    const finished = ['a:1', 'a:2'].flatMap((id) => [created(id), reply(id, 12), event(id, 30, 'status.changed', { to: 'resolved' })]);
    await door.accept(workspace, 'api', finished);
    while ((await announceDue(pool, 'history', clock.now(), 100)).tickets > 0);
    await loader.drain();
    const promises = () =>
      rows<{ ticket: string }>(
        'select ticket, metric, state, cycle from sla_fact final where workspace_id = {workspaceId: String} order by all',
        workspace,
      );
    const before = await promises();
    expect(before.length).toBeGreaterThanOrEqual(4);
    // Nothing is due any more on the first, so the timer never comes upon it; the second is readable and without any clocks.
    await pool.query(`update ticket set clocks = case id when 'a:1' then '[[1, 2, 3]]'::json end where workspace_id = $1`, [workspace]);
    const touch = () =>
      pool.query(
        `insert into outbox (workspace_id, kind, id, version, types, historic) select workspace_id, 'ticket', id, version, '{}', true from ticket where workspace_id = $1`,
        [workspace],
      );
    for (let time = 0; time < 2; time += 1) {
      await touch();
      await loader.drain();
    }
    const ofFirst = before.filter(({ ticket }) => ticket === 'a:1');
    expect(await promises()).toEqual(ofFirst);
    await expectAgreement(workspace);
    const asked = await pool.query('select scope, subject from reclock where workspace_id = $1', [workspace]);
    expect(asked.rows).toEqual([{ scope: 'ticket', subject: 'a:1' }]);
    expect(await createReclocking({ postgres, onTrouble: () => {} }).drain()).toBe(1);
    await loader.drain();
    expect(await promises()).toEqual(ofFirst);
    await expectAgreement(workspace);
  });

  test('says how fresh the facts are', async () => {
    const workspace = await newWorkspace();
    const now = Date.now();
    const live = createLoader({ postgres, analytics, clock: { now: () => Date.now() } });
    await live.drain();
    expect(await live.asOf()).toBeGreaterThanOrEqual(now);
    await door.accept(workspace, 'api', [created('a:1')]);
    const stale = await live.asOf();
    await new Promise((settle) => setTimeout(settle, 20));
    expect(await live.asOf()).toBe(stale);
    await live.drain();
    expect(await live.asOf()).toBeGreaterThan(stale);
  });

  test('started, loads by itself, and stops', async () => {
    const workspace = await newWorkspace();
    const live = createLoader({ postgres, analytics, clock });
    live.start();
    await door.accept(workspace, 'api', [created('a:1')]);
    await expect.poll(() => tickets(workspace), { timeout: 5_000 }).toHaveLength(1);
    await live.stop();
  });
});

test('log, tickets and facts agree after random late events that change segments and creation instants', () =>
  fc.assert(
    fc.asyncProperty(ticketEvents(60), fc.infiniteStream(fc.integer({ min: 1, max: 20 })), async (events, sizes) => {
      const workspace = await newWorkspace();
      for (let rest: TicketEvent[] = events; rest.length > 0;) {
        const size = sizes.next().value ?? 1;
        const outcomes = await door.accept(workspace, 's', rest.slice(0, size).map(sent));
        expect(outcomes.filter(({ outcome }) => outcome === 'rejected')).toEqual([]);
        rest = rest.slice(size);
        await loader.drain();
        if (size % 3 === 0) await analytics.tidy(TABLES_OF_TICKETS);
      }
      await expectAgreement(workspace);
      expect((await checkStores(postgres, workspace)).findings).toEqual([]);
      const { rows: stored } = await pool.query<{ id: string }>('select id from ticket where workspace_id = $1 and state is not null', [
        workspace,
      ]);
      expect((await tickets(workspace)).map(({ ticket }) => ticket)).toEqual(stored.map(({ id }) => id).toSorted());
    }),
    { numRuns: process.env['WATCHDESK_LONG'] ? 200 : 12, endOnFailure: true },
  ));

describe('a crash', () => {
  /** Fails at the nth call to either database, as if the process had died there; nothing after it happens. */
  function failing(nth: number) {
    let calls = 0;
    const step = () => {
      if ((calls += 1) >= nth) throw new Error('crash');
    };
    const query = (...args: unknown[]) => (step(), (pool.query as (...args: unknown[]) => unknown)(...args));
    const insert: Analytics['insert'] = async (...args) => (step(), analytics.insert(...args));
    return {
      pool: new Proxy<pg.Pool>(pool, { get: (target, name) => (name === 'query' ? query : Reflect.get(target, name)) }),
      analytics: { ...analytics, insert },
      calls: () => calls,
    };
  }

  test('between any two steps is mended by loading again', async () => {
    for (let nth = 1; ; nth += 1) {
      const workspace = await newWorkspace();
      await door.accept(workspace, 'api', [
        created('a:1'),
        event('a:1', 10, 'status.changed', { to: 'open' }),
        event('a:1', 20, 'status.changed', { to: 'pending' }),
        created('a:2'),
      ]);
      await createTicketLoad({ pool, analytics }).load(pool, workspace, ['a:1', 'a:2']);
      await door.accept(
        workspace,
        'api',
        [created('a:1', -60 * 24 * 40), reply('a:2', 5)].map((one) => ({ ...one, seq: 0 })),
      );
      await pool.query(
        `update ticket set state = jsonb_set(state::jsonb, '{segments}', (state::jsonb->'segments') #- '{2}')::json, version = version + 1 where workspace_id = $1 and id = 'a:1'`,
        [workspace],
      );
      const broken = failing(nth);
      const crashed = await createTicketLoad({ pool: broken.pool, analytics: broken.analytics })
        .load(broken.pool, workspace, ['a:1', 'a:2'])
        .then(
          () => false,
          () => true,
        );
      // The state moves on before the next attempt, so the rows of the crashed one are not simply written again.
      await door.accept(workspace, 'api', [event('a:1', 40, 'status.changed', { to: 'resolved' })]);
      await loader.drain();
      await expectAgreement(workspace);
      if (!crashed) return expect(nth).toBeGreaterThan(8);
    }
  });

  test('in the middle of a rebuild is noticed, and the next loader rebuilds', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [created('a:1')]);
    await loader.drain();
    const broken = failing(4);
    await expect(rebuildFacts({ pool: broken.pool, analytics: broken.analytics })).rejects.toThrow('crash');
    expect(await tickets(workspace)).toEqual([]);
    await createLoader({ postgres, analytics, clock }).drain();
    await expectAgreement(workspace);
  });
});

describe('the doctor', () => {
  test('finds rows that are missing, other or too many, and repairs them', async () => {
    const workspace = await newWorkspace();
    await door.accept(
      workspace,
      'api',
      ['a:1', 'a:2', 'a:3', 'a:4'].map((id) => created(id)),
    );
    await loader.drain();
    const stray = `select * replace ('a:9' as ticket) from (select * from ticket_fact final where workspace_id = '${workspace}' and ticket = 'a:1')`;
    await analytics.client.command({ query: `insert into ticket_fact ${stray}` });
    await analytics.client.command({ query: `delete from ticket_fact where workspace_id = '${workspace}' and ticket = 'a:2'` });
    await analytics.client.command({
      query: `insert into ticket_fact select * replace ('P1' as priority) from ticket_fact final where workspace_id = '${workspace}' and ticket = 'a:3'`,
    });
    await analytics.client.command({
      query: `insert into ticket_fact select * replace (day - 40 as day) from ticket_fact final where workspace_id = '${workspace}' and ticket = 'a:4'`,
    });
    const found = await compareFacts({ pool, analytics, workspaceId: workspace, repair: true });
    expect(found).toMatchObject({ tickets: 4, wrong: 4, repaired: [workspace] });
    expect(
      new Map(found.differences.map(({ ticket, expected, stored }) => [ticket, [expected !== undefined, stored !== undefined]])),
    ).toEqual(
      new Map([
        ['a:2', [true, false]],
        ['a:3', [true, true]],
        ['a:4', [false, true]],
        ['a:9', [false, true]],
      ]),
    );
    expect(found.differences.find(({ ticket }) => ticket === 'a:3')).toMatchObject({
      expected: { priority: 'P3' },
      stored: { priority: 'P1' },
    });
    await expectAgreement(workspace);
  });
});
