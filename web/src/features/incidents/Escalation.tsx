/** Who is brought in when, by the path of the severity; ticked once somebody was. */
import { Checkbox } from '@mantine/core';
import type { Incident } from '../../api/client.ts';
import { isTicked, ONGOING, SeverityBadge, useIncidentDeed, useMayAct } from '../../incidents/index.ts';
import { ErrorState, Instant, Panel, Relative, useTicking } from '../../ui/index.ts';
import classes from './incidents.module.css';
import { words } from './messages.ts';

const said = words.escalation;
type Step = Incident['escalation'][number];

function When({ step: { dueAt, doneAt }, isOngoing }: { step: Step; isOngoing: boolean }) {
  const isDue = useTicking((now) => Date.parse(dueAt) <= now);
  if (doneAt !== null)
    return (
      <span className={classes['tick']}>
        {said.done} <Instant at={doneAt} />
      </span>
    );
  return (
    <span className={classes['tick']} data-late={(isOngoing && isDue) || undefined}>
      {said.due} {isOngoing ? <Relative at={dueAt} /> : <Instant at={dueAt} />}
    </span>
  );
}

export function Escalation({ incident }: { incident: Incident }) {
  const { id, escalation, severities, stage, resolvedAt } = incident;
  const deed = useIncidentDeed(id);
  const isOngoing = (ONGOING as readonly string[]).includes(stage);
  const mayAct = useMayAct() && isOngoing;
  // What its resolve was quicker than is nobody's business any more.
  const steps = escalation.filter(({ dueAt, doneAt }) => doneAt !== null || resolvedAt === null || dueAt <= resolvedAt);
  if (steps.length === 0) return null;
  return (
    <Panel title={said.title} sentence={said.sentence}>
      <ul className={classes['steps']}>
        {steps.map((step) => {
          const item = `escalation.${step.severity}.${step.step}`;
          return (
            <li key={item}>
              <Checkbox
                size="sm"
                label={step.to}
                checked={isTicked(deed, item, step.doneAt !== null)}
                disabled={!mayAct}
                onChange={({ currentTarget }) => deed.mutate({ do: 'checklist', item, is: currentTarget.checked })}
              />
              {severities.length > 1 && <SeverityBadge severity={step.severity} />}
              <When step={step} isOngoing={isOngoing} />
            </li>
          );
        })}
      </ul>
      {deed.error && <ErrorState error={deed.error} compact />}
    </Panel>
  );
}
