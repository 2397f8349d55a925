/** People's presence in the facts: whatever the order, the batches and the failures, they are the fold of the log. */
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openLoaded } from '../../../test/loaded.ts';
import { replay } from '../../ingest/index.ts';
import { type Analytics, compareFacts, createLoader, rebuildFacts } from './index.ts';

const { postgres, pool, analytics, clock, door, loader, newWorkspace, created, event, rows, expectAgreement, startAt, close } =
  await openLoaded();
afterAll(close);

const HOUR = 3_600_000;
const told = (id: string, hours: number, type: string, data: object, agent = 'a') => ({
  id,
  at: startAt + hours * HOUR,
  type,
  data: { agent, ...data },
});
const is = (id: string, hours: number, state: string, agent = 'a') => told(id, hours, 'agent.presence', { state }, agent);

const stretches = async (workspace: string) =>
  (
    await rows<Record<string, unknown>>(
      `select agent, state, team, (toUnixTimestamp64Milli(started_at) - ${startAt}) / ${HOUR} as "from",
         (toUnixTimestamp64Milli(ended_at) - ${startAt}) / ${HOUR} as "to"
       from presence_fact final where workspace_id = {workspaceId: String} order by agent, started_at`,
      workspace,
    )
  ).map(({ agent, state, team, from, to }) => [agent, state, team, from, to]);

/** How often rows of people were sent, and which. */
function counting() {
  const sent: string[] = [];
  const insert: Analytics['insert'] = async (table, ...rest) => {
    if (table === 'presence_fact') sent.push(table);
    await analytics.insert(table, ...rest);
  };
  return { sent, loader: createLoader({ postgres, analytics: { ...analytics, insert }, clock }) };
}

describe('stretches of presence', () => {
  test('come in as they happen, and end when the next begins', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [told('t', 0, 'agent.upserted', { teams: ['billing'] }), is('1', 1, 'available')]);
    await loader.drain();
    await door.accept(workspace, 'api', [is('2', 3, 'away'), is('b', 2, 'busy', 'b')]);
    await loader.drain();
    expect(await stretches(workspace)).toEqual([
      ['a', 'available', 'billing', 1, 3],
      ['a', 'away', 'billing', 3, null],
      ['b', 'busy', '', 2, null],
    ]);
    await expectAgreement(workspace);
  });

  test('that a late event undoes are buried', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [is('1', 1, 'available'), is('2', 3, 'away'), is('3', 5, 'available')]);
    await loader.drain();
    await door.accept(workspace, 'api', [is('late', 2, 'away'), is('2', 3, 'away')]);
    await loader.drain();
    expect(await stretches(workspace)).toEqual([
      ['a', 'available', '', 1, 2],
      ['a', 'away', '', 2, 5],
      ['a', 'available', '', 5, null],
    ]);
    await expectAgreement(workspace);
  });

  test('are not written again for what is told again, nor for a shift', async () => {
    const workspace = await newWorkspace();
    const { sent, loader: counted } = counting();
    await door.accept(workspace, 'api', [is('1', 1, 'available')]);
    await counted.drain();
    await door.accept(workspace, 'api', [is('2', 2, 'available')]);
    await counted.drain();
    await door.accept(workspace, 'api', [told('s', 3, 'agent.shift', { from: startAt, to: startAt + HOUR, kind: 'day' })]);
    await counted.drain();
    expect(sent).toHaveLength(1);
    await door.accept(workspace, 'api', [is('3', 4, 'busy')]);
    await counted.drain();
    expect(sent).toHaveLength(2);
    expect(await stretches(workspace)).toMatchObject([
      ['a', 'available', '', 1, 4],
      ['a', 'busy', '', 4, null],
    ]);
  });

  test('and the team of work on tickets follow what is told of teams', async () => {
    const workspace = await newWorkspace();
    const work = (id: string, ticket: string) => ({
      ...event(ticket, 130, 'agent.activity', { agent: 'a', from: startAt + HOUR, to: startAt + 2 * HOUR }),
      id,
    });
    await door.accept(workspace, 'api', [is('1', 1, 'available'), created('a:1'), work('w1', 'a:1')]);
    await loader.drain();
    await door.accept(workspace, 'api', [told('t', 9, 'agent.upserted', { teams: ['technical'] }), created('a:2'), work('w2', 'a:2')]);
    await loader.drain();
    expect(await stretches(workspace)).toEqual([['a', 'available', 'technical', 1, null]]);
    const teams = () =>
      rows(
        'select ticket, team, agent_team from agent_activity_fact final where workspace_id = {workspaceId: String} order by ticket',
        workspace,
      );
    // The first moves again with its ticket, or when the facts are made anew.
    expect(await teams()).toEqual([
      { ticket: 'a:1', team: 'billing', agent_team: '' },
      { ticket: 'a:2', team: 'billing', agent_team: 'technical' },
    ]);
    await rebuildFacts({ pool, analytics, workspaceId: workspace });
    expect(await teams()).toMatchObject([{ agent_team: 'technical' }, { agent_team: 'technical' }]);
    await expectAgreement(workspace);
  });

  test('of a log that was emptied and told anew are not gone on from', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [is('1', 1, 'available')]);
    await loader.drain();
    for (const table of ['event_log', 'directory', 'outbox']) await pool.query(`delete from ${table} where workspace_id = $1`, [workspace]);
    await rebuildFacts({ pool, analytics, workspaceId: workspace });
    await door.accept(workspace, 'api', [is('2', 3, 'busy')]);
    await loader.drain();
    expect(await stretches(workspace)).toEqual([['a', 'busy', '', 3, null]]);
  });

  test('of a workspace without tickets survive a rebuild of everything, and a replay', async () => {
    const workspace = await newWorkspace();
    await door.accept(workspace, 'api', [is('1', 1, 'available'), is('2', 3, 'away')]);
    await loader.drain();
    const before = await stretches(workspace);
    await rebuildFacts({ pool, analytics });
    expect(await stretches(workspace)).toEqual(before);
    await replay(postgres, { workspaceId: workspace });
    await loader.drain();
    expect(await stretches(workspace)).toEqual(before);
    await expectAgreement(workspace);
  });
});

