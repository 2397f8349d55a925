/** Drills on a real database, through the real door: from the start to the score, whatever is done, and whatever stops in between. */
import { PARTS } from '@watchdesk/domain/drill';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { drillDesk, WHO } from '../../test/drill-desk.ts';

const desk = await drillDesk(await postgresDatabase());
afterAll(() => desk.close());
let workspaces = 0;
beforeEach(() => desk.enter(`w${(workspaces += 1)}`));

const logged = () =>
  desk.query<{ id: string; type: string; stream: string }>(
    `select id, type, stream from event_log where workspace_id = $1 and source = 'drill' order by id`,
  );

/** All that should be done, in time; the tickets that have come are linked once more near the end. */
async function doEverything(): Promise<string> {
  await desk.to(10);
  const incident = await desk.declare({ commander: 'bo', tickets: await desk.tickets() });
  for (const [role, agent] of [
    ['technical_lead', 'bo'],
    ['communications', 'cy'],
  ] as const)
    await desk.act(incident, { name: 'role', role, agent, is: true });
  for (const minute of [14, 40, 58]) {
    await desk.to(minute);
    await desk.act(incident, { name: 'update', audience: 'customers', text: 'We are on it.' });
  }
  const missing = await desk.tickets();
  await desk.link(incident, missing.slice(0, 100));
  await desk.to(62);
  await desk.act(incident, { name: 'status', status: 'resolved', notice: { text: 'It works again.' } });
  await desk.act(incident, { name: 'review', summary: 'x', rootCause: 'x', toImprove: ['x'] });
  await desk.act(incident, { name: 'action', action: 'a', title: 'Watch it' });
  await desk.act(incident, { name: 'completeReview' });
  return incident;
}

