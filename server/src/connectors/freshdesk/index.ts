/**
 * Freshdesk, by a webhook of its automations. It cannot sign: the automation sends the secret in a header of its own (Request headers).
 */
import { byWebhook } from '../payload/by-webhook.ts';
import { sharedSecret } from '../signatures/index.ts';
import { freshdeskNeeds, mapFreshdesk, PRIORITIES, STATUSES } from './mapper.ts';

const SECRET_HEADER = 'X-Watchdesk-Secret';
const scheme = sharedSecret({ header: SECRET_HEADER });

export const freshdesk = byWebhook({
  system: 'freshdesk',
  label: 'Freshdesk',
  scheme: () => scheme,
  needs: freshdeskNeeds,
  firstMaps: { status: STATUSES, priority: PRIORITIES },
  map: mapFreshdesk,
});
