/**
 * What is read of Zendesk's answers (developer.zendesk.com/api-reference). Only fields that mean something here are named; all others pass by,
 * and what may be missing in an old or a scrubbed record may be missing here. Ids are numbers in answers and text in webhooks: here always text.
 */
import { z } from 'zod';

const id = z.union([z.int(), z.string().min(1)], 'must be an id').transform(String);
/** Theirs for nobody are null, nothing, 0, and in webhooks the empty text; −1 is the system. */
const idOrNone = z
  .union([z.int(), z.string()])
  .nullish()
  .transform((value) => (value === null || value === undefined || value === '' || Number(value) <= 0 ? null : String(value)));
const instant = z.iso.datetime({ offset: true, error: 'must be an instant in ISO 8601' });
const text = z.string().nullish();

const viaSource = z.looseObject({
  from: z.looseObject({ ticket_id: id.nullish(), ticket_ids: z.array(id).nullish() }).nullish(),
  rel: text,
});
/** An object in audits, and the name that people see in the export of events. */
const via = z
  .union([z.string(), z.looseObject({ channel: z.union([z.string(), z.number()]).nullish(), source: viaSource.nullish() })])
  .nullish();
export type ApiVia = z.output<typeof via>;

export const user = z.looseObject({
  id,
  url: text,
  name: text,
  email: text,
  role: z.string().nullish(),
  active: z.boolean().nullish(),
  suspended: z.boolean().nullish(),
  organization_id: idOrNone,
  locale: text,
  iana_time_zone: text,
  time_zone: text,
  created_at: instant,
  updated_at: instant,
});

export const organization = z.looseObject({
  id,
  name: text,
  domain_names: z.array(z.string()).nullish(),
  organization_fields: z.record(z.string(), z.unknown()).nullish(),
  created_at: instant,
  updated_at: instant,
});

export const group = z.looseObject({ id, name: text, updated_at: instant });
/** All groups of one agent, as the client puts them together. */
export const groupsOfAgent = z.strictObject({ user_id: id, group_ids: z.array(id), as_of: instant });

export const ticket = z.looseObject({ id, status: z.string(), updated_at: instant });

const comment = z.looseObject({
  id,
  type: text,
  event_type: text,
  author_id: idOrNone,
  body: text,
  plain_body: text,
  public: z.boolean().nullish(),
  comment_public: z.boolean().nullish(),
  attachments: z.array(z.unknown()).nullish(),
  via,
});
export type ApiComment = z.output<typeof comment>;

/** Of `/tickets/{id}/audits`: each names its field, or is a comment, or something that nobody asks for here. */
const auditEvent = z.looseObject({
  id,
  type: z.string(),
  field_name: z.union([z.string(), z.number()]).nullish(),
  value: z.unknown().optional(),
  previous_value: z.unknown().optional(),
  comment_id: id.nullish(),
  via,
});
export const audit = z.looseObject({ id, ticket_id: id, created_at: instant, author_id: idOrNone, via, events: z.array(auditEvent) });

/** Of the export: the field's own name is a key, custom ones are in an object of theirs. */
const childEvent = z.looseObject({
  id,
  event_type: z.string(),
  previous_value: z.unknown().optional(),
  added_tags: z.array(z.string()).nullish(),
  removed_tags: z.array(z.string()).nullish(),
  custom_ticket_fields: z.record(z.string(), z.unknown()).nullish(),
  comment_id: id.nullish(),
  via,
});
export const ticketEvent = z.looseObject({
  id,
  ticket_id: id,
  created_at: instant,
  updater_id: idOrNone,
  via,
  child_events: z.array(childEvent),
});
export { comment };

export const rating = z.looseObject({
  id,
  ticket_id: id,
  requester_id: idOrNone,
  score: z.string(),
  comment: text,
  created_at: instant,
  updated_at: instant,
});

export const metricEvent = z.looseObject({
  id,
  ticket_id: id,
  metric: z.string().min(1),
  instance_id: z.int().nullish(),
  type: z.string().min(1),
  time: instant,
  deleted: z.boolean().nullish(),
  sla: z
    .looseObject({
      target: z.number().nullish(),
      target_in_seconds: z.number().nullish(),
      business_hours: z.boolean().nullish(),
      policy: z.looseObject({ id: id.nullish(), title: text }).nullish(),
    })
    .nullish(),
  status: z.looseObject({ calendar: z.number().nullish(), business: z.number().nullish() }).nullish(),
});

/** Its title as agents see it; `raw_title` may be a placeholder of several languages. */
export const ticketField = z.looseObject({ id, title: text });
export const customStatus = z.looseObject({ id, status_category: z.string(), agent_label: text, active: z.boolean().nullish() });

const filterEntry = z.looseObject({
  field: z.union([z.string(), z.number()]).transform(String),
  operator: text,
  value: z.unknown().optional(),
});
export const slaPolicy = z.looseObject({
  id,
  title: z.string(),
  description: text,
  position: z.int().nullish(),
  filter: z.looseObject({ all: z.array(filterEntry).nullish(), any: z.array(filterEntry).nullish() }).nullish(),
  policy_metrics: z.array(
    z.looseObject({
      priority: z.string(),
      metric: z.string(),
      target: z.number().nullish(),
      target_in_seconds: z.number().nullish(),
      business_hours: z.boolean().nullish(),
    }),
  ),
  metric_settings: z.record(z.string(), z.unknown()).nullish(),
});
export type ApiSlaPolicy = z.output<typeof slaPolicy>;
export type ApiFilterEntry = z.output<typeof filterEntry>;

export const holiday = z.looseObject({ name: text, start_date: z.iso.date(), end_date: z.iso.date() });
export const schedule = z.looseObject({
  id,
  name: z.string(),
  time_zone: z.string(),
  /** Minutes since the midnight that begins Sunday. */
  intervals: z.array(
    z.looseObject({
      start_time: z.int().min(0),
      end_time: z
        .int()
        .min(0)
        .max(7 * 1440),
    }),
  ),
  holidays: z.array(holiday).nullish(),
});
export type ApiSchedule = z.output<typeof schedule>;

/** One page, whichever way it is paged. */
export const page = z.looseObject({
  after_cursor: text,
  end_of_stream: z.boolean().nullish(),
  end_time: z.int().nullish(),
  next_page: text,
  meta: z.looseObject({ has_more: z.boolean().nullish(), after_cursor: text }).nullish(),
});
