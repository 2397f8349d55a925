/** The HTTP side whole: plugins, problems, who may ask, the routes under /api/v1, their description, and the web application. */
import type { IncomingMessage } from 'node:http';
import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { placeOf } from '../addresses.ts';
import { Refusal } from '../errors.ts';
import { masked } from '../masking/index.ts';
import { accountRoutes } from './account.ts';
import { admitCallers } from './admission.ts';
import { auditRoutes } from './audit.ts';
import { acceptJson, BODY_LIMIT } from './bodies.ts';
import { channelRoutes } from './channels.ts';
import { connectionRuleRoutes } from './connection-rules.ts';
import { connectionRoutes } from './connections.ts';
import { deadLetterRoutes } from './dead-letters.ts';
import { dashboardRoutes } from './dashboards.ts';
import { describeApi } from './description.ts';
import { directoryRoutes } from './directory.ts';
import { drillRoutes } from './drills.ts';
import { eventRoutes } from './events.ts';
import { feedbackRoutes } from './feedback.ts';
import { firstStepRoutes } from './first-steps.ts';
import { alertRuleRoutes } from './alert-rules.ts';
import { alertRoutes } from './alerts.ts';
import { automationRoutes } from './automations.ts';
import { goalRoutes } from './goals.ts';
import { explorationRoutes } from './explorations.ts';
import { secureHeaders } from './headers.ts';
import { inboxRoutes } from './inbox.ts';
import { importRoutes } from './imports.ts';
import { healthRoutes } from './health.ts';
import { historyRoutes } from './history.ts';
import { hookRoutes } from './hooks.ts';
import { refuseOtherNames } from './host-names.ts';
import { detectionRoutes } from './detection.ts';
import { incidentAnswerRoutes } from './incident-answers.ts';
import { incidentRoutes } from './incidents.ts';
import { keyRoutes } from './keys.ts';
import { memberRoutes } from './members.ts';
import { metricRoutes } from './metrics.ts';
import { mailRoutes } from './mail.ts';
import { noticeLinkRoutes } from './notice-links.ts';
import { createNowhere } from './nowhere.ts';
import { onCallRoutes } from './on-call.ts';
import { onCallSwapRoutes } from './on-call-swaps.ts';
import { onCallCalendarRoutes } from './on-call-calendar.ts';
import { outageRoutes } from './outages.ts';
import { outageSimulationRoutes } from './outage-simulations.ts';
import { overviewRoutes } from './overview.ts';
import { parkedRoutes } from './parked.ts';
import { peopleRoutes } from './people.ts';
import { playbookRoutes } from './playbook.ts';
import { privacyRoutes } from './privacy.ts';
import { answer, answerNothing, answerProblems, refusalOf, unanswered } from './problems.ts';
import { queueRoutes } from './queue.ts';
import type { Parts, Routes } from './routes.ts';
import { scimRoutes } from './scim/index.ts';
import { searchRoutes } from './search.ts';
import { sessionRoutes } from './session.ts';
import { settingRoutes } from './settings.ts';
import { signInRoutes } from './sign-in.ts';
import { singleSignOnRoutes } from './single-sign-on.ts';
import { slaRoutes } from './sla.ts';
import { calendarRoutes } from './calendars.ts';
import { MESSAGE_LIMIT, streamRoutes } from './stream.ts';
import { statusPageSettingRoutes } from './status-page.ts';
import { statusPageRoutes, statusPath } from './status-pages.ts';
import { surveyPages } from './survey-pages.ts';
import { surveyRoutes } from './surveys.ts';
import { ticketActionRoutes } from './ticket-actions.ts';
import { ticketRoutes } from './tickets.ts';
import { LONGEST_PART, readableUrl, serveWeb } from './web.ts';
import { webhookMappingRoutes } from './webhook-mapping.ts';
import { webhookRoutes } from './webhooks.ts';

export type { Parts } from './routes.ts';

const ROUTES: readonly Routes[] = [
  sessionRoutes,
  firstStepRoutes,
  signInRoutes,
  singleSignOnRoutes,
  scimRoutes,
  accountRoutes,
  memberRoutes,
  eventRoutes,
  ticketRoutes,
  ticketActionRoutes,
  queueRoutes,
  slaRoutes,
  calendarRoutes,
  onCallRoutes,
  onCallSwapRoutes,
  onCallCalendarRoutes,
  overviewRoutes,
  metricRoutes,
  peopleRoutes,
  feedbackRoutes,
  dashboardRoutes,
  goalRoutes,
  alertRoutes,
  alertRuleRoutes,
  incidentRoutes,
  drillRoutes,
  outageRoutes,
  detectionRoutes,
  incidentAnswerRoutes,
  outageSimulationRoutes,
  automationRoutes,
  playbookRoutes,
  settingRoutes,
  explorationRoutes,
  historyRoutes,
  directoryRoutes,
  searchRoutes,
  parkedRoutes,
  keyRoutes,
  connectionRoutes,
  connectionRuleRoutes,
  deadLetterRoutes,
  webhookMappingRoutes,
  webhookRoutes,
  auditRoutes,
  privacyRoutes,
  surveyRoutes,
  statusPageSettingRoutes,
  mailRoutes,
  channelRoutes,
  inboxRoutes,
  noticeLinkRoutes,
  hookRoutes,
  importRoutes,
  healthRoutes,
  streamRoutes,
];

