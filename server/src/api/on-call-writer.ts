/** Who changes something of on-call. */
import type { FastifyRequest } from 'fastify';
import { whoIs } from '../accounts/index.ts';
import type { Writer } from '../on-call/index.ts';
import { saverOf } from './actor.ts';

export const writerOf = ({ viewer, ip }: FastifyRequest): Writer => ({
  workspaceId: viewer.workspace,
  who: whoIs(viewer, ip),
  name: saverOf(viewer),
  writesRules: viewer.scopes.includes('rules:write'),
  self: viewer.kind === 'key' ? [] : [`person:${viewer.person.id}`, ...(viewer.agentId === null ? [] : [`agent:${viewer.agentId}`])],
});
