/** Every goal the viewer may see, those that end soonest first, with how many keep up. */
import { Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { STAGES } from '@watchdesk/domain/metrics';
import { useState } from 'react';
import type { Goal } from '../../api/client.ts';
import { numberMessages, PACES, useCatalogue, useGoals, type Catalogue, type Pace } from '../../numbers/index.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { useSaveStage, useSettings } from '../../session/settings.ts';
import { BlockSkeleton, EmptyState, ErrorState, SectionTitle } from '../../ui/index.ts';
import { GoalEditor } from './GoalEditor.tsx';
import { GoalFiles } from './GoalFiles.tsx';
import { GoalRow } from './GoalRow.tsx';
import classes from './goals.module.css';
import { messages } from './messages.ts';
import { useMaySetGoals } from './use-people.ts';

/** What needs somebody first. */
const ORDER: readonly Pace[] = ['far_behind', 'missed', 'behind', 'unknown', 'on_track', 'ahead', 'reached'];

function countsOf(goals: readonly Goal[]): string {
  return ORDER.flatMap((pace) => {
    const count = goals.filter(({ standing }) => standing?.pace === pace).length;
    return count > 0 ? [`${count} ${PACES[pace].word.toLowerCase()}`] : [];
  }).join(', ');
}

function Section({ title, goals, catalogue }: { title: string; goals: readonly Goal[]; catalogue: Catalogue }) {
  if (goals.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className={classes['group']}>{title}</h2>
      <ul className={classes['rows']}>
        {goals.map((goal) => {
          const metric = catalogue.metric(goal.spec.metric);
          return metric && <GoalRow key={goal.id} goal={goal} metric={metric} />;
        })}
      </ul>
    </section>
  );
}

/** With what kind of company the workspace compares itself. */
function StagePicker() {
  const { data } = useSettings();
  const save = useSaveStage();
  const mayWrite = useMayWriteRules();
  if (!data) return null;
  if (!mayWrite) return data.stage && <p className={classes['hint']}>{messages.stage.shown(numberMessages.stages[data.stage])}</p>;
  return (
    <div className={classes['stage']}>
      <NativeSelect
        size="xs"
        label={messages.stage.label}
        description={messages.stage.hint}
        value={data.stage ?? ''}
        data={[{ value: '', label: messages.stage.none }, ...STAGES.map((value) => ({ value, label: numberMessages.stages[value] }))]}
        onChange={({ currentTarget }) => save.mutate(STAGES.find((one) => one === currentTarget.value) ?? null)}
      />
      {save.error && <ErrorState error={save.error} compact />}
    </div>
  );
}

export function GoalsPage() {
  const { data, error, refetch } = useGoals();
  const { data: catalogue } = useCatalogue();
  const navigate = useNavigate();
  const maySet = useMaySetGoals();
  const [isMaking, setMaking] = useState(false);
  const open = data?.filter(({ closed }) => closed === null) ?? [];
  const actions = (
    <div className={classes['actions']}>
      {data && data.length > 0 && catalogue && <GoalFiles goals={data} catalogue={catalogue} />}
      {maySet && (
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setMaking(true)}>
          {messages.make}
        </Button>
      )}
    </div>
  );
  return (
    <>
      <SectionTitle
        order={1}
        title={messages.title}
        sentence={open.length > 0 ? messages.summary(countsOf(open)) : messages.sentence}
        actions={actions}
      />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {(!data || !catalogue) && !error && <BlockSkeleton height={320} />}
      {data && catalogue && (
        <>
          <Section title={messages.open} goals={open} catalogue={catalogue} />
          {data.length === 0 && (
            <EmptyState icon={IconTargetArrow} title={messages.nothing}>
              {maySet ? messages.nothingHint : messages.nothingToSee}
            </EmptyState>
          )}
          <Section title={messages.closed} goals={data.filter(({ closed }) => closed !== null)} catalogue={catalogue} />
        </>
      )}
      <StagePicker />
      {isMaking && catalogue && (
        <GoalEditor
          goal={null}
          catalogue={catalogue}
          onClose={() => setMaking(false)}
          onSaved={({ id }) => void navigate({ to: '/goals/$goalId', params: { goalId: id } })}
        />
      )}
    </>
  );
}