export interface ApiOptions {
  /** Where the built web application lies; without it only the API answers. */
  readonly webDir?: string;
  /** Names this server may be asked by; any when left out. */
  readonly hostNames?: readonly string[] | undefined;
  /** Names by which status pages alone are reached. */
  readonly statusNames?: readonly string[];
  /** Proxies that are believed where a request comes from, and by which name and protocol it was made. */
  readonly trustedProxies?: readonly string[];
  /** Requests a minute of one caller, those that send events aside. */
  readonly requestsPerMinute?: number;
  /** Requests a minute of one key that send events: 2,000 a second, since clients may send them one by one. */
  readonly eventRequestsPerMinute?: number;
  /** Whether the schema is there to be asked; until then everything but the page and the health is `unavailable`. */
  readonly isReady?: () => boolean;
  readonly onBug?: (error: unknown, route: string) => void;
}

const HOUR_SECONDS = 3600;
/** Of those whom nobody knows, from one address. */
const STRANGERS_PER_MINUTE = 600;

/** Ready to listen or to be injected into; it opens nothing by itself. */
export async function createApi(
  parts: Parts,
  {
    webDir,
    hostNames,
    statusNames = [],
    trustedProxies = [],
    requestsPerMinute = 6000,
    eventRequestsPerMinute = 120_000,
    isReady = () => true,
    onBug = () => {},
  }: ApiOptions = {},
): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_LIMIT,
    routerOptions: { maxParamLength: LONGEST_PART },
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    forceCloseConnections: true,
    clientErrorHandler: unanswered,
    frameworkErrors: (error, _request, reply) => void answer(reply as FastifyReply, refusalOf(error)), // an address that cannot be read
    rewriteUrl: ({ url = '/', headers }: IncomingMessage) =>
      (statusNames.length > 0 ? statusPath(parts.statusPages.served, statusNames, headers.host ?? '', url) : null) ??
      (webDir ? readableUrl(url) : url),
    requestTimeout: 60_000, // a body that trickles in is not waited for
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app, onBug);
  await secureHeaders(app);
  if (hostNames) refuseOtherNames(app, [...hostNames, ...statusNames]);
  app.addHook('onRequest', async ({ url }) => {
    if (isReady() || !url.startsWith('/api/v1/') || url.startsWith('/api/v1/health')) return;
    throw new Refusal('unavailable', 'Watchdesk is starting; try again in a moment.', { retryAfterSeconds: 1 });
  });
  acceptJson(app);
  await app.register(compress, {
    globalDecompression: false,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [BROTLI_QUALITY]: 4 } },
  });
  await app.register(cookie);
  // Before the callers are admitted: it closes the connection of a socket that is refused.
  await app.register(websocket, { options: { maxPayload: MESSAGE_LIMIT, perMessageDeflate: false } });
  const isRefusedTooOften = () =>
    app.createRateLimit({
      max: ({ viewer }) => (viewer ? requestsPerMinute : STRANGERS_PER_MINUTE),
      timeWindow: '1 minute',
      keyGenerator: ({ viewer, ip }) => `refused ${viewer?.id ?? placeOf(ip)}`,
    });
  let countRefused: ReturnType<typeof isRefusedTooOften> | undefined;
  admitCallers(app, parts, async (request) => {
    const counted = await (countRefused ??= isRefusedTooOften())(request);
    if (!counted.isAllowed && counted.isExceeded)
      throw new Refusal('rate_limited', 'Too many requests that are refused; slow down.', { retryAfterSeconds: counted.ttlInSeconds });
  });
  await app.register(rateLimit, {
    max: (request) => (sendsEvents(request) ? eventRequestsPerMinute : requestsPerMinute),
    timeWindow: '1 minute',
    keyGenerator: (request) => `${sendsEvents(request) ? 'events ' : ''}${request.viewer?.id ?? placeOf(request.ip)}`,
    cache: 10_000,
  });
  const nowhere = createNowhere(app);
  await describeApi(app);
  await app.register(
    async (v1) => {
      v1.addHook('onSend', async (_request, reply) => {
        if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
      });
      v1.addHook('preSerialization', async ({ scope, routeOptions }: Partial<FastifyRequest>, _reply, payload) =>
        scope?.text === false && !routeOptions?.config.isOwn ? masked(payload) : payload,
      );
      for (const routes of ROUTES) await v1.register(routes(parts));
    },
    { prefix: '/api/v1' },
  );
  await app.register(surveyPages(parts, { isReady, onBug }));
  await app.register(statusPageRoutes(parts, { onBug }));
  if (webDir) await serveWeb(app, webDir, HOUR_SECONDS, nowhere);
  else answerNothing(app, nowhere);
  return app;
}

const sendsEvents = ({ method, routeOptions }: FastifyRequest) => method === 'POST' && routeOptions.url === '/api/v1/events';

const BROTLI_QUALITY = 1; // zlib.constants.BROTLI_PARAM_QUALITY; 11, its default, costs 100 ms for a list of 500 tickets
