/** Which tickets a list is of, for whoever does not see all of them. */
import { messages } from './messages.ts';
import { useSight } from './session.ts';

export function SightNote() {
  return useSight() === 'work' ? <> {messages.inSight}</> : null;
}
