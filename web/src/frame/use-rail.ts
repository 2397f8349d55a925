/** Whether the rail shows names beside its icons: as chosen on this computer, and by the width of the screen before. */
import { useLocalStorage, useMediaQuery } from '@mantine/hooks';

export function useRail(): [open: boolean, toggle: () => void] {
  const wide = useMediaQuery('(min-width: 80em)', undefined, { getInitialValueInEffect: false }) ?? false;
  const [chosen, choose] = useLocalStorage<'open' | 'narrow' | null>({
    key: 'watchdesk.rail',
    defaultValue: null,
    getInitialValueInEffect: false,
  });
  const open = chosen === null ? wide : chosen === 'open';
  return [open, () => choose(open ? 'narrow' : 'open')];
}
