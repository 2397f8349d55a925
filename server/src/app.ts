/**
 * The composition root: it knows every part, those for incidents by incident-management.ts. It is built and listens before the databases answer, so
 * that a page and /api/v1/health are there while they start; what needs PostgreSQL answers 503 `unavailable` until then.
 */
import { createAccounts, ensureOwnWorkspace } from './accounts/index.ts';
import { connectionsSeen, createAlerts } from './alerts/index.ts';
import { createApi } from './api/index.ts';
import { createAudit } from './audit/index.ts';
import { createAutomations } from './automations/index.ts';
import { systemClock } from './clock.ts';
import type { App, Parts } from './app-shape.ts';
import { CONNECTORS } from './connectors/index.ts';
import { createConnectors, paceOf } from './connectors/runtime/index.ts';
import { createDemonstration, demonstratedCentre, historySoFar, WHOLE } from './demonstration/index.ts';
import { createDashboards } from './dashboards/index.ts';
import { createDirectory } from './directory/index.ts';
import { createFeedback } from './feedback/index.ts';
import { createFirstSteps } from './first-steps/index.ts';
import { createGoals } from './goals/index.ts';
import { createExplorations } from './explorations/index.ts';
import { healthOf } from './health.ts';
import { createIncidentManagement } from './incident-management.ts';
import { createImports } from './imports/index.ts';
import { createDoor } from './ingest/index.ts';
import { createLive } from './live/index.ts';
import { createMail, lettersOfAccounts } from './mail/index.ts';
import { createMetrics } from './metrics/index.ts';
import { checkQuery } from './metrics/question.ts';
import { createNotifications } from './notifications/index.ts';
import { createOnCall } from './on-call/index.ts';
import { createOutgoing } from './outgoing/index.ts';
import { createOverview } from './overview/index.ts';
import { createPeople } from './people/index.ts';
import { createPlaybook } from './playbook/index.ts';
import { createPrivacy } from './privacy/index.ts';
import { createRedaction } from './redaction/index.ts';
import { createLoader, openAnalytics } from './store/analytics/index.ts';
import { migrate, openPostgres, wallFaults } from './store/postgres/index.ts';
import { ensureAllRules } from './rules/index.ts';
import { createReclocking, createSla, createTimer } from './sla/index.ts';
import { createSurveys } from './surveys/index.ts';
import { createTickets } from './tickets/index.ts';
import { createTidying } from './tidying.ts';
import { createVault, openKeyring } from './vault/index.ts';
import { setUpCodeOf, signingOf } from './welcome.ts';

