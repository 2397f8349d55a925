/** Where the reader stands in the list: the rows in sight, the active row, the chosen ones. A new question begins at the top. */
import { useCallback, useState } from 'react';
import { WINDOW, type ListQuestion } from './windows.ts';

const NONE: ReadonlySet<string> = new Set();

export function useListState(question: ListQuestion) {
  const [asked, setAsked] = useState(question);
  const [range, setRange] = useState({ first: 0, last: WINDOW - 1 });
  const [active, setActive] = useState<number | null>(null);
  const [chosen, setChosen] = useState(NONE);
  if (asked !== question) {
    setAsked(question);
    setActive(null);
    setChosen(NONE);
  }
  // In whole windows: scrolling within them is the list's own business and draws nothing else anew.
  const onRange = useCallback((first: number, last: number) => {
    const windows = { first: Math.floor(first / WINDOW) * WINDOW, last: Math.floor(last / WINDOW) * WINDOW + WINDOW - 1 };
    setRange((before) => (before.first === windows.first && before.last === windows.last ? before : windows));
  }, []);
  const onChoose = useCallback(
    (id: string) =>
      setChosen((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    [],
  );
  const unchoose = useCallback(() => setChosen(NONE), []);
  return { range, onRange, active, setActive, chosen, onChoose, unchoose };
}
