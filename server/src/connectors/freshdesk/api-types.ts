/**
 * What an automation of Freshdesk sends, as far as it is read here: the ticket as its API has it, which the body of the automation can be
 * written to be, or the flat object that it sends by default, which has names for ids and no times.
 */
import { z } from 'zod';
import { idText } from '../payload/delivery.ts';

const moment = z.string().nullish();
const word = z.union([z.string(), z.number()]).transform(String);

const ticket = z.object({
  id: idText,
  subject: z.string().nullish(),
  status: word.nullish(),
  priority: word.nullish(),
  source: word.nullish(),
  type: z.string().nullish(),
  tags: z.array(z.string()).nullish(),
  requester_id: idText.nullish(),
  requester: z.object({ id: idText, name: z.string().nullish(), email: z.string().nullish() }).nullish(),
  responder_id: idText.nullish(),
  group_id: idText.nullish(),
  company_id: idText.nullish(),
  product_id: idText.nullish(),
  description_text: z.string().nullish(),
  custom_fields: z.record(z.string(), z.unknown()).nullish(),
  spam: z.boolean().nullish(),
  deleted: z.boolean().nullish(),
  fr_escalated: z.boolean().nullish(),
  nr_escalated: z.boolean().nullish(),
  is_escalated: z.boolean().nullish(),
  due_by: moment,
  created_at: z.string(),
  updated_at: z.string(),
  stats: z.object({ status_updated_at: moment }).nullish(),
});

const flat = z.object({
  ticket_id: idText,
  ticket_subject: z.string().nullish(),
  ticket_status: z.string().nullish(),
  ticket_priority: z.string().nullish(),
  ticket_source: z.string().nullish(),
  ticket_ticket_type: z.string().nullish(),
  ticket_tags: z.string().nullish(),
  ticket_group_name: z.string().nullish(),
  ticket_agent_name: z.string().nullish(),
  ticket_agent_email: z.string().nullish(),
  ticket_contact_name: z.string().nullish(),
  ticket_contact_email: z.string().nullish(),
  ticket_company_name: z.string().nullish(),
  ticket_url: z.string().nullish(),
});

export const freshdeskEvent = z.union([
  z.object({ freshdesk_webhook: flat }),
  z.object({ ticket }),
  ticket.transform((whole) => ({ ticket: whole })),
]);
export type FreshdeskTicket = z.infer<typeof ticket>;
export type FlatTicket = z.infer<typeof flat>;
