/** Connections to other systems: the list, adding one, one with all its parts, and the mapping of a webhook. */
export { ConnectionPage } from './ConnectionPage.tsx';
export { ConnectionsPage } from './ConnectionsPage.tsx';
export { NewConnectionPage } from './form/NewConnectionPage.tsx';
export { WebhookMappingPage } from './webhook-mapping/WebhookMappingPage.tsx';
