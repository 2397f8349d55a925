/** Which items of the checklists were seen to be done here, whoever ticks them: said beside them, since a tick is somebody's word. */
import type { Incident } from '../../api/client.ts';

/** What was done, as a short note; null where nothing of it was seen. */
export function doneHere(item: string, { roles, statusPage }: Pick<Incident, 'roles' | 'statusPage'>): 'commander' | 'posted' | null {
  if (item === 'initiation.commander' && roles.commander.length > 0) return 'commander';
  if (item === 'initiation.status_page' && statusPage?.postedAt != null) return 'posted';
  return null;
}
