/** A ticket's keys: one letter for each action, as its button says. */
import { useKeys } from '../../keys/use-keys.ts';
import { messages } from './messages.ts';
import type { Actions } from './use-actions.ts';

interface TicketKeys {
  actions: Actions;
  writable: boolean;
  claim: (() => void) | null;
  write: (kind: 'reply' | 'note') => void;
  back: () => void;
  nextView: () => void;
}

export function useTicketKeys({ actions, writable, claim, write, back, nextView }: TicketKeys): void {
  const { keys } = messages;
  const free = actions.form === null;
  useKeys(
    keys.title,
    [
      { keys: 'r', label: keys.reply, run: () => write('reply') },
      { keys: 'n', label: keys.note, run: () => write('note') },
      { keys: 'a', label: keys.assign, run: () => actions.open('assign') },
      { keys: 'e', label: keys.escalate, run: () => actions.open('escalate') },
      { keys: 'p', label: keys.priority, run: () => actions.open('priority') },
      { keys: 's', label: keys.status, run: () => actions.open('status') },
      { keys: 'm', label: keys.merge, run: () => actions.open('merge') },
    ],
    free && writable,
  );
  useKeys(keys.title, [{ keys: 'c', label: keys.claim, run: () => claim?.() }], free && claim !== null);
  useKeys(
    keys.title,
    [
      { keys: 'v', label: keys.view, run: nextView },
      { keys: 'u', label: keys.back, run: back },
    ],
    free,
  );
}
