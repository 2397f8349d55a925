/** What SCIM (RFC 7643, RFC 7644) calls things, and its own form of a failure. */
import type { FastifyInstance } from 'fastify';
import { Taken } from '../../accounts/index.ts';
import { PROBLEMS, Refusal } from '../../errors.ts';
import { refusalOf } from '../problems.ts';

export const SCIM_TYPE = 'application/scim+json; charset=utf-8';
export const URN = {
  user: 'urn:ietf:params:scim:schemas:core:2.0:User',
  group: 'urn:ietf:params:scim:schemas:core:2.0:Group',
  list: 'urn:ietf:params:scim:api:messages:2.0:ListResponse',
  patch: 'urn:ietf:params:scim:api:messages:2.0:PatchOp',
  error: 'urn:ietf:params:scim:api:messages:2.0:Error',
  config: 'urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig',
  resourceType: 'urn:ietf:params:scim:schemas:core:2.0:ResourceType',
  schema: 'urn:ietf:params:scim:schemas:core:2.0:Schema',
} as const;

type ScimFault = 'invalidFilter' | 'invalidPath' | 'invalidValue' | 'invalidSyntax' | 'mutability' | 'uniqueness' | 'noTarget';

/** A mistake that SCIM has a name for (RFC 7644, section 3.12). */
export class ScimRefusal extends Refusal {
  readonly scimType: ScimFault;
  constructor(scimType: ScimFault, detail: string) {
    super('invalid', detail);
    this.scimType = scimType;
  }
}

export function answerScimErrors(app: FastifyInstance): void {
  app.setErrorHandler((error, _request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'internal') throw error; // told and answered like every other bug
    const status = error instanceof ScimRefusal && error.scimType === 'uniqueness' ? 409 : PROBLEMS[refusal.code].status;
    const scimType =
      error instanceof ScimRefusal
        ? error.scimType
        : error instanceof Taken
          ? 'uniqueness'
          : refusal.code === 'invalid'
            ? 'invalidValue'
            : undefined;
    if (refusal.retryAfterSeconds !== undefined) void reply.header('retry-after', Math.ceil(refusal.retryAfterSeconds));
    if (refusal.code === 'unauthenticated') void reply.header('www-authenticate', 'Bearer');
    const body = { schemas: [URN.error], status: String(status), ...(scimType && { scimType }), detail: refusal.message };
    return reply.code(status).header('content-type', SCIM_TYPE).header('cache-control', 'no-store').send(JSON.stringify(body));
  });
}
