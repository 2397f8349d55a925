/**
 * Which key does what, just now. Parts of a page register their keys while they are on the screen; the frame listens
 * once for all of them and the sheet of shortcuts shows what is registered, so the two cannot disagree.
 * A binding is one key (`j`, `?`, `Enter`) or two in a row (`g q`), the second within a second of the first.
 */
export interface KeyBinding {
  readonly keys: string;
  /** What it does, for the sheet. */
  readonly label: string;
  run(): void;
}

export interface KeyGroup {
  readonly title: string;
  readonly bindings: readonly KeyBinding[];
}

export interface Keys {
  /** Adds a group until the function it gives is called. Of two bindings for the same keys the later one counts. */
  register(group: KeyGroup): () => void;
  /** What pressing this key does; true when something was bound to it. */
  press(key: string, at: number): boolean;
  groups(): readonly KeyGroup[];
  subscribe(onChange: () => void): () => void;
}

const SEQUENCE_MS = 1000;

/** No keys at first. */
export function createKeys(): Keys {
  let groups: readonly KeyGroup[] = [];
  let first: { key: string; at: number } | null = null;
  const watchers = new Set<() => void>();
  const change = (next: readonly KeyGroup[]): void => {
    groups = next;
    for (const watcher of watchers) watcher();
  };
  const bound = (keys: string): KeyBinding | undefined =>
    groups.flatMap((group) => group.bindings).findLast((binding) => binding.keys === keys);
  const begins = (key: string): boolean => groups.some((group) => group.bindings.some(({ keys }) => keys.startsWith(`${key} `)));

  return {
    register(group) {
      change([...groups, group]);
      return () => change(groups.filter((other) => other !== group));
    },
    press(key, at) {
      const pair = first && at - first.at <= SEQUENCE_MS ? bound(`${first.key} ${key}`) : undefined;
      const binding = pair ?? bound(key);
      first = !binding && begins(key) ? { key, at } : null;
      binding?.run();
      return binding !== undefined || first !== null;
    },
    groups: () => groups,
    subscribe(onChange) {
      watchers.add(onChange);
      return () => watchers.delete(onChange);
    },
  };
}

/** Whether a key belongs to what has the focus and not to us: text being written, a list that opens, a dialog's own keys. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest('[role="listbox"], [role="menu"], [role="dialog"] [role="combobox"]')) return true;
  return target.matches('textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"])');
}