describe('the doctor', () => {
  test('finds stretches that are missing, other or too many, and repairs them', async () => {
    const workspace = await newWorkspace();
    await door.accept(
      workspace,
      'api',
      ['a', 'b', 'c'].flatMap((agent) => [is(`${agent}1`, 1, 'available', agent), is(`${agent}2`, 2, 'away', agent)]),
    );
    await loader.drain();
    const of = (agent: string) => `from presence_fact final where workspace_id = '${workspace}' and agent = '${agent}'`;
    await analytics.client.command({ query: `insert into presence_fact select * replace ('z' as agent) from (select * ${of('a')})` });
    await analytics.client.command({
      query: `insert into presence_fact select * replace ('busy' as state) from (select * ${of('b')} and state = 'away')`,
    });
    await analytics.client.command({ query: `delete from presence_fact where workspace_id = '${workspace}' and agent = 'c'` });
    const found = await compareFacts({ pool, analytics, workspaceId: workspace, repair: true });
    expect(found).toMatchObject({ agents: 3, wrong: 3, repaired: [workspace] });
    const kinds = found.differences.map(({ agent, expected, stored }) => [agent, expected !== undefined, stored !== undefined]);
    expect(kinds.toSorted((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))).toEqual([
      ['b', true, true],
      ['c', true, false],
      ['c', true, false],
      ['z', false, true],
      ['z', false, true],
    ]);
    await expectAgreement(workspace);
  });
});

/** Of two people, an hour apart at least, so that some are told at the same instant. */
const LIVES = fc.array(
  fc.record({
    agent: fc.constantFrom('a', 'b'),
    hours: fc.integer({ min: 0, max: 40 }),
    what: fc.oneof(
      {
        weight: 5,
        arbitrary: fc.constantFrom('available', 'busy', 'away', 'offline').map((state) => ['agent.presence', { state }] as const),
      },
      { weight: 1, arbitrary: fc.constantFrom('billing', 'technical').map((team) => ['agent.upserted', { teams: [team] }] as const) },
      { weight: 1, arbitrary: fc.constant(['agent.shift', { from: startAt, to: startAt + HOUR, kind: 'day' }] as const) },
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Fails at the nth row sent to ClickHouse, before or after it was taken, as if the process had died there. */
function dying(nth: number, isTaken: boolean): Analytics {
  let count = 0;
  return {
    ...analytics,
    insert: async (table, ...rest) => {
      const isLast = table === 'presence_fact' && (count += 1) === nth;
      if (!isLast || isTaken) await analytics.insert(table, ...rest);
      if (isLast) throw new Error('crash');
    },
  };
}

test('log and facts agree whatever is told, in whatever order and batches, twice, and with crashes between', () =>
  fc.assert(
    fc.asyncProperty(
      LIVES,
      fc.infiniteStream(fc.integer({ min: 1, max: 9 })),
      fc.integer({ min: 1, max: 5 }),
      fc.boolean(),
      async (lives, sizes, nth, isTaken) => {
        const workspace = await newWorkspace();
        const events = lives.map(({ agent, hours, what: [type, data] }, index) => told(`e${index}`, hours, type, data, agent));
        const living = createLoader({ postgres, analytics, clock });
        const crashing = createLoader({ postgres, analytics: dying(nth, isTaken), clock });
        let turn = 0;
        for (let rest = events; rest.length > 0; turn += 1) {
          const size = sizes.next().value ?? 1;
          // The last of the batch before comes again.
          await door.accept(workspace, 's', events.slice(Math.max(0, events.length - rest.length - 1), events.length - rest.length + size));
          rest = rest.slice(size);
          await (turn % 2 === 0 ? living.drain() : crashing.drain().catch(() => 0));
        }
        await living.drain();
        await expectAgreement(workspace);
      },
    ),
    { numRuns: process.env['WATCHDESK_LONG'] ? 200 : 8, endOnFailure: true },
  ));
