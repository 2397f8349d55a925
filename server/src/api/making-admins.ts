/** Who provides people need not be an administrator, and must not become one by it: neither by a role they give, nor by an address they set. */
import type { Role, Viewer } from '../accounts/index.ts';
import { Refusal } from '../errors.ts';

interface Standing {
  readonly role?: Role | undefined;
  readonly email?: string | undefined;
}

/** Throws where the change would make an administrator, or make one somebody else's, and the viewer is none. */
export function refuseMakingAdmins({ scopes }: Viewer, wanted: Standing, before?: Standing): void {
  if (scopes.includes('admin')) return;
  if (wanted.role === 'admin' && before?.role !== 'admin') throw forbidden('role', 'is given to administrators by administrators alone');
  const isMoved = wanted.email !== undefined && wanted.email.toLowerCase() !== before?.email?.toLowerCase();
  if (before?.role === 'admin' && isMoved) throw forbidden('email', 'of an administrator is changed by administrators alone');
}

const forbidden = (field: string, message: string) =>
  new Refusal('forbidden', `${field} ${message}: this needs the scope admin.`, { fields: [{ field, message }] });
