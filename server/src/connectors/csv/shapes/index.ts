/** The shapes a table may have, each bound to the columns of one file by its mapping. */
import type { BoundShape } from '../entry.ts';
import type { Mapping } from '../mapping.ts';
import type { MomentBinding } from '../moments.ts';
import { bindDirectory } from './directory.ts';
import { bindEventLog } from './event-log.ts';
import { bindHistory } from './history.ts';
import { bindSnapshots } from './snapshots.ts';
import { bindTickets } from './tickets.ts';

/** Refused where the mapping names a column the file has not. */
export function bindShape(mapping: Mapping, binding: MomentBinding): BoundShape {
  switch (mapping.shape) {
    case 'tickets':
      return bindTickets(mapping, binding);
    case 'snapshots':
      return bindSnapshots(mapping, binding);
    case 'events':
      return bindEventLog(mapping, binding);
    case 'history':
      return bindHistory(mapping, binding);
    case 'agents':
    case 'teams':
    case 'organisations':
    case 'customers':
      return bindDirectory(mapping, binding);
  }
}
