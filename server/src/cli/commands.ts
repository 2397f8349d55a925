/** The commands there are, in the order they are listed. Each is loaded when it is called: all of them together take a second. */
import type { Command } from './command.ts';

const LOAD: Readonly<Record<string, () => Promise<Command>>> = {
  serve: async () => (await import('./serve.ts')).serve,
  import: async () => (await import('./import.ts')).importTable,
  simulate: async () => (await import('./simulate.ts')).simulate,
  demo: async () => (await import('./demo.ts')).demo,
  workspace: async () => (await import('./workspace.ts')).workspace,
  keys: async () => (await import('./keys.ts')).keys,
  invite: async () => (await import('./invite.ts')).invite,
  'rotate-secrets': async () => (await import('./rotate-secrets.ts')).rotateSecrets,
  'erase-customer': async () => (await import('./erase-customer.ts')).eraseCustomer,
  'export-customer': async () => (await import('./export-customer.ts')).exportCustomer,
  retain: async () => (await import('./retain.ts')).retain,
  replay: async () => (await import('./replay.ts')).replay,
  doctor: async () => (await import('./doctor.ts')).doctor,
  calendar: async () => (await import('./evaluate.ts')).calendar,
  sla: async () => (await import('./evaluate.ts')).sla,
};

/** Undefined when there is no such command. */
export const commandOf = async (name: string): Promise<Command | undefined> => (Object.hasOwn(LOAD, name) ? LOAD[name]!() : undefined);

export const allCommands = (): Promise<Command[]> => Promise.all(Object.values(LOAD).map((load) => load()));
