/** GitHub issues, by webhook (content type application/json, events Issues and Issue comments). */
import { byWebhook } from '../payload/by-webhook.ts';
import { SCHEMES } from '../signatures/index.ts';
import { mapGithub, PRIORITIES } from './mapper.ts';

export const github = byWebhook({
  system: 'github',
  label: 'GitHub issues',
  scheme: () => SCHEMES.github,
  firstMaps: { priority: PRIORITIES },
  map: mapGithub,
});
