/** The people of the demonstration one may step in as. One click. Where people also sign in, they stand closer together. */
import { Loader } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import type { Identity } from '../../api/client.ts';
import { FormFault } from '../../account/index.ts';
import { useStepIn } from '../../session/session.ts';
import { PersonFace, problemOf } from '../../ui/index.ts';
import classes from './personas.module.css';
import { messages } from './messages.ts';

const words = messages.demonstration;

interface PersonasProps {
  personas: readonly Identity[];
  isCompact: boolean;
  onIn: () => void;
}

export function Personas({ personas, isCompact, onIn }: PersonasProps) {
  const stepIn = useStepIn(onIn);
  return (
    <section className={classes['choice']} data-compact={isCompact || undefined} aria-labelledby="choose">
      <div className={classes['head']}>
        <h2 id="choose">{words.choose}</h2>
        <span className={classes['mark']}>{words.mark}</span>
      </div>
      <ul className={classes['personas']}>
        {personas.map((persona) => (
          <PersonaButton
            key={persona.id}
            persona={persona}
            isCompact={isCompact}
            busy={stepIn.isPending && stepIn.variables === persona.id}
            onClick={() => stepIn.mutate(persona.id)}
          />
        ))}
      </ul>
      <p className={classes['note']}>{isCompact ? words.shortNote : words.note}</p>
      <FormFault>{stepIn.error && `${words.failed}: ${problemOf(stepIn.error).title}`}</FormFault>
    </section>
  );
}

interface PersonaButtonProps {
  persona: Identity;
  isCompact: boolean;
  busy: boolean;
  onClick: () => void;
}

function PersonaButton({ persona, isCompact, busy, onClick }: PersonaButtonProps) {
  return (
    <li>
      <button type="button" className={classes['persona']} onClick={onClick} aria-busy={busy}>
        <PersonFace person={persona} size={isCompact ? 30 : 40} />
        <span className={classes['who']}>
          <span className={classes['name']}>{persona.name}</span>
          <span className={classes['title']}>{persona.title}</span>
          {!isCompact && <span className={classes['sees']}>{words.sees[persona.role]}</span>}
        </span>
        {busy && <Loader size={18} />}
        {!busy && !isCompact && <IconArrowRight size={18} stroke={1.7} aria-hidden="true" className={classes['arrow']} />}
      </button>
    </li>
  );
}
