/** Asks once more before a dashboard is deleted; what was deleted can be taken back. */
import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import type { Dashboard } from '../../api/client.ts';
import { ErrorState } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './page.module.css';
import { useDelete, useRestore } from './use-dashboards.ts';

function Restore({ id, version }: { id: string; version: number }) {
  const restore = useRestore(id, () => notifications.clean());
  return (
    <Button size="compact-xs" variant="default" loading={restore.isPending} onClick={() => restore.mutate({ version })}>
      {messages.restoreRemoved}
    </Button>
  );
}

export function DeleteDialog({ dashboard: { id, spec, version }, onClose }: { dashboard: Dashboard; onClose: () => void }) {
  const navigate = useNavigate();
  const remove = useDelete(id, () => {
    notifications.show({
      autoClose: 15_000,
      message: (
        <span className={classes['removed']}>
          {messages.removed(spec.title)} {version !== null && <Restore id={id} version={version} />}
        </span>
      ),
    });
    void navigate({ to: '/dashboards' });
  });
  return (
    <Modal opened onClose={onClose} title={messages.removeTitle(spec.title)}>
      <p className={classes['text']}>{messages.removeText}</p>
      {remove.error && <ErrorState error={remove.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {messages.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(undefined)}>
          {messages.remove}
        </Button>
      </div>
    </Modal>
  );
}
