/** The keys that count everywhere, and whether the sheet that shows all keys is open. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useKeys } from '../keys/use-keys.ts';
import { useSetViewing, useWall } from '../period/viewing.ts';
import { messages } from './messages.ts';
import { openPalette } from './palette-store.ts';
import { usePlaces } from './use-places.ts';

/** Switches between light and dark from what is shown now, whoever chose that. */
export function useToggleScheme(): () => void {
  const { setColorScheme } = useMantineColorScheme();
  const shown = useComputedColorScheme('light');
  return () => setColorScheme(shown === 'dark' ? 'light' : 'dark');
}

export function useFrameKeys(toggleRail: () => void, toggleInbox: () => void) {
  const [opened, { open, close, toggle }] = useDisclosure(false);
  const navigate = useNavigate();
  const toggleScheme = useToggleScheme();
  const wall = useWall();
  const setViewing = useSetViewing();
  const places = usePlaces();
  useKeys(messages.keys.anywhere, [
    { keys: '/', label: messages.keys.palette, run: openPalette },
    { keys: '?', label: messages.keys.sheet, run: toggle },
    { keys: 'i', label: messages.keys.inbox, run: toggleInbox },
    { keys: '[', label: messages.keys.rail, run: toggleRail },
    { keys: 'd', label: messages.keys.scheme, run: toggleScheme },
    { keys: 'w', label: messages.keys.wall, run: () => setViewing({ wall: wall ? undefined : true }) },
  ]);
  useKeys(
    messages.keys.go,
    places.map(({ letter, label, path }) => ({ keys: `g ${letter}`, label, run: () => void navigate({ to: path }) })),
  );
  return { opened, open, close };
}
