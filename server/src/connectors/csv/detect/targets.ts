/**
 * What a column can be taken for in each shape, and the names by which help desks call it. The first name is the likeliest. What has no
 * names is never suggested, only chosen.
 */
import type { Mapping } from '../mapping.ts';
import type { ColumnKind } from './columns.ts';

export type Shape = Mapping['shape'];

export interface Target {
  /** Where the mapping has it: `createdAt`, `fields.status`. */
  readonly path: string;
  readonly names: readonly string[];
  /** The kinds of columns it may be; any where left out. */
  readonly kinds?: readonly ColumnKind[];
  /** Without it there is no mapping. */
  readonly isNeeded?: true;
}

const time = (path: string, names: string, isNeeded?: true): Target => ({
  path,
  names: names.split('|'),
  kinds: ['time'],
  ...(isNeeded && { isNeeded }),
});
const text = (path: string, names: string, isNeeded?: true): Target => ({
  path,
  names: names === '' ? [] : names.split('|'),
  ...(isNeeded && { isNeeded }),
});

const TICKET = text(
  'ticket',
  'ticket id|ticket number|ticket|id|number|case id|case number|case|caseid|issue key|key|issue id|incident number|incident|conversation id|request id|reference|ref|ticket no',
  true,
);
const AT = (names: string) => time('at', names, true);

const FIELDS: readonly Target[] = [
  text('fields.subject', 'subject|title|summary|short description|ticket subject|raw subject|headline'),
  text('fields.status', 'status|state|ticket status|incident state|stage|current status|status name'),
  text('fields.priority', 'priority|ticket priority|severity|urgency|prio'),
  text('fields.team', 'group|team|assignment group|assigned group|group name|queue|department|group id|team name|agent group'),
  text('fields.assignee', 'assignee|agent|assigned to|owner|assignee id|assignee name|agent name|responder|assigned agent|responder id'),
  text(
    'fields.requester',
    'requester|customer|requester id|requester email|customer email|customer id|contact|caller|caller id|reporter|contact email|contact id|requester name|customer name|contact name|user',
  ),
  text(
    'fields.organisation',
    'organization|organisation|company|account|organization id|company name|organisation id|account name|account id|company id|organization name',
  ),
  text('fields.channel', 'channel|source|via|origin|contact type|via channel|created via|medium'),
  text('fields.category', 'category|type|ticket type|issue type|topic|reason|request type|contact reason'),
  text('fields.product', 'product|brand|application|service|product name'),
  text('fields.tags', 'tags|labels|tag|keywords'),
  text('fields.supportTier', 'support tier|tier|support level|level|line'),
  text('fields.language', 'language|locale|lang'),
  text('fields.serviceSite', 'site|location|service site|office|branch'),
  text('fields.url', 'url|link|ticket url|permalink'),
];

const UPDATED =
  'updated at|updated|last updated|updated time|last modified|modified|last update|sys updated on|modified at|last modified date|date updated|as of';

