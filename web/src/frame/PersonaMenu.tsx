/** Who one is, and stepping into another's place: the demonstration's accounts. */
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconDeviceTv, IconKeyboard, IconLogout } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useSetViewing } from '../period/viewing.ts';
import { personasQuery, useSession, useStepIn, useStepOut, type Session } from '../session/session.ts';
import { chooseWorkspace } from '../session/workspace.ts';
import { PersonFace } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './PersonaMenu.module.css';
import { landingOf, landingSearchOf } from './places.ts';

const words = messages.persona;

function Others({ session }: { session: Session }) {
  const { data } = useQuery(personasQuery);
  const navigate = useNavigate();
  const stepIn = useStepIn(({ person }) => void navigate({ to: landingOf(person.role), search: landingSearchOf(person.role) }));
  return (
    <>
      <Menu.Label>{words.stepInto}</Menu.Label>
      {data?.personas.map((persona) => (
        <Menu.Item
          key={persona.id}
          leftSection={<PersonFace person={persona} size={24} />}
          rightSection={persona.id === session.person.id ? <IconCheck size={14} aria-label="✓" /> : null}
          onClick={() => stepIn.mutate(persona.id)}
        >
          <span className={classes['name']}>{persona.name}</span>
          <span className={classes['title']}>{persona.title}</span>
        </Menu.Item>
      ))}
    </>
  );
}

function Workspaces({ session }: { session: Session }) {
  const client = useQueryClient();
  if (session.workspaces.length < 2) return null;
  const go = (id: string): void => {
    chooseWorkspace(id);
    void client.resetQueries();
  };
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{words.workspace}</Menu.Label>
      {session.workspaces.map(({ id, name }) => (
        <Menu.Item key={id} rightSection={id === session.workspace.id ? <IconCheck size={14} /> : null} onClick={() => go(id)}>
          {name}
        </Menu.Item>
      ))}
    </>
  );
}

export function PersonaMenu({ onKeys }: { onKeys: () => void }) {
  const session = useSession();
  const navigate = useNavigate();
  const stepOut = useStepOut(() => void navigate({ to: '/sign-in' }));
  const setViewing = useSetViewing();
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes['trigger']}>
          <PersonFace person={session.person} size={30} />
          <VisuallyHidden>{words.open(session.person.name)}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 72px)" style={{ overflowY: 'auto' }}>
        <div className={classes['self']}>
          <b>{session.person.name}</b>
          <span className={classes['title']}>{session.person.title}</span>
        </div>
        <Menu.Divider />
        <Others session={session} />
        <Workspaces session={session} />
        <Menu.Divider />
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.7} />} onClick={onKeys} visibleFrom="sm">
          {words.keys}
        </Menu.Item>
        <Menu.Item leftSection={<IconDeviceTv size={16} stroke={1.7} />} onClick={() => setViewing({ wall: true })}>
          {words.wall}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={() => stepOut.mutate()}>
          {words.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
