/** What the routes are made of: the parts they ask, and who may ask what. The routes themselves are one file per resource. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Accounts, Scope, Sight, Viewer, ViewScope } from '../accounts/index.ts';
import type { Alerts } from '../alerts/index.ts';
import type { Audit } from '../audit/index.ts';
import type { Automations } from '../automations/index.ts';
import type { Clock } from '../clock.ts';
import type { Connections } from '../connectors/runtime/index.ts';
import type { Dashboards } from '../dashboards/index.ts';
import type { HistorySoFar } from '../demonstration/index.ts';
import type { DetectionFeature } from '../detection/index.ts';
import type { Directory } from '../directory/index.ts';
import type { Drills } from '../drills/index.ts';
import type { FirstStepsPart } from '../first-steps/index.ts';
import type { Goals } from '../goals/index.ts';
import type { Explorations } from '../explorations/index.ts';
import type { IncidentAnswers } from '../incident-answers/index.ts';
import type { OutageSimulations } from '../outage-simulation/index.ts';
import type { Incidents } from '../incidents/index.ts';
import type { Imports } from '../imports/index.ts';
import type { Door } from '../ingest/index.ts';
import type { Live } from '../live/index.ts';
import type { Mail } from '../mail/index.ts';
import type { Metrics } from '../metrics/index.ts';
import type { Feedback } from '../feedback/index.ts';
import type { Health } from '../health.ts';
import type { Notifications } from '../notifications/index.ts';
import type { OnCall } from '../on-call/index.ts';
import type { Outages } from '../outages/index.ts';
import type { Overview } from '../overview/index.ts';
import type { People } from '../people/index.ts';
import type { Playbook } from '../playbook/index.ts';
import type { Privacy } from '../privacy/index.ts';
import type { Sla } from '../sla/index.ts';
import type { StatusPages } from '../status-page/index.ts';
import type { Surveys } from '../surveys/index.ts';
import type { Tickets } from '../tickets/index.ts';

export interface Parts {
  readonly accounts: Accounts;
  readonly alerts: Pick<Alerts, 'rules' | 'list' | 'count' | 'get' | 'isOfMaker' | 'act' | 'comment' | 'dryRun'>;
  readonly audit: Audit;
  readonly automations: Omit<Automations, 'start' | 'stop' | 'turn'>;
  readonly clock: Clock;
  readonly connections: Connections;
  readonly dashboards: Dashboards;
  readonly detection: Omit<DetectionFeature, 'watch'>;
  readonly directory: Directory;
  readonly door: Pick<Door, 'accept'>;
  readonly drills: Omit<Drills, 'look' | 'start' | 'stop'>;
  readonly firstSteps: FirstStepsPart;
  readonly goals: Goals;
  readonly explorations: Explorations;
  readonly outageSimulations: OutageSimulations;
  readonly health: () => Promise<Health>;
  /** How much of a workspace's past is in. */
  readonly history: (workspaceId: string) => Promise<HistorySoFar>;
  readonly imports: Imports;
  readonly incidents: Omit<Incidents, 'timer' | 'close'>;
  readonly incidentAnswers: IncidentAnswers;
  readonly live: Live;
  readonly mail: Mail;
  readonly metrics: Metrics;
  readonly notifications: Notifications;
  readonly onCall: Omit<OnCall, 'standing' | 'policyOf'>;
  readonly outages: Outages;
  readonly feedback: Feedback;
  readonly overview: Overview;
  readonly people: People;
  readonly playbook: Playbook;
  readonly privacy: Privacy;
  readonly sla: Sla;
  readonly statusPages: Omit<StatusPages, 'start' | 'stop' | 'load' | 'look'>;
  readonly surveys: Omit<Surveys, 'ask' | 'factsOf' | 'start' | 'stop' | 'turn'>;
  readonly tickets: Tickets;
}

export type Routes = (parts: Parts) => FastifyPluginAsyncZod;

/** What a route asks of its caller: nothing, to be somebody, or a scope. */
export type Access = 'public' | 'anybody' | Scope;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What is answered tells of the caller alone, and of no customer: it is never masked. */
    isOwn?: true;
    access?: Access;
    /** What a key needs besides; a person may by their role. */
    ofKeys?: Scope;
  }
  interface FastifyRequest {
    /** Who asks. Set before the handler of every route whose access is not `public`, as the two below. */
    viewer: Viewer;
    /** What they may see of numbers and of people. */
    scope: ViewScope;
    /** Which tickets they may see. */
    sight: Sight;
  }
}
