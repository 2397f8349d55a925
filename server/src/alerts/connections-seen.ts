/** Connections as rules look at them: since when each is silent or fails. */
import type { Connections } from '../connectors/runtime/index.ts';
import type { ConnectionSeen } from './readings.ts';

/** `credentials`: nothing comes before somebody gives new ones. */
const TROUBLED = new Set(['silent', 'behind', 'credentials']);

export async function connectionsSeen(connections: Pick<Connections, 'all'>, workspaceId: string): Promise<ConnectionSeen[]> {
  const { connections: all } = await connections.all(workspaceId);
  return all.map(({ id, name, createdAt, health: { state, failure, lastArrivalAt } }) => {
    // A failure says when it was met last, and silence when something came last.
    const since = TROUBLED.has(state) ? (lastArrivalAt ?? createdAt ?? failure?.at) : null;
    return { id, name, troubledSince: since === null || since === undefined ? null : Date.parse(since) };
  });
}
