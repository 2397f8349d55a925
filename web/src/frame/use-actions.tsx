/** What the palette can do besides going somewhere. */
import type { SpotlightActionData } from '@mantine/spotlight';
import { IconDeviceTv, IconLogout, IconSunMoon } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useSetViewing, useWall } from '../period/viewing.ts';
import { useStepOut } from '../session/session.ts';
import { messages } from './messages.ts';
import { useToggleScheme } from './use-frame-keys.ts';

export function useActions(): SpotlightActionData[] {
  const toggleScheme = useToggleScheme();
  const wall = useWall();
  const setViewing = useSetViewing();
  const navigate = useNavigate();
  const stepOut = useStepOut(() => void navigate({ to: '/sign-in' }));
  return [
    { id: 'scheme', label: messages.keys.scheme, leftSection: <IconSunMoon size={18} stroke={1.7} />, onClick: toggleScheme },
    {
      id: 'wall',
      label: messages.keys.wall,
      leftSection: <IconDeviceTv size={18} stroke={1.7} />,
      onClick: () => setViewing({ wall: wall ? undefined : true }),
    },
    {
      id: 'leave',
      label: messages.persona.signOut,
      keywords: 'sign out log out',
      leftSection: <IconLogout size={18} stroke={1.7} />,
      onClick: () => stepOut.mutate(),
    },
  ];
}
