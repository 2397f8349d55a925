/**
 * The door: setting up where nobody has an account yet, signing in where somebody has, and the people of the demonstration beside
 * either. What there is, the server says.
 */
import { Button } from '@mantine/core';
import { IconBuilding, IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { personasQuery, sessionQuery, useComeIn, useStepOut, waysInQuery } from '../../session/session.ts';
import { EmptyState, ErrorState, problemOf, RowsSkeleton } from '../../ui/index.ts';
import classes from './door.module.css';
import { messages } from './messages.ts';
import { Personas } from './Personas.tsx';
import { Pitch } from './Pitch.tsx';
import { SignIn } from './SignIn.tsx';
import { FindCompany, Refused, SingleSignOn } from './SingleSignOn.tsx';
import { useTitle } from './use-title.ts';

const words = messages.signIn;

export function DoorPage() {
  useTitle(words.title);
  return (
    <main className={classes['door']}>
      <Pitch />
      <div className={classes['ways']}>
        <Homeless />
        <Ways />
      </div>
    </main>
  );
}

function Ways() {
  const ways = useQuery(waysInQuery);
  // Nobody while the demonstration is off or on its way; asked again, as the server may be started anew with it on.
  const people = useQuery({
    ...personasQuery,
    refetchInterval: ({ state }) => (state.data?.personas.length ? false : 10_000),
  });
  const navigate = useNavigate();
  const { next, refused } = useSearch({ from: '/sign-in' });
  const comeIn = useComeIn();
  const goOn = () => (next ? navigate({ href: next }) : navigate({ to: '/' }));
  const error = ways.error ?? people.error;
  if (!ways.data || !people.data)
    return (
      <div className={classes['card']}>
        {error ? (
          <ErrorState error={error} retry={() => void Promise.all([ways.refetch(), people.refetch()])} compact />
        ) : (
          <RowsSkeleton rows={4} height={72} />
        )}
      </div>
    );
  const { accounts, setUp, singleSignOn, asksForCompany } = ways.data;
  const { personas } = people.data;
  const hasAccounts = accounts && !setUp.isNeeded;
  if (!accounts && personas.length === 0)
    return (
      <div className={classes['card']}>
        <EmptyState title={messages.empty} compact>
          {messages.emptyText}
        </EmptyState>
      </div>
    );
  return (
    <>
      {setUp.isNeeded && <SetUpInvite />}
      {hasAccounts && (
        <section className={classes['card']} aria-labelledby="sign-in">
          <h2 id="sign-in">{words.title}</h2>
          <div className={classes['form']}>
            <Refused code={refused} />
            {singleSignOn.length > 0 && <SingleSignOn offers={singleSignOn} next={next} />}
            {asksForCompany && <FindCompany next={next} />}
            <SignIn
              onIn={async () => {
                await comeIn();
                await goOn();
              }}
            />
          </div>
        </section>
      )}
      {personas.length > 0 && <Personas personas={personas} isCompact={hasAccounts} onIn={() => void goOn()} />}
    </>
  );
}

function SetUpInvite() {
  return (
    <section className={`${classes['card']} ${classes['invite']}`} aria-labelledby="set-up">
      <span className={classes['sign']} aria-hidden="true">
        <IconBuilding size={20} stroke={1.7} />
      </span>
      <div>
        <h2 id="set-up">{messages.setUp.invite}</h2>
        <p className={classes['text']}>{messages.setUp.inviteText}</p>
      </div>
      <Button component={Link} to="/set-up">
        {messages.setUp.go}
      </Button>
    </section>
  );
}

/** Somebody is signed in and belongs to no workspace: told why they are still at the door. */
function Homeless() {
  const { error } = useQuery({ ...sessionQuery, enabled: false });
  const stepOut = useStepOut(() => {});
  const problem = error ? problemOf(error) : null;
  if (problem?.status !== 403) return null;
  return (
    <div className={classes['card']}>
      <EmptyState
        icon={IconLock}
        title={words.homeless}
        compact
        action={
          <Button variant="default" size="xs" loading={stepOut.isPending} onClick={() => stepOut.mutate()}>
            {words.signOut}
          </Button>
        }
      >
        {problem.detail}
      </EmptyState>
    </div>
  );
}
