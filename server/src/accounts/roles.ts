/** Who may do what: scopes of keys, roles of people. */

export const SCOPES = ['events:write', 'tickets:read', 'tickets:write', 'rules:write', 'people:write', 'admin'] as const;
export type Scope = (typeof SCOPES)[number];

export const ROLES = ['agent', 'lead', 'manager', 'executive', 'reviewer', 'planner', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const SCOPES_OF: Record<Role, readonly Scope[]> = {
  agent: ['tickets:read', 'tickets:write'],
  lead: ['tickets:read', 'tickets:write'],
  manager: ['tickets:read', 'tickets:write', 'rules:write'],
  executive: ['tickets:read'],
  reviewer: ['tickets:read'],
  planner: ['tickets:read'],
  admin: SCOPES,
};

/** What somebody of the role is called where nobody said otherwise. */
export const TITLE_OF: Record<Role, string> = {
  agent: 'Support agent',
  lead: 'Team lead',
  manager: 'Support manager',
  executive: 'Executive',
  reviewer: 'Quality reviewer',
  planner: 'Workforce planner',
  admin: 'Administrator',
};
