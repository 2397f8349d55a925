/** Who acts: a signed-in person as their agent; behind an API key the agent it names. */
import { type Viewer, whoIs } from '../accounts/index.ts';
import type { Who } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';

/** Throws a refusal when a person names somebody else, or a key nobody. */
export function actorOf(viewer: Viewer, named: string | undefined): string {
  if (viewer.kind === 'key') {
    if (named === undefined) throw invalid('agent', 'is required with an API key: the id of the agent who acts');
    return named;
  }
  if (viewer.agentId === null) throw new Refusal('forbidden', `${viewer.person.name} is not an agent and cannot work on tickets.`);
  if (named !== undefined && named !== viewer.agentId) throw invalid('agent', 'must be left out by a signed-in person');
  return viewer.agentId;
}

/** The name under which a version of a rule is saved. */
export const saverOf = (viewer: Viewer): string => (viewer.kind === 'person' ? viewer.person.name : `key ${viewer.id}`);

/** The actor of events that somebody causes who need not be an agent. */
export const actingAs = (viewer: Viewer): { kind: 'agent' | 'system'; id?: string } =>
  viewer.kind === 'person' && viewer.agentId !== null ? { kind: 'agent', id: viewer.agentId } : { kind: 'system' };

/** Whoever keeps something of their own, such as a dashboard: what ownership is decided by, and the name it is shown under. */
export const keeperOf = (viewer: Viewer, from: string): { workspaceId: string; owner: string; name: string; who: Who } => ({
  workspaceId: viewer.workspace,
  who: whoIs(viewer, from),
  owner: viewer.kind === 'person' ? `person ${viewer.person.id}` : `key ${viewer.id}`,
  name: saverOf(viewer),
});
