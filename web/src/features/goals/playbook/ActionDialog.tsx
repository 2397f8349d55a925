/** An action, added or worded otherwise. */
import { Button, Modal, MultiSelect, Textarea } from '@mantine/core';
import { SIGNAL_IDS, type SignalId } from '@watchdesk/domain/playbook';
import { useState } from 'react';
import type { PlaybookAction } from '../../../api/client.ts';
import { useCatalogue } from '../../../numbers/index.ts';
import { ErrorState } from '../../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './playbook.module.css';
import { useSaveAction, type Topic } from './use-playbook.ts';

const words = messages.form;

interface ActionDialogProps {
  of: Topic | { id: string };
  title: string;
  action?: PlaybookAction;
  onClose: () => void;
}

export function ActionDialog({ of, title, action, onClose }: ActionDialogProps) {
  const { data: catalogue } = useCatalogue();
  const [text, setText] = useState(action?.action ?? '');
  const [signals, setSignals] = useState<SignalId[]>([...(action?.signals ?? [])]);
  const save = useSaveAction(of, onClose);
  return (
    <Modal opened onClose={onClose} title={title}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ action: text.trim(), signals, hidden: action?.hidden ?? false });
        }}
      >
        <Textarea
          label={words.action}
          required
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
        <MultiSelect
          label={words.signals}
          description={words.signalsHint}
          data={SIGNAL_IDS.map((id) => ({ value: id, label: catalogue?.metric(id)?.label ?? id }))}
          value={signals}
          onChange={(chosen) => setSignals(SIGNAL_IDS.filter((id) => chosen.includes(id)))}
        />
        {save.error && <ErrorState error={save.error} compact />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" disabled={text.trim() === ''} loading={save.isPending}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
