/** Intercom, by the webhooks of an app in its Developer Hub; the secret is the client secret of the app. */
import { byWebhook } from '../payload/by-webhook.ts';
import { SCHEMES } from '../signatures/index.ts';
import { mapIntercom, PRIORITIES } from './mapper.ts';

export const intercom = byWebhook({
  system: 'intercom',
  label: 'Intercom',
  scheme: () => SCHEMES.intercom,
  firstMaps: { priority: PRIORITIES },
  map: mapIntercom,
});
