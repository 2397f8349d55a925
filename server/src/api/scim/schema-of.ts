/** What every SCIM route has in common in its description: the content type, and the form of a failure. */
import { z } from 'zod';

const error = z
  .object({ schemas: z.array(z.string()), status: z.string(), scimType: z.string().optional(), detail: z.string() })
  .meta({ id: 'ScimError' });
const failed = { description: 'A failure as SCIM has it', content: { 'application/scim+json': { schema: error } } };

export const schemaOf = <T extends object, const Status extends number, R extends z.ZodType>(route: T, status: Status, response: R) => ({
  tags: ['Provisioning (SCIM)'],
  consumes: ['application/scim+json'],
  produces: ['application/scim+json'],
  ...route,
  response: { [status]: response, '4xx': failed, '5xx': failed } as Record<Status, R> & Record<'4xx' | '5xx', typeof failed>,
});