describe('a drill', () => {
  test('of whoever does everything right ends by itself with 100, its tickets resolved and tagged', async () => {
    const id = await desk.begin();
    await desk.to(9);
    const running = await desk.get(id);
    expect(running).toMatchObject({
      endedAt: null,
      truth: null,
      place: { service: 'Identity', regions: ['EMEA'] },
      score: { total: null },
    });
    expect(running.tickets).toBeGreaterThan(5);
    const incident = await doEverything();
    await desk.to(64);
    const ended = await desk.get(id);
    expect(ended.score.parts.filter(({ better }) => better !== null)).toEqual([]);
    expect(ended).toMatchObject({
      endedFor: 'done',
      incident: { id: incident, title: 'Sign-in fails' },
      truth: { severity: 'SEV2' },
      // There is no status page in this workspace.
      score: { total: 100, points: 95, of: 95 },
    });
    const [open] = await desk.query<{ open: number; tagged: number; all: number }>(
      `select count(*) filter (where status not in ('resolved', 'closed'))::int as open, count(*) filter (where tags @> array['drill'])::int as tagged,
         count(*)::int as all from ticket where workspace_id = $1 and id like 'drill:%'`,
    );
    expect(open).toEqual({ open: 0, tagged: ended.tickets, all: ended.tickets });
  });

  test('of whoever does nothing ends when its time is over, with 0 and what would have been better', async () => {
    const id = await desk.begin();
    await desk.to(95);
    const { endedFor, score, timeline, incident } = await desk.get(id);
    expect([endedFor, score.total, incident]).toEqual(['time', 0, null]);
    expect(score.parts.map((part) => part.id)).toEqual([...PARTS]);
    expect(timeline.filter(({ side }) => side === 'deed')).toEqual([]);
    expect(timeline.filter(({ side }) => side === 'lapse').length).toBe(3);
  });

  test('brings fewer messages where customers are told', async () => {
    await desk.begin();
    await desk.to(60);
    const silent = (await logged()).length;
    await desk.enter(`told${workspaces}`);
    await desk.begin();
    await desk.to(3);
    const incident = await desk.declare();
    await desk.act(incident, { name: 'update', audience: 'customers', text: 'We know.' });
    await desk.to(60);
    const told = (await logged()).length;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(0.7 * silent);
  });

  test('goes on after a restart, wherever it stopped, with every ticket once', async () => {
    const id = await desk.begin();
    await desk.to(60);
    const whole = await logged();
    await desk.enter(`again${workspaces}`);
    await desk.begin();
    await desk.to(7);
    // What was told was not noted as told: as if it was killed in between.
    await desk.query('update drill set told_to = 0 where workspace_id = $1');
    desk.restart();
    desk.jump(31);
    await Promise.all([desk.drills().look(), desk.drills().look()]);
    await desk.to(60);
    expect(await logged()).toEqual(whole);
    expect((await desk.get(id)).tickets).toBeGreaterThan(20);
  });

  test('is one at a time, and stopped it has its score; then another may begin', async () => {
    const both = await Promise.allSettled([desk.begin(), desk.begin()]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(desk.begin()).rejects.toThrow('A drill is running already');
    await desk.to(8);
    await desk.drills().stopNow(desk.workspace(), 'DRILL-1', WHO);
    expect(await desk.get('DRILL-1')).toMatchObject({ endedFor: 'stopped', score: { total: 0 } });
    await expect(desk.drills().stopNow(desk.workspace(), 'DRILL-1', WHO)).rejects.toThrow('It has ended already');
    expect(await desk.begin()).toBe('DRILL-2');
    const { drills } = await desk.drills().list(desk.workspace());
    expect(drills.map((drill) => [drill.id, drill.total])).toEqual([
      ['DRILL-2', null],
      ['DRILL-1', 0],
    ]);
  });

  test('is refused outside a demonstration, and says why', async () => {
    await desk.enter(`own${workspaces}`, 'own');
    await expect(desk.begin()).rejects.toThrow('would stand among those of your customers and in your numbers');
    expect(await desk.drills().list(desk.workspace())).toEqual({ drills: [], isDemonstration: false });
  });

  test('that is a surprise tells neither place nor service before its end, but for points', async () => {
    const id = await desk.begin({ scenario: 'surprise', seed: 11 });
    await desk.to(5);
    const before = await desk.get(id);
    expect([before.place, before.truth, before.hints.map(({ text }) => text)]).toEqual([null, null, [null, null, null]]);
    for (let times = 0; times < 2; times += 1) await desk.drills().hint(desk.workspace(), id, 'what');
    const { service } = (await desk.query<{ scenario: { service: string } }>('select scenario from drill where workspace_id = $1'))[0]!
      .scenario;
    const hinted = await desk.get(id);
    expect(JSON.stringify(before)).not.toContain(service);
    expect(hinted.hints.find(({ hint }) => hint === 'what')!.text).toBe(`Customers write about ${service}.`);
    await desk.drills().stopNow(desk.workspace(), id, WHO);
    expect(await desk.get(id)).toMatchObject({ place: { service }, score: { hints: 4 } });
    await expect(desk.drills().hint(desk.workspace(), id, 'where')).rejects.toThrow('It has ended already');
  });

  test('at a quick pace is over as much sooner', async () => {
    const id = await desk.begin({ pace: 30, minutes: 30 });
    await desk.to(1.1);
    expect((await desk.get(id)).tickets).toBeGreaterThan(20);
    await desk.to(2.1);
    expect((await desk.get(id)).endedFor).toBe('time');
  });

  test('leaves its tickets until they are removed, and keeps its score', async () => {
    const id = await desk.begin();
    await desk.to(9);
    await expect(desk.drills().clear(desk.workspace(), id, WHO)).rejects.toThrow('It is still running');
    await desk.drills().stopNow(desk.workspace(), id, WHO);
    for (let times = 0; times < 2; times += 1) await desk.drills().clear(desk.workspace(), id, WHO);
    const left = await desk.query(`select id from ticket where workspace_id = $1 and id like 'drill:%' and not hidden`);
    expect([left, (await desk.get(id)).clearedAt !== null]).toEqual([[], true]);
  });

  test('shows hostile names and titles as what they are, and is nobody else’s', async () => {
    const hostile = `<img src=x onerror=alert(1)> {{id}} '; drop table drill; -- \u202e`;
    const id = await desk.begin({}, hostile);
    await desk.to(6);
    await desk.declare({ title: hostile, services: [hostile], regions: [hostile] });
    expect(await desk.get(id)).toMatchObject({ startedBy: hostile, incident: { title: hostile } });
    await desk.drills().stopNow(desk.workspace(), id, WHO);
    const { parts } = (await desk.get(id)).score;
    expect(parts.find((part) => part.id === 'place')).toMatchObject({ points: 0, said: `Named: ${hostile}; ${hostile}.` });
    await expect(desk.drills().get('elsewhere', id)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('is in the audit log: who started it, who or what ended it with which score, and nothing that would give it away before', async () => {
    const noted = async () =>
      (
        await desk.query<{ content: string }>(
          `select content from audit_entry where workspace_id = $1 and action like 'drill.%' order by place`,
        )
      ).map(({ content }) => {
        const { action, subject, who, after } = JSON.parse(content);
        return [action, subject.id, who.name, after];
      });
    const id = await desk.begin({ scenario: 'surprise', seed: 11, minutes: 30 });
    const started = ['drill.started', id, 'Ann', { scenario: 'surprise', pace: 1, minutes: 30 }];
    await desk.to(5);
    expect(await noted()).toEqual([started]);
    await desk.drills().stopNow(desk.workspace(), id, WHO);
    const ended = { why: 'stopped', scenario: expect.any(String), seed: 11, score: expect.any(Number), hints: 0, incident: null };
    await desk.drills().clear(desk.workspace(), id, WHO);
    expect(await noted()).toEqual([
      started,
      ['drill.ended', id, 'Ann', ended],
      ['drill.cleared', id, 'Ann', { tickets: expect.any(Number) }],
    ]);
    const next = await desk.begin({ minutes: 30 });
    // Two that see at once that its time is over.
    desk.jump(95);
    await Promise.all([desk.drills().look(), desk.restart().look()]);
    expect((await noted()).slice(3)).toEqual([
      ['drill.started', next, 'Ann', { scenario: 'sign-in-europe', pace: 1, minutes: 30 }],
      ['drill.ended', next, 'Watchdesk', { ...ended, why: 'time', seed: 5, scenario: 'sign-in-europe', score: 0 }],
    ]);
  });
});
