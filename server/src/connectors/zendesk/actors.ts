/**
 * Who did it. A rule or a bot is known by the way it came; a person by the role that their account has: end users are customers, everybody
 * else is an agent, and so is an agent who asks for something themselves.
 */
import type { Actor } from '@watchdesk/domain/event';
import type { ApiVia } from './api-types.ts';
import type { Collected } from './collect.ts';
import { SYSTEM } from './collect.ts';
import { isByBot, isByRule } from './words.ts';

/** What is remembered of a user: no name, no address. */
export interface KnownUser {
  readonly role: string;
}

export const userKey = (id: string) => `user/${id}`;

export const isCustomer = ({ role }: KnownUser): boolean => role === 'end-user';

/** `otherwise` is for somebody who is not known: an account that was deleted for good. */
export function actorOf(into: Collected, user: string | null, via: ApiVia, otherwise: 'customer' | 'agent'): Actor {
  if (isByRule(via)) return { kind: 'automation' };
  if (isByBot(via)) return { kind: 'bot' };
  if (user === null) return SYSTEM;
  const known = into.given.known[userKey(user)] as KnownUser | undefined;
  const isOutside = known ? isCustomer(known) : otherwise === 'customer' && into.given.maps.users[user] === undefined;
  return isOutside ? { kind: 'customer', id: into.own(user) } : { kind: 'agent', id: into.agent(user) };
}
