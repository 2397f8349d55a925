/**
 * The one way the web application asks the server: paths, parameters and answers are checked against the types made
 * from the API's description. Lists in a query are repeated. The workspace chosen goes with every request.
 */
import createClient from 'openapi-fetch';
import type { components, paths } from './schema.d.ts';

type Schemas = components['schemas'];

export type TicketRow = Schemas['TicketRow'];
export type RowClock = Schemas['RowClock'];
export type TicketClock = Schemas['TicketClock'];
export type TicketClocks = Schemas['TicketClocks'];
export type TicketList = Schemas['TicketList'];
export type TicketFacets = Schemas['TicketFacets'];
export type TicketView = Schemas['TicketView'];
export type TicketDetail = Schemas['TicketDetail'];
export type CustomerContext = Schemas['CustomerContext'];
export type Timeline = Schemas['Timeline'];
export type TimelineItem = Schemas['TimelineItem'];
export type TicketMessage = Schemas['TicketMessage'];
export type Queue = Schemas['Queue'];
export type QueueItem = Schemas['QueueItem'];
export type QueueAgent = Schemas['QueueAgent'];
export type QueueStatus = Schemas['QueueStatus'];
export type Overview = Schemas['Overview'];
export type Trends = Schemas['Trends'];
export type Peer = Schemas['Peer'];
export type FeedbackDrivers = Schemas['FeedbackDrivers'];
export type FollowUps = Schemas['FollowUps'];
export type LowAnswer = Schemas['LowAnswer'];
export type Compliance = Schemas['Compliance'];
export type SlaAudit = Schemas['SlaAudit'];
export type SlaSetup = Schemas['SlaSetup'];
export type Kept = Schemas['Kept'];
export type Breach = Schemas['Breach'];
export type OpenClock = Schemas['OpenClock'];
export type OpenClocks = Schemas['OpenClocks'];
export type Policy = Schemas['Policy'];
export type PolicySpec = Schemas['PolicySpec'];
export type PolicyPreview = Schemas['PolicyPreview'];
export type ClockSettings = Schemas['ClockSettings'];
export type Backtest = Schemas['Backtest'];
export type Tally = Schemas['Tally'];
export type Applied = Schemas['Applied'];
export type Calendar = Schemas['Calendar'];
export type CalendarSpec = Schemas['CalendarSpec'];
export type Alert = Schemas['Alert'];
export type Incident = Schemas['Incident'];
export type IncidentBrief = Schemas['IncidentBrief'];
export type OutageDrill = Schemas['OutageDrill'];
export type OutageDrillBrief = Schemas['OutageDrillBrief'];
export type Proposal = Schemas['Proposal'];
export type IncidentAnswers = Schemas['IncidentAnswers'];
export type Detection = Schemas['Detection'];
export type Automation = Schemas['Automation'];
export type AutomationSpec = Schemas['AutomationSpec'];
export type AutomationCondition = Schemas['AutomationCondition'];
export type AutomationTemplate = Schemas['AutomationTemplate'];
export type AutomationRun = Schemas['AutomationRun'];
export type AutomationDryRun = Schemas['AutomationDryRun'];
export type AutomationReason = Schemas['AutomationReason'];
export type Identity = Schemas['Identity'];
export type Account = Schemas['Account'];
export type Member = Schemas['Member'];
export type Invitation = Schemas['Invitation'];
export type Visibility = Schemas['Visibility'];
export type Session = Schemas['Session'];
export type SearchResult = Schemas['SearchResult'];
export type ApiKey = Schemas['ApiKey'];
export type AuditEntry = Schemas['AuditEntry'];
export type PrivacySettings = Schemas['PrivacySettings'];
export type RetentionCounts = Schemas['RetentionCounts'];
export type Dashboard = Schemas['Dashboard'];
export type DashboardSpec = Schemas['DashboardSpec'];
export type OnCallSchedule = Schemas['OnCallSchedule'];
export type OnCallShift = Schemas['OnCallShift'];
export type OnCallOverride = Schemas['OnCallOverride'];
export type EscalationPolicy = Schemas['EscalationPolicy'];
export type Goal = Schemas['Goal'];
export type GoalDetail = Schemas['GoalDetail'];
export type GoalDraft = Schemas['GoalDraftInput'];
export type GoalSpec = Goal['spec'];
export type Playbook = Schemas['Playbook'];
export type PlaybookAction = Schemas['PlaybookAction'];
export type Advice = Schemas['Advice'];
export type DashboardTile = DashboardSpec['tiles'][number];
export type Exploration = Schemas['Exploration'];
export type Simulation = Schemas['OutageSimulation'];
export type SimulatedBand = Schemas['SimulatedBand'];
export type ExplorationSpec = Schemas['ExplorationSpec'];
export type ImportFile = Schemas['ImportFile'];
export type ImportDetection = Schemas['ImportDetection'];
export type ImportColumn = Schemas['ImportColumn'];
export type ImportPreview = Schemas['ImportPreview'];
export type Connection = Schemas['Connection'];
export type ConnectionMaps = Schemas['ConnectionMaps'];
export type RulesOffer = Schemas['RulesOffer'];
export type VendorVerdicts = Schemas['VendorVerdicts'];
export type Problem = Schemas['Problem'];
export type QueryAnswer = Schemas['QueryAnswer'];
export type Figure = Schemas['Figure'];
export type Explanation = Schemas['Explanation'];
export type Drill = Schemas['Drill'];
export type Reach = Schemas['Reach'];
export type PeopleComparison = Schemas['PeopleComparison'];
export type ComparedPerson = Schemas['ComparedPerson'];
export type ComparedFigure = Schemas['ComparedFigure'];
export type FairComparison = Schemas['FairComparison'];
export type PersonProfile = Schemas['PersonProfile'];
export type SpokenFigure = Schemas['SpokenFigure'];
export type Skill = Schemas['Skill'];
export type Metric = Schemas['Metric'];
export type Dimension = Schemas['Dimension'];
type Asks<Path extends '/api/v1/query' | '/api/v1/query/explain'> = NonNullable<
  paths[Path]['post']['requestBody']
>['content']['application/json'];
export type QueryBody = Asks<'/api/v1/query'>;
export type ExplainBody = Asks<'/api/v1/query/explain'>;
export type TicketQuery = NonNullable<paths['/api/v1/tickets']['get']['parameters']['query']>;
export type TicketFilters = NonNullable<paths['/api/v1/tickets/facets']['get']['parameters']['query']>;

export interface ApiClientOptions {
  /** The workspace chosen by the person, when they have several. */
  readonly workspace: () => string | null;
  readonly fetch?: (request: Request) => Promise<Response>;
  readonly baseUrl?: string;
}

/** Answers `{ data }` or `{ error }`, the error being a problem document; without any answer it throws TypeError. */
export function createApiClient({ workspace, fetch, baseUrl = '' }: ApiClientOptions) {
  const client = createClient<paths>({ baseUrl, ...(fetch ? { fetch } : {}) });
  client.use({
    onRequest({ request }) {
      const chosen = workspace();
      if (chosen !== null) request.headers.set('Watchdesk-Workspace', chosen);
      return request;
    },
  });
  return client;
}
