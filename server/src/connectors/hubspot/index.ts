/** HubSpot tickets, by the webhooks of an app of one's own; the secret is the client secret of the app. */
import { z } from 'zod';
import { byWebhook } from '../payload/by-webhook.ts';
import { SCHEMES } from '../signatures/index.ts';
import { mapHubspot, PRIORITIES, STAGES } from './mapper.ts';

const options = z.strictObject({
  signature: z.enum(['v3', 'v1']).default('v3').describe('The version of the signature; v1, which knows no age, only where v3 is not sent'),
});

export const hubspot = byWebhook<z.infer<typeof options>>({
  system: 'hubspot',
  label: 'HubSpot tickets',
  options,
  scheme: ({ signature }) => SCHEMES[`hubspot-${signature}`],
  itemsOf: (body, { receivedAt }) => (Array.isArray(body) ? body : [body]).map((one: unknown) => ({ body: one, receivedAt })),
  firstMaps: { status: STAGES, priority: PRIORITIES },
  map: mapHubspot,
});
