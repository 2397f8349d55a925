/** What is being written, kept for this tab, so that looking at another ticket does not lose it. */
import { useState } from 'react';

export interface Draft {
  kind: 'reply' | 'note';
  text: string;
  setKind: (kind: 'reply' | 'note') => void;
  setText: (text: string) => void;
  clear: () => void;
}

const keyOf = (id: string): string => `watchdesk.draft ${id}`;

interface Kept {
  kind: 'reply' | 'note';
  text: string;
}

function read(id: string): Kept {
  try {
    const kept = JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null') as Partial<Kept> | null;
    return { kind: kept?.kind === 'note' ? 'note' : 'reply', text: typeof kept?.text === 'string' ? kept.text : '' };
  } catch {
    return { kind: 'reply', text: '' };
  }
}

/** The draft of one ticket; give the component the ticket as its key. */
export function useDraft(id: string): Draft {
  const [kept, setKept] = useState(() => read(id));
  const keep = (next: Kept): void => {
    setKept(next);
    if (next.text === '') sessionStorage.removeItem(keyOf(id));
    else sessionStorage.setItem(keyOf(id), JSON.stringify(next));
  };
  return {
    ...kept,
    setKind: (kind) => keep({ ...kept, kind }),
    setText: (text) => keep({ ...kept, text }),
    clear: () => keep({ kind: 'reply', text: '' }),
  };
}
