/** Rules of the demonstration are those of templates there are, are made once, and do not come back. */
import { TEMPLATES as RULES } from '@watchdesk/domain/alerting';
import { TEMPLATES as AUTOMATIONS } from '@watchdesk/domain/automation';
import { afterAll, expect, test } from 'vitest';
import { postgresDatabase } from '../../test/databases.ts';
import { createAlerts } from '../alerts/index.ts';
import { createAutomations } from '../automations/index.ts';
import { createDoor } from '../ingest/index.ts';
import { ensureRules } from '../rules/index.ts';
import { openPostgres } from '../store/postgres/index.ts';
import { MAKER } from './maker.ts';
import { beginProgress, WORKSPACE } from './progress.ts';
import { AUTOMATIONS_TAKEN, RULES_AT_ONCE, RULES_BEFOREHAND, RULES_TAKEN, setRules } from './rules.ts';

const NOW = Date.UTC(2026, 2, 20, 12);
const clock = { now: () => NOW };
const unasked = () => Promise.reject(new Error('nothing runs here'));
const postgres = openPostgres(await postgresDatabase());
afterAll(() => postgres.close());

test('each template that is named exists, is taken once, and stays away once it was removed', async () => {
  expect(RULES.map(({ id }) => id)).toEqual(expect.arrayContaining([...RULES_TAKEN]));
  expect(AUTOMATIONS.map(({ id }) => id)).toEqual(expect.arrayContaining([...AUTOMATIONS_TAKEN]));
  await beginProgress(postgres, {
    model: 1,
    seed: 3,
    startAt: NOW,
    liveFrom: NOW,
    anchor: { realAt: NOW, simulatedAt: NOW, speed: 1 },
    hasDirectory: true,
    daysTold: null,
    toldUntil: NOW,
  });
  await ensureRules(postgres, WORKSPACE);
  const alerts = createAlerts({
    postgres,
    clock,
    query: unasked,
    factsAsOf: async () => NOW,
    connectionsOf: async () => [],
  });
  const automations = createAutomations({
    postgres,
    clock,
    door: createDoor({ postgres, clock }),
    commands: { areTaken: unasked, ask: unasked },
    post: unasked,
    surveys: { factsOf: unasked, ask: unasked },
    onTrouble: (error) => {
      throw error;
    },
  });
  const taken = async () => ({
    rules: new Set((await alerts.rules.list(WORKSPACE)).map(({ spec }) => spec.template)),
    automations: new Set((await automations.list(WORKSPACE)).automations.map(({ spec }) => spec.template)),
  });
  await setRules({ postgres, alerts, automations }, RULES_BEFOREHAND, []);
  expect(await taken()).toEqual({ rules: new Set(RULES_BEFOREHAND), automations: new Set() });
  expect(RULES_BEFOREHAND).toContain('incidents.major');
  await setRules({ postgres, alerts, automations }, RULES_AT_ONCE);
  expect(await taken()).toEqual({ rules: new Set([...RULES_BEFOREHAND, ...RULES_AT_ONCE]), automations: new Set(AUTOMATIONS_TAKEN) });
  await setRules({ postgres, alerts, automations });
  const all = { rules: new Set(RULES_TAKEN), automations: new Set(AUTOMATIONS_TAKEN) };
  const listed = await alerts.rules.list(WORKSPACE);
  // In the inbox alone, which needs no channel.
  expect(listed.flatMap(({ spec: { audience } }) => audience.channels)).toEqual([]);
  const tellsNobody = listed.filter(({ spec: { audience } }) => Object.values(audience).flat().filter(Boolean).length === 0);
  expect(new Set(tellsNobody.map(({ spec }) => spec.template))).toEqual(new Set(['sla.80', 'sla.90']));
  expect(listed.find(({ spec }) => spec.template === 'queue.overdue')!.spec.condition).toMatchObject({ forSeconds: 60 });
  const { automations: made } = await automations.list(WORKSPACE);
  expect(new Set(made.flatMap(({ spec }) => spec.actions.map((action) => action.do)))).toEqual(new Set(['tag', 'notify']));
  expect(await taken()).toEqual(all);

  const [rule] = await alerts.rules.list(WORKSPACE);
  await alerts.rules.remove(MAKER, rule!.id);
  await automations.remove(MAKER, made[0]!.id);
  await setRules({ postgres, alerts, automations });
  expect(await taken()).toEqual({
    rules: new Set(RULES_TAKEN.filter((id) => id !== rule!.spec.template)),
    automations: new Set(AUTOMATIONS_TAKEN.filter((id) => id !== made[0]!.spec.template)),
  });
});
