/** Every system that can be connected: a folder, and a line here. */
import { chatwoot } from './chatwoot/index.ts';
import type { Connector } from './connector.ts';
import { freshdesk } from './freshdesk/index.ts';
import { github } from './github/index.ts';
import { hubspot } from './hubspot/index.ts';
import { intercom } from './intercom/index.ts';
import { jira } from './jira/index.ts';
import { webhookConnector } from './webhook/index.ts';
import { zammad } from './zammad/index.ts';
import { zendesk } from './zendesk/index.ts';

export const CONNECTORS = [zendesk, chatwoot, freshdesk, github, hubspot, intercom, jira, zammad, webhookConnector] as readonly Connector[];
