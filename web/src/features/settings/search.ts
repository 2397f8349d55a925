/** What the audit log's page keeps in the address; what cannot be understood is left out. */
export const ACTIONS = [
  'session.opened',
  'session.closed',
  'access.refused',
  'key.created',
  'key.renewed',
  'key.revoked',
  'calendar.saved',
  'calendar.retired',
  'policy.saved',
  'policy.retired',
  'rules.applied',
  'tickets.exported',
  'audit.exported',
] as const;
export type Action = (typeof ACTIONS)[number];

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
