/** Who may do what: scopes of keys, roles of people. */

export const SCOPES = ['events:write', 'tickets:read', 'tickets:write', 'rules:write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = ['agent', 'lead', 'manager', 'executive', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES_OF: Record<Role, readonly Scope[]> = {
  agent: ['tickets:read', 'tickets:write'],
  lead: ['tickets:read', 'tickets:write'],
  manager: ['tickets:read', 'tickets:write', 'rules:write'],
  executive: ['tickets:read'],
  admin: SCOPES,
};
