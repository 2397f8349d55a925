/** The API on a database of its own, with two workspaces that must never see each other. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { type Accounts, createAccounts, SCOPES, type Scope } from '../src/accounts/index.ts';
import { createAudit, OPERATOR } from '../src/audit/index.ts';
import { type Alerts, connectionsSeen, createAlerts } from '../src/alerts/index.ts';
import { createApi, type Parts } from '../src/api/index.ts';
import type { Clock } from '../src/clock.ts';
import type { Connector } from '../src/connectors/connector.ts';
import { createConnectors, type Runtime } from '../src/connectors/runtime/index.ts';
import { createDashboards } from '../src/dashboards/index.ts';
import { createDetectionFeature } from '../src/detection/index.ts';
import { createDirectory } from '../src/directory/index.ts';
import { createDrills, type Drills } from '../src/drills/index.ts';
import { createExplorations } from '../src/explorations/index.ts';
import { createIncidentAnswers } from '../src/incident-answers/index.ts';
import { createIncidents } from '../src/incidents/index.ts';
import { createImports } from '../src/imports/index.ts';
import { createFeedback } from '../src/feedback/index.ts';
import { createFirstSteps } from '../src/first-steps/index.ts';
import { type Automations, createAutomations } from '../src/automations/index.ts';
import { createGoals } from '../src/goals/index.ts';
import { createDoor, type Door } from '../src/ingest/index.ts';
import { createLive, type Live } from '../src/live/index.ts';
import { createMail } from '../src/mail/index.ts';
import { openPostgres, type Postgres } from '../src/store/postgres/index.ts';
import { createMetrics } from '../src/metrics/index.ts';
import { createNotifications, type Notifications } from '../src/notifications/index.ts';
import { createOnCall } from '../src/on-call/index.ts';
import { createOutgoing } from '../src/outgoing/index.ts';
import { createOutages } from '../src/outages/index.ts';
import { createOutageSimulations } from '../src/outage-simulation/index.ts';
import { createOverview } from '../src/overview/index.ts';
import { checkQuery } from '../src/metrics/question.ts';
import { createPeople } from '../src/people/index.ts';
import { createPlaybook } from '../src/playbook/index.ts';
import { createPrivacy } from '../src/privacy/index.ts';
import { createRedaction } from '../src/redaction/index.ts';
import { createSla } from '../src/sla/index.ts';
import { openAnalytics } from '../src/store/analytics/index.ts';
import { createStatusPages } from '../src/status-page/index.ts';
import { createSurveys } from '../src/surveys/index.ts';
import { createTickets } from '../src/tickets/index.ts';
import { createVault } from '../src/vault/index.ts';
import { postgresDatabase } from './databases.ts';
import { MASTER_KEY } from './master-key.ts';

/** The parts' time stands at this instant until a test moves it. */
export const NOW = Date.UTC(2026, 2, 10, 12);

/** Where people would reach it, and what it signs with. */
export const ADDRESS = 'http://localhost:8080';
const SECRET = 'a secret of tests, long enough to sign with';

/** Oftener than anybody wants it, so that no test waits for it. */
const ANSWERS_MS = 50;

export interface TestApi {
  readonly app: FastifyInstance;
  readonly postgres: Postgres;
  readonly door: Door;
  readonly accounts: Accounts;
  /** Go on where a test looks. */
  readonly drills: Drills;
  /** Hears of what happens where a test says so. */
  readonly alerts: Alerts;
  readonly automations: Automations;
  readonly notifications: Notifications;
  /** What the accounts were made with, for others beside them. */
  readonly sign: NonNullable<Parameters<typeof createAccounts>[0]['sign']>;
  readonly live: Live;
  /** Reads what is connected where a test says so. */
  readonly runtime: Runtime;
  readonly clock: Clock & { set(ms: number): void };
  readonly keys: { readonly a: string; readonly b: string };
  /** A key of the workspace with these scopes; all of them by default. */
  keyOf(workspace: string, scopes?: readonly Scope[], source?: string): Promise<string>;
  /** Asks with workspace A's key unless told otherwise. */
  ask(options: InjectOptions | string): Promise<LightMyRequestResponse>;
  /** The same API in another process, as far as anybody can tell: its own pool, live fan-out and server. */
  another(): Promise<{ app: FastifyInstance; live: Live; runtime: Runtime }>;
  close(): Promise<void>;
}

