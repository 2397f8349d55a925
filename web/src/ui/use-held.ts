/** Holds a list while the pointer or the keyboard is in it; see held.ts. */
import { useState, type FocusEvent } from 'react';
import { changesBehind, rowsOf, type Elsewhere } from './held.ts';

export function useHeld<T extends { readonly id: string }>(now: readonly T[], elsewhere?: Elsewhere<T>) {
  const [held, setHeld] = useState<readonly T[] | null>(null);
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  // Taken hold of during rendering, so that not one frame shows the rows moved.
  if (pointed || focused) {
    if (held === null) setHeld(now);
  } else if (held !== null) setHeld(null);
  const { rows, fresh } = rowsOf(held, now, elsewhere);
  return {
    rows,
    fresh,
    /** How many rows are not as they should be. */
    changes: changesBehind(held, now),
    /** Shows the list as it should be, and holds that. */
    renew: () => setHeld(now),
    handlers: {
      onPointerEnter: (event: { pointerType: string }) => setPointed(event.pointerType === 'mouse'),
      onPointerLeave: () => setPointed(false),
      onFocus: (event: FocusEvent<HTMLElement>) => setFocused(event.target.matches(':focus-visible')),
      onBlur: (event: FocusEvent<HTMLElement>) => setFocused(event.currentTarget.contains(event.relatedTarget) && focused),
    },
  };
}
