/** What a place in a mapping is called. A team is one of people in its own table, and an attribute in that of tickets. */
import { nameOf } from './draft.ts';
import { messages } from './messages.ts';

export function targetLabel(path: string): string {
  const name = nameOf(path);
  const ofField = path.startsWith('fields.') ? messages.fieldTargets[name] : undefined;
  return ofField ?? messages.targets[path] ?? messages.targets[name] ?? name;
}
