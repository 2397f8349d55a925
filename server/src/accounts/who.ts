/** A viewer as the audit log names them. */
import type { Who } from '../audit/index.ts';
import type { Viewer } from './viewer.ts';

/** A person by their account or persona, a key by its id and what it is called. `from` is the network address. */
export function whoIs(viewer: Viewer, from: string): Who {
  if (viewer.kind === 'key') return { kind: 'key', id: viewer.id, name: viewer.name, from };
  return { kind: 'person', id: viewer.person.id, name: viewer.person.name, from };
}
