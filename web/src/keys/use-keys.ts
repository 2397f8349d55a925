/** The page's keys inside React: one listener at the window, bindings that come and go with the parts that own them. */
import { createContext, use, useEffect, useRef, useSyncExternalStore } from 'react';
import { createKeys, isTyping, type KeyBinding, type KeyGroup } from './keys.ts';

const KeysContext = createContext(createKeys());

/** Binds keys while the component is on the screen and `enabled`. The bindings may be made anew at each rendering. */
export function useKeys(title: string, bindings: readonly KeyBinding[], enabled = true): void {
  const keys = use(KeysContext);
  const latest = useRef(bindings);
  useEffect(() => {
    latest.current = bindings;
  });
  const shape = bindings.map((binding) => `${binding.keys}\t${binding.label}`).join('\n');
  useEffect(() => {
    if (!enabled || shape === '') return undefined;
    const run = (pressed: string) => () => latest.current.find((binding) => binding.keys === pressed)?.run();
    const lines = shape.split('\n').map((line) => line.split('\t') as [string, string]);
    return keys.register({ title, bindings: lines.map(([pressed, label]) => ({ keys: pressed, label, run: run(pressed) })) });
  }, [keys, title, shape, enabled]);
}

/** What is bound just now, for the sheet of shortcuts. */
export function useKeyGroups(): readonly KeyGroup[] {
  const keys = use(KeysContext);
  return useSyncExternalStore(keys.subscribe, keys.groups);
}

/** A key with Ctrl, or ⌘ on a Mac, as bindings name it: `mod+z`, `mod+shift+z`. */
const chordOf = ({ shiftKey, key }: KeyboardEvent): string => `mod+${shiftKey ? 'shift+' : ''}${key.toLowerCase()}`;

/** Listens at the window; used once, by the frame. Keys with Ctrl, Alt or Meta belong to the browser and the palette, unless a part binds them. */
export function useKeyListener(): void {
  const keys = use(KeysContext);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.altKey || isTyping(event.target)) return;
      if (event.ctrlKey || event.metaKey) {
        if (keys.press(chordOf(event), event.timeStamp)) event.preventDefault();
        return;
      }
      // Enter and the space bar belong to the button or link that has the focus.
      const onControl = event.target instanceof HTMLElement && event.target.matches('button, a[href], [role="button"]');
      if (onControl && (event.key === 'Enter' || event.key === ' ')) return;
      if (keys.press(event.key, event.timeStamp)) event.preventDefault();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [keys]);
}
