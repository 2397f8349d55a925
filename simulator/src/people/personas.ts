/** The people whose place a visitor of the demonstration can take. Agents and leads among them are simulated people. */
export interface Persona {
  readonly id: string;
  readonly name: string;
  readonly role: 'agent' | 'lead' | 'manager' | 'executive' | 'admin';
  readonly title: string;
  /** The simulated agent who this is; null for those who answer no tickets. */
  readonly agentId: string | null;
}

export const PERSONAS: readonly Persona[] = [
  { id: 'nadia', name: 'Nadia Haddad', role: 'agent', title: 'Support agent, Customer Care (L1)', agentId: 'agent-nadia-haddad' },
  { id: 'ingrid', name: 'Ingrid Solberg', role: 'agent', title: 'Specialist, Technical Support (L2)', agentId: 'agent-ingrid-solberg' },
  { id: 'kenta', name: 'Kenta Mori', role: 'agent', title: 'Escalation engineer (L3)', agentId: 'agent-kenta-mori' },
  { id: 'helena', name: 'Helena Voss', role: 'lead', title: 'Team lead, Customer Care', agentId: 'agent-helena-voss' },
  { id: 'robert', name: 'Robert Adeyemi', role: 'manager', title: 'Head of Support', agentId: null },
  { id: 'catherine', name: 'Catherine Lowell', role: 'executive', title: 'Chief Customer Officer', agentId: null },
  { id: 'iris', name: 'Iris Feldmann', role: 'admin', title: 'Support operations', agentId: null },
];
