/** By what numbers can be divided. Which column a dimension is of which population, populations.ts says; here is what it means. */
import { AGES } from './ages.ts';
import { DURATION_BANDS } from './bands.ts';

export interface Dimension {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Whose names the values are ids of. */
  readonly names?: 'team' | 'agent' | 'organisation' | 'site' | 'customer';
  /** What its values are called, where they are few and the same everywhere. */
  readonly labels?: Readonly<Record<string, string>>;
  /** A row can have several values and then counts under each: shares of a whole make no sense. */
  readonly several?: true;
  /** Not read from a column: computed in the zone of the question from the instant that decides the period, or up to the instant that is looked at. */
  readonly local?: 'weekday' | 'hour' | 'age';
  /** Read from a duration in milliseconds: a value is the lower edge, in seconds, of the band it falls into. The last has no upper edge. */
  readonly bands?: readonly number[];
  /** Read from a custom field: its name. */
  readonly field?: string;
}

export const DIMENSIONS = [
  {
    id: 'team',
    label: 'Team',
    description:
      'The team the number belongs to: at creation, of the reply, of the resolve, of the holder, of whom a breach is charged to; of people’s time, their own.',
    names: 'team',
  },
  {
    id: 'agent',
    label: 'Agent',
    description: 'The agent the number belongs to: the author of the reply, who resolved, who held, whom a breach is charged to.',
    names: 'agent',
  },
  { id: 'support_tier', label: 'Support tier', description: 'L0 to L3, when the number’s event happened.' },
  { id: 'source', label: 'Connection', description: 'The connection that the ticket came through.' },
  { id: 'channel', label: 'Channel', description: 'The channel of the ticket.' },
  { id: 'category', label: 'Category', description: 'The category of the ticket when the number’s event happened.' },
  { id: 'product', label: 'Product', description: 'The product of the ticket when the number’s event happened.' },
  { id: 'priority', label: 'Priority', description: 'P1 to P5, when the number’s event happened.' },
  {
    id: 'status',
    label: 'Status',
    description: 'The category of status: of stretches, the one they were in; of tickets, the present one.',
  },
  {
    id: 'customer_tier',
    label: 'Customer tier',
    description:
      'The tier of the customer’s organisation when the ticket was created, not as it is now; before anybody told it, as it was first told.',
  },
  {
    id: 'plan',
    label: 'Plan',
    description:
      'The plan of the customer’s organisation when the ticket was created, not as it is now; before anybody told it, as it was first told.',
  },
  { id: 'country', label: 'Country', description: 'The customer’s country when the ticket was created.' },
  { id: 'region', label: 'Region', description: 'The customer’s region when the ticket was created.' },
  { id: 'customer', label: 'Customer', description: 'Who asked: the requester of the ticket.', names: 'customer' },
  {
    id: 'organisation',
    label: 'Organisation',
    description: 'The customer’s organisation when the ticket was created.',
    names: 'organisation',
  },
  {
    id: 'domain',
    label: 'Domain',
    description: 'The web or mail domain of the customer’s organisation when the ticket was created.',
  },
  {
    id: 'tenure',
    label: 'Tenure',
    description: 'For how long the organisation had been a customer when the ticket was created.',
    labels: { '0-3': 'Under 3 months', '3-12': '3 to 12 months', '12-24': '1 to 2 years', '24+': 'Over 2 years' },
  },
  {
    id: 'lifecycle',
    label: 'Lifecycle stage',
    description: 'The day of the requester’s life as a customer on which the ticket was created.',
    labels: { '1-7': 'Days 1 to 7', '8-30': 'Days 8 to 30', '31-90': 'Days 31 to 90', '91+': 'After 90 days' },
  },
  { id: 'language', label: 'Language', description: 'The language of the ticket.' },
  { id: 'service_site', label: 'Service site', description: 'The site of the service that is affected.', names: 'site' },
  {
    id: 'service_region',
    label: 'Service region',
    description: 'The region of the site of the service that is affected, when the ticket was created.',
  },
  {
    id: 'tags',
    label: 'Tag',
    description: 'Each tag of the ticket when the number’s event happened; a ticket of two tags counts under both.',
    several: true,
  },
  { id: 'created_by', label: 'Created by', description: 'The kind of actor that created the ticket.' },
  { id: 'escalation_kind', label: 'Reason of escalation', description: 'What was escalated for.' },
  {
    id: 'context',
    label: 'Context at the escalation',
    description: 'Whether what the customer had said was handed on: full, partial, lost, or to be repeated.',
  },
  {
    id: 'path',
    label: 'Path to the resolve',
    description: 'How the ticket that was rated had been resolved when it was asked about.',
    labels: {
      bot: 'By the bot alone',
      one: 'By one person',
      several: 'By several people',
      specialist: 'After an escalation',
      unresolved: 'Not resolved',
    },
  },
  { id: 'to_tier', label: 'Escalated to tier', description: 'The support tier after the escalation.' },
  { id: 'to_team', label: 'Escalated to team', description: 'The team after the escalation.', names: 'team' },
  { id: 'clock', label: 'Clock', description: 'Which promise: first response, next response, resolution, or another.' },
  { id: 'promised_tier', label: 'Tier promised', description: 'The customer’s tier that the promise was made for.' },
  { id: 'policy', label: 'Policy', description: 'The SLA policy that was in force.' },
  {
    id: 'charged',
    label: 'Breach charged to',
    description: 'Who held most of the time until the breach: agent, team, nobody, customer, third party.',
  },
  {
    id: 'team_at_breach',
    label: 'Team at the breach',
    description: 'The team that held the ticket at the instant of the breach, or when the clock stopped in time.',
    names: 'team',
  },
  {
    id: 'agent_at_breach',
    label: 'Agent at the breach',
    description: 'Who held the ticket at the instant of the breach, or when the clock stopped in time. For those who see everybody’s work.',
    names: 'agent',
  },
  { id: 'presence', label: 'Presence', description: 'In which state people were while they were logged in: available, busy or away.' },
  { id: 'holder', label: 'Holder', description: 'In whose hands the ticket was: agent, team, nobody, customer, third party.' },
  {
    id: 'duration',
    label: 'Duration',
    description: 'How long it took, in bands: the wait that a reply ended, from creation to the resolve, a stretch of work.',
    bands: DURATION_BANDS,
  },
  {
    id: 'weekday',
    label: 'Day of the week',
    description: 'Of the instant that decides the period; 1 is Monday.',
    labels: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday', 6: 'Saturday', 7: 'Sunday' },
    local: 'weekday',
  },
  { id: 'hour', label: 'Hour of the day', description: 'Of the instant that decides the period, 0 to 23.', local: 'hour' },
  {
    id: 'age',
    label: 'Age',
    description:
      'How long ago the ticket was created, or the wait began, at the instant that is looked at; in hours from which the band goes.',
    labels: Object.fromEntries(AGES.map(({ id, label }) => [id, label])),
    local: 'age',
  },
] as const satisfies readonly Dimension[];

/** A dimension that every workspace has. */
export type NamedDimension = (typeof DIMENSIONS)[number]['id'];
/** The value of a custom field that tickets of the workspace have, by the field's name. */
export type CustomDimension = `custom:${string}`;
export type DimensionId = NamedDimension | CustomDimension;
export const DIMENSION_IDS = DIMENSIONS.map(({ id }) => id) as [NamedDimension, ...NamedDimension[]];

/** What is read from a duration and not from a text. */
export type DurationDimension = 'duration';

const CUSTOM = 'custom:';
export const customDimension = (field: string): CustomDimension => `${CUSTOM}${field}`;

/** The name of the field; null of what is no custom field. */
export const fieldOf = (id: string): string | null => (id.startsWith(CUSTOM) ? id.slice(CUSTOM.length) : null);

const named = new Map<string, Dimension>(DIMENSIONS.map((one) => [one.id, one]));

export function dimensionOf(id: DimensionId): Dimension {
  const field = fieldOf(id);
  if (field === null) return named.get(id)!;
  return { id, label: field, description: `The ticket’s custom field “${field}”, as it is now.`, field };
}
