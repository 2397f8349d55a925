/** A ticket's keys: one letter for each action, as its button says. */
import type { TicketView } from '../../api/client.ts';
import { useKeys } from '../../keys/use-keys.ts';
import { messages } from './messages.ts';
import type { Actions } from './use-actions.ts';

type Verb = TicketView['connection']['actions'][number];

interface TicketKeys {
  actions: Actions;
  can: (action: Verb) => boolean;
  claim: (() => void) | null;
  write: (kind: 'reply' | 'note') => void;
  back: () => void;
  nextView: () => void;
}

export function useTicketKeys({ actions, can, claim, write, back, nextView }: TicketKeys): void {
  const { keys } = messages;
  const free = actions.form === null;
  useKeys(
    keys.title,
    [
      { does: 'reply' as const, keys: 'r', label: keys.reply, run: () => write('reply') },
      { does: 'note' as const, keys: 'n', label: keys.note, run: () => write('note') },
      { does: 'assign' as const, keys: 'a', label: keys.assign, run: () => actions.open('assign') },
      { does: 'escalate' as const, keys: 'e', label: keys.escalate, run: () => actions.open('escalate') },
      { does: 'priority' as const, keys: 'p', label: keys.priority, run: () => actions.open('priority') },
      { does: 'status' as const, keys: 's', label: keys.status, run: () => actions.open('status') },
      { does: 'tag' as const, keys: 't', label: keys.tag, run: () => actions.open('tag') },
      { does: 'merge' as const, keys: 'm', label: keys.merge, run: () => actions.open('merge') },
    ].filter(({ does }) => can(does)),
    free,
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
