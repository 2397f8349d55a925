/**
 * What leaves the server for viewers who may read no texts (accounts/scope.ts): the same answer without what people wrote and without who
 * the customers are. One walk over whatever is answered, so that a new route is masked before anybody thinks of it; the names of fields
 * are those of the API's description, and masking.test.ts looks at every route of it.
 */

type Fields = Record<string, unknown>;

/** The value masked; what is not personal is the very same. */
export function masked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(masked);
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  const before = value as Fields;
  const after: Fields = {};
  for (const [name, one] of Object.entries(before)) after[name] = Object.hasOwn(PERSONAL, name) ? PERSONAL[name]!(one) : masked(one);
  maskEvent(after);
  maskPerson(after);
  maskNames(after);
  return after;
}

const noText = (value: unknown) => (typeof value === 'string' ? null : masked(value));
const noObject = (value: unknown) => (value !== null && typeof value === 'object' ? null : value);
/** A customer is called by their id. */
const nameless = (value: unknown) => (isFields(value) && typeof value['id'] === 'string' ? { ...value, name: value['id'] } : value);

/** Why somebody is told is a sentence of ours, and not of a customer. */
const ownSentence = (value: unknown) =>
  isFields(value) && typeof value['text'] === 'string' ? { ...(masked(value) as Fields), text: value['text'] } : masked(value);

const PERSONAL: Readonly<Record<string, (value: unknown) => unknown>> = {
  subject: noText,
  comment: noText,
  furtherAnswers: () => [],
  email: noText,
  text: noText,
  why: ownSentence,
  personal: noObject,
  customer: noObject,
  requester: nameless,
  /** Where it is a list of people, and not how many there are. */
  customers: (value) => (Array.isArray(value) ? value.map((one) => nameless(masked(one))) : masked(value)),
  customFields: (fields) =>
    isFields(fields) ? Object.fromEntries(Object.entries(fields).filter(([, one]) => typeof one !== 'string')) : fields,
};

/** What stands in an event beside its personal fields: reasons, and the texts of custom fields. */
function maskEvent(fields: Fields): void {
  const { type, data } = fields;
  if (typeof type === 'string' && isFields(data)) {
    const { reason: _reason, note: _note, ...rest } = data;
    fields['data'] = type === 'customField.changed' ? { ...rest, to: null } : rest;
  }
  // As a ticket lists its escalations.
  if ('toTier' in fields && typeof fields['reason'] === 'string') fields['reason'] = null;
}

/** Whoever acts or holds a ticket and is a customer. */
function maskPerson(fields: Fields): void {
  if (typeof fields['name'] !== 'string' || (fields['kind'] !== 'customer' && fields['holder'] !== 'customer')) return;
  fields['name'] = typeof fields['id'] === 'string' ? fields['id'] : 'Customer';
}

/** The names of all who are mentioned in a list of events, by their ids. */
function maskNames(fields: Fields): void {
  const { items, names } = fields;
  if (!Array.isArray(items) || !isFields(names)) return;
  const customers = new Set(items.flatMap((item: unknown) => (isFields(item) ? customersIn(item) : [])));
  fields['names'] = Object.fromEntries(Object.entries(names).map(([id, name]) => [id, customers.has(id) ? id : name]));
}

function customersIn({ type, actor, data }: Fields): unknown[] {
  const acting = isFields(actor) && actor['kind'] === 'customer' ? [actor['id']] : [];
  if (!isFields(data)) return acting;
  return [...acting, data['requester'], ...(type === 'requester.changed' ? [data['to']] : [])];
}

const isFields = (value: unknown): value is Fields => value !== null && typeof value === 'object' && !Array.isArray(value);
