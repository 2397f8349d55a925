/** Zammad, by webhook: triggers that call it when a ticket is created, updated or answered, with the token as the secret. */
import { byWebhook } from '../payload/by-webhook.ts';
import { SCHEMES } from '../signatures/index.ts';
import { mapZammad, PRIORITIES, STATUSES, zammadNeeds } from './mapper.ts';

export const zammad = byWebhook({
  system: 'zammad',
  label: 'Zammad',
  scheme: () => SCHEMES.zammad,
  needs: zammadNeeds,
  firstMaps: { status: STATUSES, priority: PRIORITIES },
  map: mapZammad,
});
