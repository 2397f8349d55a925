/** Chatwoot, by webhook: Settings → Integrations → Webhooks, with the events of conversations and messages. */
import { byWebhook } from '../payload/by-webhook.ts';
import { SCHEMES } from '../signatures/index.ts';
import { mapChatwoot, PRIORITIES, STATUSES } from './mapper.ts';

export const chatwoot = byWebhook({
  system: 'chatwoot',
  label: 'Chatwoot',
  scheme: () => SCHEMES.chatwoot,
  firstMaps: { status: STATUSES, priority: PRIORITIES },
  map: mapChatwoot,
});