export async function createApp({ config, log, engines }: Parts): Promise<App> {
  const clock = systemClock;
  const postgres = openPostgres(engines.postgresUrl, { onLost: (err) => log.debug({ err }, 'a connection to PostgreSQL was lost') });
  // Migrating and telling ninety days may take longer than a request may.
  const unhurried = openPostgres(engines.postgresUrl, { connections: 5, patient: true });
  const analytics = openAnalytics(engines.clickhouseUrl, { readerUrl: engines.clickhouseReaderUrl, cluster: config.clickhouseCluster });
  const redaction = createRedaction({ postgres });
  const door = createDoor({ postgres, clock, redaction });
  const vault = createVault({ postgres, clock, keyring: openKeyring(config) });
  const outgoing = createOutgoing({ networks: config.outgoingNetworks });
  // Each connection that is being read keeps one of these for its lock.
  const reading = openPostgres(engines.postgresUrl, { connections: 8, patient: true });
  const { connections, commands, runtime } = createConnectors({
    postgres,
    unhurried: reading,
    door: createDoor({ postgres: reading, clock, redaction }),
    vault,
    outgoing,
    pace: paceOf(clock),
    connectors: CONNECTORS,
    onTrouble: (err, { id }) => log.warn({ err, connection: id }, 'a connection met trouble; it goes on'),
  });
  const mail = createMail({ postgres, clock, config, vault, log });
  const notifications = createNotifications({
    postgres,
    clock,
    vault,
    outgoing,
    mail,
    log,
    address: config.address,
    alerts: { follow: (...act) => alerts.follow(...act), standing: (...asked) => alerts.standing(...asked) },
    onCall: { standing: (...asked) => onCall.standing(...asked), policyOf: (...asked) => onCall.policyOf(...asked) },
  });
  const onCall = createOnCall({
    postgres,
    clock,
    vault,
    address: config.address,
    colleagues: notifications.colleagues,
    post: notifications.post,
  });
  const accounts = createAccounts({
    postgres,
    clock,
    signIn: config.signIn,
    sign: { ...signingOf(config, vault), call: outgoing.call },
    mail: lettersOfAccounts(mail, config.address),
    onChanged: () => live.look(),
  });
  const audit = createAudit({ postgres, clock });
  const privacy = createPrivacy({ postgres: unhurried, clock, door, audit, redaction });
  const imports = createImports({
    areForPersonas: config.isLocal,
    postgres,
    clock,
    audit,
    dataDir: config.dataDir,
    onTrouble: (err) => log.warn({ err }, 'an import met trouble'),
  });
  const directory = createDirectory({ postgres });
  const tickets = createTickets({
    postgres,
    analytics,
    door,
    clock,
    commands,
    onTrouble: (err) => log.warn({ err }, 'the figures of the day could not be asked for; the queue goes on'),
  });
  const timer = createTimer({ postgres, clock, onTrouble: (err) => log.warn({ err }, 'clocks were not announced; it goes on') });
  const onClocks = (err: unknown) => log.warn({ err }, 'clocks were not run again; it goes on');
  const reclocking = createReclocking({ postgres: unhurried, onTrouble: onClocks });
  const sla = createSla({ postgres, analytics, clock, door });
  const loader = createLoader({ postgres, analytics, clock, onError: (err) => log.warn({ err }, 'facts were not loaded; it goes on') });
  const overview = createOverview({ postgres, analytics, clock });
  const feedback = createFeedback({ postgres, analytics, clock });
  const metrics = createMetrics({ postgres, analytics, clock });
  const people = createPeople({ postgres, analytics, clock });
  const dashboards = createDashboards({ postgres, clock, checkQuestion: checkQuery });
  const goals = createGoals({ postgres, clock, metrics, checkQuestion: checkQuery });
  const playbook = createPlaybook({ postgres, clock, metrics });
  const alerts = createAlerts({
    postgres,
    clock,
    telling: { postAll: notifications.postAll, usuallyCalled: onCall.usuallyCalled },
    query: metrics.query,
    factsAsOf: loader.asOf,
    connectionsOf: (workspaceId) => connectionsSeen(connections, workspaceId),
    onTrouble: (err) => log.warn({ err }, 'rules were not evaluated; it goes on'),
  });
  // Where nobody tells it, what is there is all there will be.
  const history = async (workspaceId: string) => (config.demonstration.on ? historySoFar(postgres, workspaceId) : WHOLE);
  const broken = await createIncidentManagement({
    config,
    postgres,
    analytics,
    clock,
    door,
    log,
    vault,
    mail,
    outgoing,
    metrics,
    imports,
    tickets,
    factsAsOf: loader.asOf,
    isWhole: async (workspaceId) => (await history(workspaceId)).complete,
    centreOf: demonstratedCentre(postgres),
  });
  const surveys = createSurveys({
    postgres,
    clock,
    door,
    vault,
    mail,
    address: config.address,
    onTrouble: (err) => log.warn({ err }, 'surveys met trouble; they go on'),
  });
  const automations = createAutomations({
    postgres,
    clock,
    door,
    commands,
    post: notifications.postAll,
    surveys,
    onCall,
    onTrouble: (err) => log.warn({ err }, 'automations met trouble; they go on'),
  });
  const live = createLive({
    postgres,
    clock,
    renderings: { tickets: tickets.rows, held: tickets.held, agents: directory.presences },
    onFacts: (workspaceId) => {
      for (const { outdate } of [metrics, overview, feedback, people]) outdate(workspaceId);
    },
    onTrouble: (err) => log.warn({ err }, 'the live stream met trouble; it goes on'),
  });
  const demonstration = createDemonstration({
    postgres: unhurried,
    analytics,
    clock,
    log,
    settings: config.demonstration,
    setting: { alerts, automations, goals, metrics, onCall, statusPages: broken.statusPages },
  });
  let started = false;
  const health = () => healthOf({ started, postgres, analytics, loader, live, engines });
  const api = await createApi(
    {
      ...broken,
      accounts,
      alerts,
      audit,
      automations,
      clock,
      connections,
      dashboards,
      directory,
      door,
      feedback,
      firstSteps: createFirstSteps({ postgres, clock }),
      goals,
      explorations: createExplorations({ postgres, clock, checkQuestion: checkQuery }),
      health,
      imports,
      history,
      live,
      mail,
      metrics,
      notifications,
      onCall,
      overview,
      people,
      playbook,
      privacy,
      sla,
      surveys,
      tickets,
    },
    {
      webDir: config.webDir,
      hostNames: config.hostNames,
      statusNames: config.statusNames,
      trustedProxies: config.trustedProxies,
      isReady: () => started,
      onBug: (err, route) => log.error({ err, route }, 'a request failed'),
    },
  );
  // What makes news stops before what tells of them, and starts after it.
  const running = [
    timer,
    broken.incidents.timer,
    broken.drills,
    broken.detection.watch,
    alerts.watch,
    alerts.look,
    reclocking,
    automations,
    surveys,
    broken.statusPages,
    notifications,
    mail,
    runtime,
  ];
  const tidying = createTidying({ accounts, privacy, imports, log });
  return {
    listen: () => api.listen({ host: config.host, port: config.port }),
    setUp: async () => ((await accounts.people?.setUp.state())?.isNeeded ? { code: config.isLocal ? null : setUpCodeOf(vault) } : null),
    async start() {
      await migrate(unhurried.pool);
      for (const fault of await wallFaults(unhurried.pool)) log.warn(`no wall between workspaces in the database: ${fault}`);
      await ensureOwnWorkspace(postgres);
      await ensureAllRules(postgres);
      await live.start();
      started = true;
      loader.start();
      for (const one of running.toReversed()) one.start();
      tidying.start();
      if (config.demonstration.on) demonstration.start();
    },
    async close() {
      tidying.stop();
      await demonstration.stop();
      for (const one of running) await one.stop();
      for (const one of [sla, broken.outageSimulations]) one.stop();
      await imports.stop();
      await live.stop();
      // Before the API, which waits for requests that may never end.
      await loader.stop();
      await api.close();
      await tickets.close();
      await broken.incidents.close();
      await Promise.all([postgres.close(), unhurried.close(), reading.close(), analytics.close(), outgoing.close()]);
    },
  };
}
