/** What a running incident owes after a long stop: it is paged once, to all whom its rules would have told, and no digest stands in for it. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actor, maker, type Paging, SEV1, startPaging } from '../../test/incident-paging.ts';
import { ANNA, BERT, CLEO } from '../../test/told.ts';

const MINUTE = 60_000;
const SEV2 = { users: 'all', block: 'major', overrides: [] } as const;
const doer = { ...maker, sight: { to: 'all' } } as const;
const PAGED = { roles: ['manager'], incidentPath: true } as const;

let paging: Paging;
beforeAll(async () => {
  paging = await startPaging();
});
afterAll(() => paging.close());
beforeEach(() => paging.empty());

const notices = async () => {
  const { rows } = await paging.told.postgres.pool.query<{ severity: string; title: string; what: string; key: string }>(
    `select body->>'severity' as severity, body->>'title' as title, body->>'what' as what, body->>'key' as key from notice order by place`,
  );
  return rows;
};
const untold = async () => (await paging.told.postgres.pool.query('select id from alert_rule where untold > 0')).rows;
const standardRules = async () => {
  await paging.always(`person:${BERT}`, 'First line');
  await paging.standard('incidents.major', PAGED);
  await paging.standard('incidents.escalation_due', PAGED);
  await paging.standard('incidents.update_skipped', { roles: ['manager'] });
  await paging.standard('incidents.response_missed', { roles: ['manager'] });
  await paging.alerts.watch.catchUp();
};

describe('after a stop of more than a quarter of an hour', () => {
  test.for([
    ['a SEV1, of which something is fresh too', SEV1, 50],
    ['a SEV2, of which nothing is fresh', SEV2, 50],
    ['a SEV1 after many hours', SEV1, 400],
  ] as const)('pages whoever is on call, once: %s', async ([, severity, minutes]) => {
    await standardRules();
    const id = await paging.declare(severity);
    await paging.alerts.watch.catchUp();
    await paging.told.postgres.pool.query('delete from notice');
    paging.told.clock.move(minutes * MINUTE);
    await paging.timer();
    const [page, ...more] = await notices();
    expect(more).toEqual([]);
    expect(page).toMatchObject({ severity: 'critical' });
    expect(page!.title).toContain(`${id} (${severity === SEV1 ? 'SEV1' : 'SEV2'}) goes on`);
    expect(page!.what).toMatch(/Nobody has responded to .* in time/);
    expect(page!.what).toMatch(/Customers were not told of/);
    expect(page!.what).toMatch(/is to be brought into/);
    expect(await paging.reached()).toEqual(['Bert', 'Cleo']);
    expect(await untold()).toEqual([]);
    await paging.timer();
    expect(await notices()).toHaveLength(1);
  });

  test('pages for a declaration that nobody had heard of yet, with who would have been called since', async () => {
    const { postgres } = paging.told;
    await standardRules();
    const policy = (await paging.incidents.policy('a')).policy;
    const path = policy.terms.SEV1.escalation.map((step) =>
      step.afterSeconds === 1800 ? { ...step, who: { people: [ANNA], roles: [], teams: [], channels: [], onCall: [] } } : step,
    );
    const savers = { workspaceId: 'a', who: actor.who, name: 'Anna' };
    const terms = { ...policy.terms, SEV1: { ...policy.terms.SEV1, escalation: path } };
    await paging.incidents.savePolicy(savers, { ...policy, terms }, undefined);
    await paging.declare(SEV1);
    paging.told.clock.move(40 * MINUTE);
    await paging.timer();
    const [page, ...more] = await notices();
    expect(more).toEqual([]);
    expect(page!.what).toContain('is declared: Sign-in fails');
    expect(await paging.reached()).toEqual(['Anna', 'Bert', 'Cleo']);
    expect((await postgres.pool.query('select from alert where owed')).rows).toEqual([]);
  });

  test('goes past whoever does not acknowledge, and ends with the incident', async () => {
    const { told } = paging;
    await paging.standard('incidents.major', {
      roles: ['manager'],
      incidentPath: true,
      ladder: [{ people: [ANNA], roles: [], teams: [], channels: [], afterMs: 5 * MINUTE }],
    });
    await paging.always(`person:${BERT}`, 'First line');
    await paging.alerts.watch.catchUp();
    const id = await paging.declare(SEV1);
    told.clock.move(20 * MINUTE);
    await paging.timer();
    await expect.poll(paging.reached).toEqual(['Bert', 'Cleo']);
    told.clock.move(6 * MINUTE);
    await expect.poll(paging.reached, { timeout: 10_000 }).toEqual(['Anna', 'Bert', 'Cleo']);
    await paging.incidents.act(actor, id, { name: 'status', status: 'resolved' });
    await paging.alerts.watch.catchUp();
    expect((await notices()).at(-1)!.what).toMatch(/is resolved: nobody further is called/);
    const { timeline, review, declaredAt } = await paging.incidents.get(actor, id);
    expect(timeline.flatMap(({ type, said }) => (type.startsWith('alert.') ? [[type, said['to'] ?? null]] : []))).toEqual([
      ['alert.fired', 'Bert, Cleo'],
      ['alert.escalated', 'Anna'],
      ['alert.resolved', null],
    ]);
    const paged = Date.parse(review.stamps.pagedAt!) - Date.parse(declaredAt!);
    expect(paged).toBeGreaterThanOrEqual(20 * MINUTE);
    expect(paged).toBeLessThan(25 * MINUTE);
  });

  test('leaves alone what is over, what somebody saw to meanwhile, and history that is brought in', async () => {
    const { told, door, incidents } = paging;
    await standardRules();
    const over = await paging.declare(SEV1);
    await incidents.act(actor, over, { name: 'status', status: 'resolved' });
    told.clock.move(50 * MINUTE);
    await paging.timer();
    expect((await notices()).filter(({ key }) => key.endsWith(':owed'))).toEqual([]);
    const at = told.clock.now() - 660 * MINUTE;
    const data = {
      incident: 'INC-OLD',
      title: 'Long ago',
      severity: 'SEV3',
      users: 'multiple',
      block: 'major',
      policy: (await incidents.policy('a')).policy,
    };
    await door.bulk('a', 'import', [{ id: 'old', at, type: 'incident.declared', data }]);
    await paging.timer();
    expect((await notices()).filter(({ title }) => title.includes('INC-OLD'))).toEqual([]);
    const id = await paging.declare(SEV2);
    await paging.alerts.watch.catchUp();
    await told.postgres.pool.query('delete from notice');
    told.clock.move(31 * MINUTE);
    await incidents.act(actor, id, { name: 'update', audience: 'customers', text: 'Late, but told' });
    told.clock.move(20 * MINUTE);
    await paging.timer();
    // Of what is no longer owed a digest says that it was.
    const [page, ...digests] = (await notices()).map(({ what }) => what);
    expect(page).toBe(
      `These calls did not go out at their time, and are owed now. Engineering manager is to be brought into ${id} (SEV2) now.`,
    );
    expect(digests).toEqual([1, 2].map(() => expect.stringContaining('became known more than a quarter of an hour late')));
  });
});

describe('updates that are skipped', () => {
  test('are told each, to whoever has command and communications', async () => {
    const { told, incidents } = paging;
    await paging.standard('incidents.update_skipped', { incidentRoles: ['commander', 'communications'] });
    await paging.alerts.watch.catchUp();
    const id = await paging.declare(SEV1);
    await incidents.act({ ...actor, by: 'a1' }, id, { name: 'role', role: 'commander', agent: 'a1', is: true });
    await incidents.act({ ...actor, by: 'Cleo' }, id, { name: 'role', role: 'communications', agent: 'Cleo', is: true });
    const skips = async () => {
      // What another transaction holds back is heard a moment later.
      await paging.timer();
      return (await paging.titles()).filter((what) => what.startsWith('Customers were not told')).length;
    };
    for (let quarter = 1; quarter <= 4; quarter += 1) {
      told.clock.move(15 * MINUTE + 1);
      await expect.poll(skips).toBe(quarter);
      const { rows } = await told.postgres.pool.query<{ id: string }>(`select id from alert where status = 'firing'`);
      for (const { id: alert } of rows) await paging.alerts.act(doer, alert, { type: 'acknowledge' });
    }
    expect(await paging.reached()).toEqual(['Anna', 'Cleo']);
  });

  test('ask for nobody any more once customers are told', async () => {
    const { told, incidents, alerts } = paging;
    await paging.standard('incidents.update_skipped', { people: [CLEO] });
    await alerts.watch.catchUp();
    const id = await paging.declare(SEV1);
    told.clock.move(16 * MINUTE);
    await paging.timer();
    await incidents.act(actor, id, { name: 'update', audience: 'customers', text: 'On it' });
    await alerts.watch.catchUp();
    expect((await notices()).at(-1)!.what).toBe(`${id} has an update for customers: nobody further is called.`);
  });
});