export const TARGETS: Readonly<Record<Shape, readonly Target[]>> = {
  tickets: [
    TICKET,
    time(
      'createdAt',
      'created at|created|created time|created date|creation date|opened at|opened|date created|creation time|submitted at|sys created on|open date|date opened|created on|start time|createdat|erstellt|received at',
      true,
    ),
    time(
      'firstReplyAt',
      'first reply at|first reply|first response at|first response|first responded at|initial response time|first response time|first reply time|first agent reply|initially assigned at',
    ),
    time(
      'resolvedAt',
      'resolved at|resolved|solved at|solved|resolved time|resolution date|date resolved|resolution time|solved date|full resolution time|completed at|resolved date|resolved on',
    ),
    time('closedAt', 'closed at|closed|closed time|date closed|closed date|close date|closed on'),
    time('updatedAt', UPDATED),
    text('firstReplyBy', 'first reply by|first responder|first response by'),
    text('resolvedBy', 'resolved by|solved by|closed by|resolver'),
    ...FIELDS,
  ],
  snapshots: [
    TICKET,
    AT(`${UPDATED}|sys updated at|at|timestamp|time|date|changed at`),
    time('createdAt', 'opened at|created at|created|opened|created time|created date|sys created at|date created', true),
    text('sequence', 'sys mod count|sequence|version|revision|seq'),
    text('actor.id', 'updated by|sys updated by|changed by|actor|author|user'),
    ...FIELDS,
  ],
  events: [
    TICKET,
    text('activity', 'activity|activity id|event|event type|action|concept name|activity name|type|operation', true),
    AT('timestamp|complete timestamp|time|at|date|event time|time timestamp|created at|occurred at|completed at|start timestamp|datetime'),
    text('actor.id', 'resource|user|agent|actor|org resource|performed by|author|user id|agent id'),
    text('sequence', 'sequence|seq|position|event id|order'),
  ],
  history: [
    TICKET,
    text('field', 'field name|field|fieldname|attribute|column|changed field|property', true),
    text('value', 'value|new value|newvalue|to|new|to value|current value', true),
    AT('updated|changed at|at|updated at|timestamp|time|date|created|created at|sys created on'),
    text('actor.id', 'user id|user|author|changed by|actor|agent'),
    text('sequence', 'sequence|seq|position|order'),
  ],
  agents: [
    text('agent', 'id|agent id|user id|employee id|agent|email|login|username', true),
    time('at', UPDATED),
    text('fields.name', 'name|full name|agent name|display name|agent'),
    text('fields.teams', 'teams|team|group|groups|department'),
    text('fields.supportTier', 'level|tier|support tier|line|support level'),
    text('fields.skills', 'skills|skill'),
    text('fields.languages', 'languages|language|locale'),
    text('fields.timeZone', 'time zone|timezone|tz'),
    time('fields.startedOn', 'started|started on|start date|hired|hire date|joined'),
    text('fields.hourlyCost', 'hourly cost|cost per hour|hourly rate|rate'),
    text('fields.active', 'active|enabled|is active'),
  ],
  teams: [
    text('team', 'id|team id|group id|team|group|name', true),
    time('at', UPDATED),
    text('fields.name', 'name|team name|group name|team|group'),
  ],
  organisations: [
    text('organisation', 'id|account id|organization id|organisation id|company id|external id|company|account|name', true),
    time('at', UPDATED),
    text('fields.name', 'name|account name|company name|organization name|organisation name|company|organisation|organization|account'),
    text('fields.domain', 'domain|website|domains|domain names|web site'),
    text('fields.customerTier', 'customer tier|tier|segment|account tier'),
    text('fields.plan', 'plan|subscription|edition|package'),
    text('fields.mrr', 'mrr|monthly recurring revenue|monthly revenue'),
    text('fields.currency', 'currency'),
    time('fields.since', 'customer since|since|created at|created|start date|contract start'),
    text('fields.health', 'health|health score'),
    text('fields.csm', 'csm|customer success manager|account manager|owner'),
    text('fields.region', 'region|territory|geo'),
  ],
  customers: [
    text('customer', 'id|customer id|contact id|user id|requester id|external id|email|e mail|email address', true),
    time('at', UPDATED),
    text('fields.name', 'name|full name|customer name|contact name|display name'),
    text('fields.email', 'email|e mail|email address|mail|primary email'),
    text(
      'fields.organisation',
      'organization id|organisation id|company|organization|organisation|account|company id|account id|account name|company name',
    ),
    text('fields.country', 'country|country code'),
    text('fields.region', 'region|state|province'),
    text('fields.city', 'city|town'),
    text('fields.latitude', 'latitude|lat'),
    text('fields.longitude', 'longitude|lon|lng|long'),
    text('fields.language', 'language|locale|lang'),
    text('fields.timeZone', 'time zone|timezone|tz'),
    time('fields.since', 'since|created at|created|customer since|signed up|signup date|joined'),
  ],
};
