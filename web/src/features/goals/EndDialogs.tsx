/** How a goal ends: closed with its outcome, or deleted where it should never have been set. */
import { Button, Modal, Radio } from '@mantine/core';
import { OUTCOMES, type Outcome } from '@watchdesk/domain/goal';
import { useState } from 'react';
import type { GoalDetail } from '../../api/client.ts';
import { ErrorState } from '../../ui/index.ts';
import classes from './goals.module.css';
import { messages } from './messages.ts';
import { useCloseGoal, useDeleteGoal } from './use-goal.ts';

/** What its numbers say, until somebody says otherwise. */
const outcomeBy = ({ standing }: GoalDetail): Outcome => {
  if (standing?.pace === 'reached' || standing?.pace === 'missed') return standing.pace;
  return 'dropped';
};

export function CloseDialog({ goal, onClose }: { goal: GoalDetail; onClose: () => void }) {
  const words = messages.closing;
  const [outcome, setOutcome] = useState<Outcome>(outcomeBy(goal));
  const close = useCloseGoal(goal.id, onClose);
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <p className={classes['text']}>{words.text}</p>
      <Radio.Group label={words.outcome} value={outcome} onChange={(value) => setOutcome(OUTCOMES.find((one) => one === value) ?? outcome)}>
        <div className={classes['choices']}>
          {OUTCOMES.map((value) => (
            <Radio key={value} value={value} label={messages.outcomes[value]} />
          ))}
        </div>
      </Radio.Group>
      {close.error && <ErrorState error={close.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button loading={close.isPending} onClick={() => close.mutate(outcome)}>
          {words.confirm}
        </Button>
      </div>
    </Modal>
  );
}

export function DeleteDialog({ goal, onClose, onDeleted }: { goal: GoalDetail; onClose: () => void; onDeleted: () => void }) {
  const words = messages.removing;
  const remove = useDeleteGoal(goal.id, onDeleted);
  return (
    <Modal opened onClose={onClose} title={words.title}>
      <p className={classes['text']}>{words.text}</p>
      {remove.error && <ErrorState error={remove.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
          {words.confirm}
        </Button>
      </div>
    </Modal>
  );
}
