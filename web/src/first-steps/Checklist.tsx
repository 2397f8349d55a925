/** The four steps to a first insight. Each ticks itself; the first that is not done says how it is done. */
import { ActionIcon, Button, Loader } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useSession } from '../session/session.ts';
import classes from './first.module.css';
import { messages } from './messages.ts';
import { type FirstSteps, isOver, STEPS, useFirstSteps, useNoteStep } from './use-first-steps.ts';

const words = messages.list;

type Step = (typeof STEPS)[number];

interface ChecklistProps {
  steps: FirstSteps;
  /** The ways in stand beside it. */
  isHere?: boolean;
}

function Doing({ step }: { step: Step }) {
  const note = useNoteStep();
  switch (step) {
    case 'connected':
      return (
        <Button component={Link} to="/overview" size="compact-sm">
          {words.begin}
        </Button>
      );
    case 'tickets':
      return (
        <span className={classes['waiting']} role="status">
          <Loader size={12} aria-hidden="true" /> {words.waiting}
        </span>
      );
    case 'promise':
      return (
        <>
          <Button component={Link} to="/sla/policies" size="compact-sm">
            {words.look}
          </Button>
          <Button size="compact-sm" variant="default" loading={note.isPending} onClick={() => note.mutate({ promise: true })}>
            {words.keep}
          </Button>
        </>
      );
    case 'insight':
      return (
        <Button component={Link} to="/dashboards/$dashboardId" params={{ dashboardId: 'volume' } as never} size="compact-sm">
          {words.read}
        </Button>
      );
  }
}

function Row({ step, isDone, children }: { step: Step; isDone: boolean; children: ReactNode }) {
  return (
    <li data-done={isDone || undefined}>
      <span className={classes['tick']} role="img" aria-label={isDone ? words.done : ''} aria-hidden={isDone ? undefined : true}>
        {isDone && <IconCheck size={13} stroke={3} />}
      </span>
      <div>
        <b>{words[step]}</b>
        {!isDone && <p>{words[`${step}Text`]}</p>}
        {children && <div className={classes['doing']}>{children}</div>}
      </div>
    </li>
  );
}

export function Checklist({ steps, isHere = false }: ChecklistProps) {
  const note = useNoteStep();
  const next = STEPS.find((step) => !steps[step]);
  return (
    <section className={classes['list']} aria-label={words.label}>
      <header>
        <h2>{words.label}</h2>
        <span>{words.progress(STEPS.filter((step) => steps[step]).length, STEPS.length)}</span>
        {!isHere && (
          <ActionIcon variant="subtle" size="sm" aria-label={words.dismiss} onClick={() => note.mutate({ dismissed: true })}>
            <IconX size={14} />
          </ActionIcon>
        )}
      </header>
      <ol>
        {STEPS.map((step) => (
          <Row key={step} step={step} isDone={steps[step]}>
            {step === next && !(isHere && step === 'connected') && <Doing step={step} />}
          </Row>
        ))}
      </ol>
    </section>
  );
}

/** Above the numbers until the last step is done, for whoever may take them. */
export function FirstStepsStrip() {
  const { scopes } = useSession();
  const steps = useFirstSteps();
  if (!steps || isOver(steps) || !scopes.includes('rules:write')) return null;
  return <Checklist steps={steps} />;
}
