/** The actions of one kind of issue, or of one category. */
import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { PlaybookAction } from '../../../api/client.ts';
import { useCatalogue } from '../../../numbers/index.ts';
import { ErrorState, Panel } from '../../../ui/index.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { messages } from './messages.ts';
import classes from './playbook.module.css';
import { useRemoveAction, useSaveAction, type Topic } from './use-playbook.ts';

function Choices({ action, onEdit }: { action: PlaybookAction; onEdit: () => void }) {
  const { id, kind, hidden, isChanged, signals, action: text } = action;
  const save = useSaveAction({ id });
  const remove = useRemoveAction();
  const error = save.error ?? remove.error;
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={28} aria-label={messages.actionOf(text)}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onEdit}>{messages.edit}</Menu.Item>
          <Menu.Item onClick={() => save.mutate({ action: text, signals: [...signals], hidden: !hidden })}>
            {hidden ? messages.show : messages.hide}
          </Menu.Item>
          {isChanged && <Menu.Item onClick={() => remove.mutate(id)}>{messages.reset}</Menu.Item>}
          {kind === 'own' && (
            <Menu.Item color="red" onClick={() => remove.mutate(id)}>
              {messages.remove}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {error && <ErrorState error={error} compact />}
    </>
  );
}

function Item({ action, mayWrite }: { action: PlaybookAction; mayWrite: boolean }) {
  const { data: catalogue } = useCatalogue();
  const [isEdited, setEdited] = useState(false);
  const { hidden, isChanged, kind, savedBy } = action;
  const signals = action.signals.map((id) => (catalogue?.metric(id)?.label ?? id).split(', ')[0]!);
  const facts = [
    ...(signals.length > 0 ? [messages.calledBy(signals)] : []),
    ...(kind === 'own' && savedBy ? [messages.own(savedBy)] : []),
    ...(isChanged && savedBy ? [messages.changed(savedBy)] : []),
    ...(hidden ? [messages.hidden] : []),
  ];
  return (
    <li className={classes['action']} data-hidden={hidden || undefined}>
      <div>
        {action.action}
        <p>{facts.join(' · ')}</p>
      </div>
      {mayWrite && <Choices action={action} onEdit={() => setEdited(true)} />}
      {isEdited && <ActionDialog of={{ id: action.id }} title={messages.form.change} action={action} onClose={() => setEdited(false)} />}
    </li>
  );
}

interface ActionListProps {
  title: string;
  topic: Topic;
  actions: readonly PlaybookAction[];
  mayWrite: boolean;
}

/** What is hidden is seen by those who can show it again. */
export function ActionList({ title, topic, actions, mayWrite }: ActionListProps) {
  const [isAdding, setAdding] = useState(false);
  const add = mayWrite && (
    <ActionIcon variant="subtle" color="gray" size={28} aria-label={messages.addTo(title)} onClick={() => setAdding(true)}>
      <IconPlus size={16} />
    </ActionIcon>
  );
  return (
    <Panel title={title} actions={add}>
      <ul className={classes['list']}>
        {actions
          .filter(({ hidden }) => mayWrite || !hidden)
          .map((action) => (
            <Item key={action.id} action={action} mayWrite={mayWrite} />
          ))}
      </ul>
      {isAdding && <ActionDialog of={topic} title={messages.form.new(title)} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

/** For a category that has no actions of its own yet. */
export function AddFor({ category }: { category: string }) {
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <Button size="compact-xs" variant="subtle" aria-label={messages.addTo(category)} onClick={() => setAdding(true)}>
        {messages.add}
      </Button>
      {isAdding && <ActionDialog of={{ category }} title={messages.form.new(category)} onClose={() => setAdding(false)} />}
    </>
  );
}
