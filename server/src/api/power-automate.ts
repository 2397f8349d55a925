/**
 * What Power Automate reads of the description to offer hooks as triggers of flows: which operation leaves one, which field takes the address of
 * the flow, and what the flow is sent. Other readers pass over what begins with `x-`.
 * https://learn.microsoft.com/connectors/custom-connectors/openapi-extensions
 */

/** The field of a body that the flow's own address goes into, which nobody is asked for. */
export const NOTIFICATION_URL = { 'x-ms-notification-url': true, 'x-ms-visibility': 'internal' } as const;

interface Described {
  readonly paths?: Readonly<Record<string, object>>;
}

/** The document in which `POST path` leaves a hook that is called with records of the named schema. */
export function withTrigger<D extends Described>(document: D, path: string, schema: string): D {
  const item: { readonly post?: object } | undefined = document.paths?.[path];
  if (!item?.post) return document;
  const told = {
    ...item,
    post: { ...item.post, 'x-ms-trigger': 'single' },
    'x-ms-notification-content': { description: 'What happened', schema: { $ref: `#/components/schemas/${schema}` } },
  };
  return { ...document, paths: { ...document.paths, [path]: told } };
}
