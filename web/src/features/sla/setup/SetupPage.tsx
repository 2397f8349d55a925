/** Setting up, step by step: what is there already, what somebody has ticked, and where the rest is done. */
import { Checkbox } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { metricName } from '../../../clocks/index.ts';
import { dayOf } from '../../../period/zone.ts';
import { useMayWriteRules, useSession } from '../../../session/session.ts';
import { BlockSkeleton, ErrorState, formatCount, formatDate, TextSkeleton } from '../../../ui/index.ts';
import { Headline } from '../Headline.tsx';
import { messages } from './messages.ts';
import classes from './setup.module.css';
import { type Phase, type SetupItem, useSetup, useTick } from './use-setup.ts';

const PHASES: readonly Phase[] = ['design', 'configuration', 'launch'];
const doneOf = (steps: readonly SetupItem[]): number => steps.filter(({ isDone }) => isDone).length;

export function SetupPage() {
  const { data, error, refetch } = useSetup();
  if (!data)
    return error ? (
      <ErrorState error={error} retry={() => void refetch()} />
    ) : (
      <div className={classes['page']} aria-busy="true">
        <TextSkeleton lines={1} />
        <BlockSkeleton height={480} />
      </div>
    );
  return (
    <div className={classes['page']}>
      <Headline title={messages.title(doneOf(data.steps), data.steps.length)}>{messages.text}</Headline>
      <div className={classes['phases']}>
        {PHASES.map((phase) => (
          <PhaseList key={phase} phase={phase} steps={data.steps.filter((one) => one.phase === phase)} />
        ))}
      </div>
    </div>
  );
}

function PhaseList({ phase, steps }: { phase: Phase; steps: readonly SetupItem[] }) {
  return (
    <section className={classes['phase']} aria-labelledby={`phase-${phase}`}>
      <h2 id={`phase-${phase}`}>
        {messages.phases[phase]}
        <span>{messages.of(doneOf(steps), steps.length)}</span>
      </h2>
      <ol>
        {steps.map((item) => (
          <Step key={item.step} item={item} />
        ))}
      </ol>
    </section>
  );
}

function Step({ item }: { item: SetupItem }) {
  const { title, text, link } = messages.steps[item.step];
  const { timeZone } = useSession().workspace;
  const evidence = evidenceOf(item, timeZone);
  return (
    <li className={classes['step']} data-done={item.isDone || undefined}>
      <Mark item={item} title={title} />
      <div>
        <h3>{title}</h3>
        <p>{text}</p>
        <p className={classes['foot']}>
          {evidence && <b>{evidence}</b>}
          {link && <Link to={link.to}>{link.label}</Link>}
        </p>
      </div>
    </li>
  );
}

/** What can be seen needs no tick; what cannot is ticked by who may change rules. */
function Mark({ item: { step, isDone, isFound }, title }: { item: SetupItem; title: string }) {
  const tick = useTick();
  // Ticked at once, and as the server has it once it has answered.
  const [chosen, setChosen] = useState<boolean | null>(null);
  const mayWrite = useMayWriteRules();
  if (!isFound && mayWrite)
    return (
      <Checkbox
        size="xs"
        className={classes['mark']}
        aria-label={messages.tick(title)}
        checked={chosen ?? isDone}
        error={tick.error ? messages.failed : undefined}
        onChange={({ currentTarget: { checked } }) => {
          setChosen(checked);
          tick.mutate({ step, isDone: checked }, { onSettled: () => setChosen(null) });
        }}
      />
    );
  const Icon = isDone ? IconCircleCheckFilled : IconCircleDashed;
  return <Icon size={18} className={classes['mark']} role="img" aria-label={isDone ? messages.done : messages.open} />;
}

function evidenceOf({ step, isFound, count, names, ticked }: SetupItem, timeZone: string): string | null {
  if (isFound && names.length > 0) return (step === 'pauses' ? names.map(metricName) : names).join(', ');
  if (isFound && count !== null) return (step === 'history' ? messages.created : messages.resolved)(count, formatCount(count));
  return ticked && messages.ticked(ticked.by, formatDate(dayOf(Date.parse(ticked.at), timeZone)));
}
