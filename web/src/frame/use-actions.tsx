/** What the palette can do besides going somewhere. */
import type { SpotlightActionData } from '@mantine/spotlight';
import { IconBell, IconDeviceTv, IconInbox, IconLogout, IconSunMoon, IconUserCircle } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useSetViewing, useWall } from '../period/viewing.ts';
import { useSession, useStepOut } from '../session/session.ts';
import { messages } from './messages.ts';
import { leaveWords } from './PersonaMenu.tsx';
import { useToggleScheme } from './use-frame-keys.ts';

export function useActions(): SpotlightActionData[] {
  const toggleScheme = useToggleScheme();
  const wall = useWall();
  const setViewing = useSetViewing();
  const navigate = useNavigate();
  const { account } = useSession();
  const stepOut = useStepOut((session) => void navigate({ to: session ? '/' : '/sign-in' }));
  return [
    { id: 'scheme', label: messages.keys.scheme, leftSection: <IconSunMoon size={18} stroke={1.7} />, onClick: toggleScheme },
    {
      id: 'wall',
      label: messages.keys.wall,
      leftSection: <IconDeviceTv size={18} stroke={1.7} />,
      onClick: () => setViewing({ wall: wall ? undefined : true }),
    },
    {
      id: 'inbox',
      label: messages.inbox,
      keywords: 'notifications notices told unread',
      leftSection: <IconInbox size={18} stroke={1.7} />,
      onClick: () => void navigate({ to: '/inbox' }),
    },
    {
      id: 'notifications',
      label: messages.persona.notifications,
      keywords: 'notification preferences quiet hours e-mail',
      leftSection: <IconBell size={18} stroke={1.7} />,
      onClick: () => void navigate({ to: '/account/notifications' }),
    },
    ...(account
      ? [
          {
            id: 'account',
            label: messages.persona.account,
            keywords: 'password second factor passkey sessions profile',
            leftSection: <IconUserCircle size={18} stroke={1.7} />,
            onClick: () => void navigate({ to: '/account' }),
          },
        ]
      : []),
    {
      id: 'leave',
      label: account ? messages.persona.signOut : leaveWords(),
      keywords: 'sign out log out',
      leftSection: <IconLogout size={18} stroke={1.7} />,
      onClick: () => stepOut.mutate(),
    },
  ];
}
