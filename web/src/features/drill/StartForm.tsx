/** Chooses what happens and how quickly, and starts it. */
import { Button, NativeSelect, Radio } from '@mantine/core';
import { IconPlayerPlay } from '@tabler/icons-react';
import { SCENARIOS, SURPRISE } from '@watchdesk/domain/drill';
import { useState } from 'react';
import { ErrorState, formatDuration, Panel } from '../../ui/index.ts';
import classes from './drill.module.css';
import { words } from './messages.ts';
import { useStart } from './use-drills.ts';

const said = words.start;
const SURPRISE_MINUTES = 60;
const PACES = Object.entries(said.paces).map(([value, label]) => ({ value, label }));
const CHOICES = [
  ...SCENARIOS.map(({ id, title, brief, minutes }) => ({ id, title, brief, minutes })),
  { id: SURPRISE, title: words.surprise, brief: words.surpriseText, minutes: SURPRISE_MINUTES },
];

export function StartForm() {
  const [scenario, setScenario] = useState<string>(CHOICES[0]!.id);
  const [pace, setPace] = useState(1);
  const start = useStart();
  const { minutes } = CHOICES.find(({ id }) => id === scenario)!;
  const lasts = said.lasts(formatDuration(minutes * 60), formatDuration((minutes * 60) / pace));
  return (
    <Panel title={said.title} sentence={said.sentence}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate({ scenario: scenario as never, pace });
        }}
      >
        <Radio.Group label={said.scenario} value={scenario} onChange={setScenario}>
          <div className={classes['choices']}>
            {CHOICES.map(({ id, title, brief, minutes: length }) => (
              <Radio.Card key={id} value={id} className={classes['choice']} aria-label={title}>
                <Radio.Indicator />
                <span>
                  <b>{title}</b>
                  <span>{brief}</span>
                  <small>{said.minutes(length)}</small>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <NativeSelect
          label={said.pace}
          description={said.paceHint}
          data={PACES}
          value={String(pace)}
          onChange={({ currentTarget }) => setPace(Number(currentTarget.value))}
        />
        <p className={classes['muted']}>{lasts}</p>
        {start.error && <ErrorState compact error={start.error} fieldName={(field) => said.fields[field] ?? field} />}
        <Button type="submit" leftSection={<IconPlayerPlay size={16} aria-hidden="true" />} loading={start.isPending}>
          {said.submit}
        </Button>
      </form>
    </Panel>
  );
}
