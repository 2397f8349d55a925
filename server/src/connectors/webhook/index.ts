/** Any system by webhook: mapping.ts is the document, map-payloads.ts what it makes of payloads, suggest.ts a first draft from a sample. */
export { webhookConnector } from './connector.ts';
export { type Field, FIELD_KINDS, fieldsOf, MAPPED_TYPES } from './fields.ts';
export { mappedCondition, mappedValue, readMapping, type WebhookMapping, webhookMapping } from './mapping.ts';
export { previewMapping } from './preview.ts';
export { suggestMapping } from './suggest.ts';
