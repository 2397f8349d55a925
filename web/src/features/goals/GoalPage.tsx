/** One goal: how it stands in numbers, its way towards the target, and how it came to be. */
import { Button } from '@mantine/core';
import { IconCheck, IconEdit, IconRotate, IconTrash } from '@tabler/icons-react';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { GoalDetail } from '../../api/client.ts';
import { PaceMark, useCatalogue, type Catalogue } from '../../numbers/index.ts';
import { BlockSkeleton, ErrorState, SectionTitle } from '../../ui/index.ts';
import { CloseDialog, DeleteDialog } from './EndDialogs.tsx';
import { goalName, wayWords, whoseName } from './goal-facts.ts';
import { GoalChart } from './GoalChart.tsx';
import { GoalEditor } from './GoalEditor.tsx';
import { GoalFacts } from './GoalFacts.tsx';
import classes from './goals.module.css';
import { History } from './History.tsx';
import { messages } from './messages.ts';
import { useGoal, useReopenGoal } from './use-goal.ts';

const route = getRouteApi('/inside/goals/$goalId');

type Dialog = 'edit' | 'close' | 'delete';

function Actions({ goal, onOpen }: { goal: GoalDetail; onOpen: (dialog: Dialog) => void }) {
  const reopen = useReopenGoal(goal.id);
  if (!goal.mayChange) return null;
  return (
    <>
      {goal.closed ? (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconRotate size={15} aria-hidden="true" />}
          loading={reopen.isPending}
          onClick={() => reopen.mutate(undefined)}
        >
          {messages.reopen}
        </Button>
      ) : (
        <>
          <Button size="xs" leftSection={<IconEdit size={15} aria-hidden="true" />} onClick={() => onOpen('edit')}>
            {messages.edit}
          </Button>
          <Button size="xs" variant="default" leftSection={<IconCheck size={15} aria-hidden="true" />} onClick={() => onOpen('close')}>
            {messages.close}
          </Button>
        </>
      )}
      <Button size="xs" variant="default" leftSection={<IconTrash size={15} aria-hidden="true" />} onClick={() => onOpen('delete')}>
        {messages.remove}
      </Button>
      {reopen.error && <ErrorState error={reopen.error} compact />}
    </>
  );
}

function Shown({ goal, catalogue }: { goal: GoalDetail; catalogue: Catalogue }) {
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const navigate = useNavigate();
  const metric = catalogue.metric(goal.spec.metric);
  if (!metric) return null;
  const close = () => setDialog(null);
  const name = goalName(goal, metric);
  return (
    <>
      <SectionTitle
        order={1}
        title={name}
        sentence={[...(name === metric.label ? [] : [metric.label]), whoseName(goal), wayWords(goal, metric)].join(' · ')}
        actions={<Actions goal={goal} onOpen={setDialog} />}
      />
      <p className={classes['verdict']}>
        {goal.standing && <PaceMark pace={goal.standing.pace} />}
        {goal.closed && <span className={classes['outcome']}>{messages.outcomes[goal.closed.outcome]}</span>}
      </p>
      <div className={classes['detail']}>
        <GoalFacts goal={goal} metric={metric} catalogue={catalogue} />
        <GoalChart goal={goal} metric={metric} />
      </div>
      <History goal={goal} metric={metric} />
      {dialog === 'edit' && <GoalEditor goal={goal} catalogue={catalogue} onClose={close} onSaved={close} />}
      {dialog === 'close' && <CloseDialog goal={goal} onClose={close} />}
      {dialog === 'delete' && <DeleteDialog goal={goal} onClose={close} onDeleted={() => void navigate({ to: '/goals' })} />}
    </>
  );
}

export function GoalPage() {
  const { goalId } = route.useParams();
  const { data, error, refetch } = useGoal(goalId);
  const { data: catalogue } = useCatalogue();
  return (
    <>
      <Link to="/goals" className={classes['back']}>
        {messages.back}
      </Link>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {(!data || !catalogue) && !error && <BlockSkeleton height={420} />}
      {data && catalogue && <Shown goal={data} catalogue={catalogue} />}
    </>
  );
}