/** `analyticsUrl`: the facts, where a test needs them; nothing listens there otherwise. `connectors`: what can be connected. */
export async function startApi(
  url?: string,
  changes: Partial<Parts> = {},
  analyticsUrl = 'http://127.0.0.1:9',
  connectors: readonly Connector[] = [],
): Promise<TestApi> {
  const address = url ?? (await postgresDatabase());
  let now = NOW;
  const clock = { now: () => now, set: (ms: number) => void (now = ms) };
  const open: (() => Promise<unknown>)[] = [];
  const build = async () => {
    const postgres = openPostgres(address);
    const redaction = createRedaction({ postgres });
    const audit = createAudit({ postgres, clock });
    const door = createDoor({ postgres, clock, redaction });
    const vault = createVault({ postgres, clock, keyring: () => [MASTER_KEY] });
    // Providers of tests are on this machine.
    const outgoing = createOutgoing({ networks: ['127.0.0.1/32'] });
    const sign = { secrets: [SECRET], address: ADDRESS, setUpCode: null, vault, call: outgoing.call } as const;
    const accounts = createAccounts({ postgres, clock, signIn: 'personas', sign });
    const directory = createDirectory({ postgres });
    const analytics = openAnalytics(analyticsUrl);
    const metrics = createMetrics({ postgres, analytics, clock });
    const mail = createMail({ postgres, clock, vault, config: { mail: undefined }, log: { warn: () => {} } });
    const notifications = createNotifications({
      postgres,
      clock,
      vault,
      outgoing,
      mail,
      log: { warn: () => {} },
      address: ADDRESS,
      alerts: { follow: (...act) => alerts.follow(...act), standing: (...asked) => alerts.standing(...asked) },
      onCall: { standing: (...asked) => onCall.standing(...asked), policyOf: (...asked) => onCall.policyOf(...asked) },
    });
    const onCall = createOnCall({
      postgres,
      clock,
      vault,
      address: ADDRESS,
      colleagues: notifications.colleagues,
      post: notifications.post,
    });
    // A clock shows whole milliseconds, whatever is waited for.
    const pace = { ...clock, sleep: async (ms: number) => clock.set(clock.now() + Math.ceil(ms)), random: () => 0.5 };
    const onTrouble = (error: unknown) => {
      throw error;
    };
    const { connections, commands, runtime } = createConnectors({ postgres, door, vault, outgoing, pace, connectors, onTrouble });
    const tickets = createTickets({ postgres, analytics, door, clock, commands });
    const renderings = { tickets: tickets.rows, held: tickets.held, agents: directory.presences };
    const live = createLive({ postgres, clock, renderings, onFacts: metrics.outdate, answersMs: ANSWERS_MS });
    const dataDir = mkdtempSync(join(tmpdir(), 'watchdesk-imports-'));
    const imports = createImports({ postgres, clock, audit, dataDir });
    const outages = createOutages({ postgres, clock, metrics, imports });
    const statusPages =
      changes.statusPages ??
      createStatusPages({
        postgres,
        clock,
        vault,
        mail,
        outgoing,
        address: ADDRESS,
        folder: join(dataDir, 'status-pages'),
        names: [],
        log: { warn: () => {} },
      });
    const incidents = createIncidents({ postgres, clock, door, statusPage: statusPages, onTrouble });
    const drills = createDrills({
      postgres,
      clock,
      door,
      centreOf: async () => ({ seed: 3, startAt: NOW - 30 * 86_400_000 }),
      visitorsOf: async () => [],
      onTrouble,
    });
    const detection = createDetectionFeature({
      postgres,
      analytics,
      clock,
      door,
      factsAsOf: async () => clock.now(),
      isWhole: async () => true,
      onTrouble,
      waitMs: 0,
    });
    const health = async () => ({
      ok: true,
      postgres: { ok: true, detail: null },
      analytics: { ok: true, asOf: null, detail: null },
      live: live.state(),
    });
    const alerts = createAlerts({
      postgres,
      clock,
      telling: notifications,
      query: metrics.query,
      factsAsOf: async () => clock.now(),
      connectionsOf: (workspaceId) => connectionsSeen(connections, workspaceId),
    });
    const surveys = createSurveys({ postgres, clock, door, vault, mail, address: ADDRESS, onTrouble });
    const automations = createAutomations({ postgres, clock, door, commands, post: notifications.postAll, surveys, onCall, onTrouble });
    const app = await createApi({
      accounts,
      alerts,
      audit,
      automations,
      clock,
      connections,
      dashboards: createDashboards({ postgres, clock, checkQuestion: checkQuery }),
      directory,
      door,
      drills,
      explorations: createExplorations({ postgres, clock, checkQuestion: checkQuery }),
      firstSteps: createFirstSteps({ postgres, clock }),
      feedback: createFeedback({ postgres, analytics, clock }),
      goals: createGoals({ postgres, clock, metrics, checkQuestion: checkQuery }),
      health,
      imports,
      incidents,
      incidentAnswers: createIncidentAnswers({ postgres, clock, incidents, tickets }),
      detection,
      history: async () => ({ complete: true, since: null }),
      live,
      mail,
      metrics,
      notifications,
      onCall,
      outages,
      outageSimulations: createOutageSimulations({ postgres, analytics, clock, incidents }),
      overview: createOverview({ postgres, analytics, clock }),
      people: createPeople({ postgres, analytics, clock }),
      playbook: createPlaybook({ postgres, clock, metrics }),
      privacy: createPrivacy({ postgres, clock, door, audit, redaction }),
      sla: createSla({ postgres, analytics, clock, door }),
      statusPages,
      surveys,
      tickets,
      ...changes,
    });
    open.push(async () => {
      await runtime.stop();
      await imports.stop();
      rmSync(dataDir, { recursive: true, force: true });
      await live.stop();
      await app.close();
      await tickets.close();
      await incidents.close();
      await Promise.all([postgres.close(), analytics.close(), outgoing.close()]);
    });
    return { postgres, door, drills, accounts, sign, live, runtime, app, alerts, automations, notifications };
  };
  const first = await build();
  for (const workspace of ['a', 'b'])
    // Demonstrations, so that personas may be stepped in as.
    await first.postgres.pool.query(`insert into workspace (workspace_id, name, kind) values ($1, $2, 'demonstration')`, [
      workspace,
      `Workspace ${workspace}`,
    ]);
  const keyOf = async (workspace: string, scopes: readonly Scope[] = SCOPES, source = 'api') =>
    (await first.accounts.keys.create(workspace, { name: 'test', source, scopes, writable: true }, OPERATOR)).secret;
  const keys = { a: await keyOf('a'), b: await keyOf('b') };
  return {
    ...first,
    clock,
    keys,
    keyOf,
    ask: (options) => {
      const given = typeof options === 'string' ? { url: options } : options;
      return first.app.inject({ ...given, headers: { authorization: `Bearer ${keys.a}`, ...given.headers } });
    },
    another: build,
    close: async () => {
      for (const end of open) await end();
    },
  };
}
