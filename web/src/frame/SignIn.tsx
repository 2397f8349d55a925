/** The visitor's door: what this is, in one line, and the people one may step in as. One click. */
import { Loader } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { personasQuery, useStepIn, type Identity } from '../session/session.ts';
import { EmptyState, ErrorState, PersonFace, problemOf, RowsSkeleton } from '../ui/index.ts';
import { messages } from './messages.ts';
import { landingOf, landingSearchOf } from './places.ts';
import classes from './SignIn.module.css';

const words = messages.door;
const route = getRouteApi('/sign-in');

function PersonaButton({ persona, busy, onClick }: { persona: Identity; busy: boolean; onClick: () => void }) {
  return (
    <li>
      <button type="button" className={classes['persona']} onClick={onClick} aria-busy={busy}>
        <PersonFace person={persona} size={40} />
        <span className={classes['who']}>
          <span className={classes['name']}>{persona.name}</span>
          <span className={classes['title']}>{persona.title}</span>
          <span className={classes['sees']}>{words.sees[persona.role]}</span>
        </span>
        {busy ? <Loader size={18} /> : <IconArrowRight size={18} stroke={1.7} aria-hidden="true" className={classes['arrow']} />}
      </button>
    </li>
  );
}

function Personas() {
  // Nobody while the sign-in is off; asked again, as the server may be started anew with it on.
  const { data, error, refetch } = useQuery({
    ...personasQuery,
    refetchInterval: ({ state }) => (state.data?.personas.length ? false : 10_000),
  });
  const navigate = useNavigate();
  const { next } = route.useSearch();
  const stepIn = useStepIn(
    ({ person }) => void (next ? navigate({ href: next }) : navigate({ to: landingOf(person.role), search: landingSearchOf(person.role) })),
  );
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} compact /> : <RowsSkeleton rows={4} height={72} />;
  if (data.personas.length === 0)
    return (
      <EmptyState title={words.empty} compact>
        {words.emptyText}
      </EmptyState>
    );
  return (
    <>
      <ul className={classes['personas']}>
        {data.personas.map((persona) => (
          <PersonaButton
            key={persona.id}
            persona={persona}
            busy={stepIn.isPending && stepIn.variables === persona.id}
            onClick={() => stepIn.mutate(persona.id)}
          />
        ))}
      </ul>
      <p className={classes['note']}>{words.note}</p>
      {stepIn.error && (
        <p role="alert" className={classes['failure']}>
          {words.failed}: {problemOf(stepIn.error).title}
        </p>
      )}
    </>
  );
}

export function SignIn() {
  return (
    <main className={classes['door']}>
      <section className={classes['pitch']}>
        <div className={classes['brand']}>
          <img src="/mark.svg" alt="" width={44} height={44} />
          <h1>{messages.product}</h1>
        </div>
        <p className={classes['line']}>{words.line}</p>
        <dl className={classes['promises']}>
          {words.promises.map(({ title, text }) => (
            <div key={title}>
              <dt>{title}</dt>
              <dd>{text}</dd>
            </div>
          ))}
        </dl>
      </section>
      <section className={classes['choice']} aria-labelledby="choose">
        <h2 id="choose">{words.choose}</h2>
        <Personas />
      </section>
    </main>
  );
}
