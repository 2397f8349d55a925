/** Working the list from the keyboard: which row is active, opening it, choosing it. */
import { useKeys } from '../../keys/use-keys.ts';
import { messages } from './messages.ts';

interface ListKeys {
  move: (by: 1 | -1) => void;
  open: () => void;
  choose: () => void;
  search: () => void;
  exportFile: () => void;
  refresh: () => void;
  close: (() => void) | null;
}

export function useListKeys({ move, open, choose, search, exportFile, refresh, close }: ListKeys): void {
  const { keys } = messages;
  useKeys(keys.title, [
    { keys: 'j', label: keys.next, run: () => move(1) },
    { keys: 'k', label: keys.previous, run: () => move(-1) },
    { keys: 'Enter', label: keys.open, run: open },
    { keys: 'x', label: keys.choose, run: choose },
    { keys: '/', label: keys.search, run: search },
    { keys: 'r', label: keys.refresh, run: refresh },
    { keys: 'e', label: keys.export, run: exportFile },
  ]);
  useKeys(keys.title, [{ keys: 'Escape', label: keys.close, run: () => close?.() }], close !== null);
}
