/** What one is writing, kept for this tab, so that looking at another ticket does not lose it. Whoever steps in next has none of it. */
import { useState } from 'react';
import { useSession } from '../../session/session.ts';

export interface Draft {
  kind: 'reply' | 'note';
  text: string;
  setKind: (kind: 'reply' | 'note') => void;
  setText: (text: string) => void;
  write: (kind: 'reply' | 'note', text: string) => void;
  clear: () => void;
}

interface Kept {
  kind: 'reply' | 'note';
  text: string;
}

function read(key: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Partial<Kept> | null;
    return { kind: kept?.kind === 'note' ? 'note' : 'reply', text: typeof kept?.text === 'string' ? kept.text : '' };
  } catch {
    return { kind: 'reply', text: '' };
  }
}

/** The draft of one ticket; give the component the ticket as its key. */
export function useDraft(id: string): Draft {
  const { person, workspace } = useSession();
  const key = `watchdesk.draft ${workspace.id} ${person.id} ${id}`;
  const [kept, setKept] = useState(() => read(key));
  const keep = (next: Kept): void => {
    setKept(next);
    if (next.text === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(next));
  };
  return {
    ...kept,
    setKind: (kind) => keep({ ...kept, kind }),
    setText: (text) => keep({ ...kept, text }),
    write: (kind, text) => keep({ kind, text }),
    clear: () => keep({ kind: 'reply', text: '' }),
  };
}
