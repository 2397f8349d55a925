/** What the audit log's page keeps in the address; what cannot be understood is left out. */
import type { AuditEntry } from '../../api/client.ts';
import { messages } from './messages.ts';

type Action = AuditEntry['action'];
/** Each has its words, of which the compiler misses none. */
export const ACTIONS = Object.keys(messages.audit.did) as Action[];

export interface AuditSearch {
  /** Comma-separated, so that an address stays readable. */
  actions?: string;
  q?: string;
}

export const actionsIn = (text: string | undefined): Action[] => {
  const wanted = new Set((text ?? '').split(','));
  return ACTIONS.filter((action) => wanted.has(action));
};

export function readAuditSearch({ actions, q }: Record<string, unknown>): AuditSearch {
  const chosen = actionsIn(typeof actions === 'string' ? actions : undefined);
  const text = typeof q === 'string' ? q.trim().slice(0, 200) : '';
  return { ...(chosen.length > 0 && { actions: chosen.join(',') }), ...(text !== '' && { q: text }) };
}
