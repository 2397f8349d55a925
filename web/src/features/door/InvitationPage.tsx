/**
 * An invitation, for whoever holds its link: what it is for, and then a new account, or joining with the one that there is, signed in
 * here where that is still to be done. The link goes from the history once it was used.
 */
import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { faultsOf, FormFault, NewPasswordField, useFaultFocus } from '../../account/index.ts';
import { sessionQuery, useComeIn, useStepOut } from '../../session/session.ts';
import { chooseWorkspace } from '../../session/workspace.ts';
import { ErrorState, problemOf, TextSkeleton } from '../../ui/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { SignIn } from './SignIn.tsx';
import { SinglePage } from './SinglePage.tsx';
import { WayOut } from './SingleSignOn.tsx';
import { invitationQuery, joinBy, useAccept } from './use-door.ts';

const words = messages.invitation;

/** Into the workspace that was joined. */
function useInto() {
  const navigate = useNavigate();
  const comeIn = useComeIn();
  return async (workspace: string): Promise<void> => {
    chooseWorkspace(workspace);
    await comeIn();
    await navigate({ to: '/', replace: true });
  };
}

export function InvitationPage() {
  const { secret } = useParams({ from: '/invitation/$secret' });
  const { data: invitation, error, refetch } = useQuery(invitationQuery(secret));
  if (!invitation && error) {
    const isOver = [400, 404].includes(problemOf(error).status);
    return (
      <SinglePage title={words.over} text={isOver && words.overText}>
        {!isOver && <ErrorState error={error} retry={() => void refetch()} compact />}
      </SinglePage>
    );
  }
  if (!invitation)
    return (
      <SinglePage title={messages.product}>
        <TextSkeleton lines={4} />
      </SinglePage>
    );
  const { workspace, invitedBy, role, email, hasAccount, onlyBy } = invitation;
  return (
    <SinglePage title={words.title(workspace.name)} text={words.text(invitedBy, words.roles[role])}>
      {onlyBy !== null && (
        <>
          <p className={classes['text']}>{words.onlyBy(onlyBy, email)}</p>
          <WayOut workspace={workspace.id} name={workspace.name} label={onlyBy} next={undefined} />
        </>
      )}
      {onlyBy === null && hasAccount && <WithAccount secret={secret} email={email} />}
      {onlyBy === null && !hasAccount && <NewAccount secret={secret} email={email} workspace={workspace} />}
    </SinglePage>
  );
}

interface NewAccountProps {
  secret: string;
  email: string;
  workspace: { id: string; name: string };
}

function NewAccount({ secret, email, workspace }: NewAccountProps) {
  const [person, setPerson] = useState({ name: '', password: '' });
  const into = useInto();
  const accept = useAccept(secret, () => into(workspace.id));
  const faults = faultsOf(accept.error, ['name', 'password']);
  const form = useFaultFocus(accept.error);
  return (
    <form
      ref={form}
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault();
        accept.mutate(person);
      }}
    >
      <TextInput label={messages.email} type="email" name="email" autoComplete="username" readOnly value={email} />
      <TextInput
        label={messages.name}
        name="name"
        autoComplete="name"
        maxLength={100}
        value={person.name}
        error={faults.of('name')}
        onChange={(event) => setPerson({ ...person, name: event.currentTarget.value })}
      />
      <NewPasswordField
        value={person.password}
        about={[email, workspace.name, person.name]}
        error={faults.of('password')}
        onChange={(password) => setPerson({ ...person, password })}
      />
      <FormFault>{faults.rest}</FormFault>
      <Button type="submit" fullWidth loading={accept.isPending}>
        {words.join(workspace.name)}
      </Button>
    </form>
  );
}

function WithAccount({ secret, email }: { secret: string; email: string }) {
  const { data: session } = useQuery(sessionQuery);
  const into = useInto();
  const joinNow = async () => into((await joinBy(secret)).workspace);
  const join = useMutation({ mutationFn: joinNow });
  const stepOut = useStepOut(() => {});
  if (!session?.account)
    return (
      <>
        <p className={classes['text']}>{words.haveAccount}</p>
        <SignIn email={email} onIn={joinNow} />
      </>
    );
  if (session.account.email !== email)
    return (
      <>
        <p className={classes['text']}>{words.another(email, session.account.email)}</p>
        <Button variant="default" fullWidth loading={stepOut.isPending} onClick={() => stepOut.mutate()}>
          {words.signOut}
        </Button>
      </>
    );
  return (
    <>
      <FormFault>{faultsOf(join.error, []).rest}</FormFault>
      <Button fullWidth loading={join.isPending} onClick={() => join.mutate()}>
        {words.joinAs(session.person.name)}
      </Button>
    </>
  );
}
