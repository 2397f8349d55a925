/** Which column a dimension means, for populations that have it in common. */

/** What was known of the customer when the ticket was created, on every row. */
const CUSTOMER = {
  customer_tier: 'customer_tier',
  plan: 'plan',
  country: 'country',
  region: 'region',
  organisation: 'organisation',
  domain: 'domain',
  tenure: 'tenure',
  lifecycle: 'lifecycle',
  service_region: 'service_region',
  customer: 'requester',
  source: 'source',
} as const;
/** What the ticket was about when it happened; of stretches that last, now. No channel ever changes. */
export const HEAD = { ...CUSTOMER, channel: 'channel', category: 'category', product: 'product' } as const;
export const TICKET = {
  ...HEAD,
  language: 'language',
  service_site: 'service_site',
  tags: 'tags',
  created_by: 'created_by',
  status: 'status',
} as const;
export const RESOLVER = {
  ...TICKET,
  category: 'resolved_category',
  product: 'resolved_product',
  tags: 'resolved_tags',
  team: 'resolved_team',
  agent: 'resolved_agent',
  support_tier: 'resolved_tier',
  priority: 'resolved_priority',
} as const;
export const HOLDER = {
  ...HEAD,
  team: 'team',
  agent: 'agent',
  support_tier: 'support_tier',
  priority: 'priority',
  status: 'status',
  holder: 'holder',
} as const;

/** As tickets were when they were created. */
export const AT_CREATION = {
  ...TICKET,
  team: 'created_team',
  agent: 'created_agent',
  support_tier: 'created_tier',
  priority: 'created_priority',
  channel: 'created_channel',
  category: 'created_category',
  product: 'created_product',
  tags: 'created_tags',
} as const;
