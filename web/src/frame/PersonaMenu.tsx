/** Who one is: one's account and workspaces, a look at the demonstration, and within it stepping into another's place. */
import { Menu, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconArrowBackUp, IconBell, IconCheck, IconDeviceTv, IconEye, IconKeyboard, IconLogout, IconUserCircle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useSetViewing } from '../period/viewing.ts';
import { personasQuery, useSession, useStepIn, useStepOut, type Session } from '../session/session.ts';
import { chooseWorkspace, hasOwnWorkspace } from '../session/workspace.ts';
import { PersonFace } from '../ui/index.ts';
import { messages } from './messages.ts';
import classes from './PersonaMenu.module.css';
import { landingOf, landingSearchOf } from './places.ts';

const words = messages.persona;

/** What leaving the demonstration is called: whoever came from their own workspace goes back there. */
export const leaveWords = (): string => (hasOwnWorkspace() ? words.back : words.leave);

function useStepInAndLook() {
  const navigate = useNavigate();
  return useStepIn(({ person }) => void navigate({ to: landingOf(person.role), search: landingSearchOf(person.role) }));
}

function Others({ session }: { session: Session }) {
  const { data } = useQuery(personasQuery);
  const stepIn = useStepInAndLook();
  return (
    <>
      <Menu.Divider />
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

/** As whoever is what one is oneself. */
function LookAround({ session }: { session: Session }) {
  const { data } = useQuery(personasQuery);
  const stepIn = useStepInAndLook();
  const like = data?.personas.find(({ role }) => role === session.person.role) ?? data?.personas[0];
  if (!like) return null;
  return (
    <Menu.Item leftSection={<IconEye size={16} stroke={1.7} />} onClick={() => stepIn.mutate(like.id)}>
      {words.lookAround}
    </Menu.Item>
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

function Ways({ session }: { session: Session }) {
  const navigate = useNavigate();
  const stepOut = useStepOut((after) => void navigate({ to: after ? '/' : '/sign-in' }));
  const isBack = !session.account && hasOwnWorkspace();
  const Sign = isBack ? IconArrowBackUp : IconLogout;
  return (
    <Menu.Item leftSection={<Sign size={16} stroke={1.7} />} onClick={() => stepOut.mutate()}>
      {session.account ? words.signOut : leaveWords()}
    </Menu.Item>
  );
}

export function PersonaMenu({ onKeys }: { onKeys: () => void }) {
  const session = useSession();
  const setViewing = useSetViewing();
  const { person, account } = session;
  return (
    <Menu position="bottom-end" width={280}>
      <Menu.Target>
        <UnstyledButton className={classes['trigger']}>
          <PersonFace person={person} size={30} />
          <VisuallyHidden>{words.open(person.name)}</VisuallyHidden>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown mah="calc(100dvh - 72px)" style={{ overflowY: 'auto' }}>
        <div className={classes['self']}>
          <b>{person.name}</b>
          {account && <span className={classes['title']}>{account.email}</span>}
          <span className={classes['title']}>{person.title}</span>
        </div>
        {account && (
          <>
            <Menu.Divider />
            <Menu.Item component={Link} to="/account" leftSection={<IconUserCircle size={16} stroke={1.7} />}>
              {words.account}
            </Menu.Item>
            <LookAround session={session} />
          </>
        )}
        {!account && <Others session={session} />}
        <Workspaces session={session} />
        <Menu.Divider />
        <Menu.Item component={Link} to="/account/notifications" leftSection={<IconBell size={16} stroke={1.7} />}>
          {words.notifications}
        </Menu.Item>
        <Menu.Item leftSection={<IconKeyboard size={16} stroke={1.7} />} onClick={onKeys} visibleFrom="sm">
          {words.keys}
        </Menu.Item>
        <Menu.Item leftSection={<IconDeviceTv size={16} stroke={1.7} />} onClick={() => setViewing({ wall: true })}>
          {words.wall}
        </Menu.Item>
        <Ways session={session} />
      </Menu.Dropdown>
    </Menu>
  );
}
