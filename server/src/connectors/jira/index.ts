/** Jira and Jira Service Management, by a webhook that an administrator registers, with a secret (Settings → System → WebHooks). */
import { byWebhook } from '../payload/by-webhook.ts';
import { SCHEMES } from '../signatures/index.ts';
import { PRIORITIES } from './changes.ts';
import { mapJira, STATUSES } from './mapper.ts';

export const jira = byWebhook({
  system: 'jira',
  label: 'Jira',
  scheme: () => SCHEMES.jira,
  firstMaps: { status: STATUSES, priority: PRIORITIES },
  map: mapJira,
});
