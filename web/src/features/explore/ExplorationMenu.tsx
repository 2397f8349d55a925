/** What can be done with a kept question: all of it with one's own; with another's what leaves it as it is. */
import { ActionIcon, Button, Menu, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconCopy, IconDots, IconEdit, IconLayoutDashboard, IconShare, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Exploration } from '../../api/client.ts';
import { ErrorState, problemOf } from '../../ui/index.ts';
import { DashboardDialog } from './DashboardDialog.tsx';
import { messages } from './messages.ts';
import { NameDialog } from './NameDialog.tsx';
import classes from './saved.module.css';
import { useKeep, useRemove, useReplace, useSharing } from './use-explorations.ts';

const words = messages.saved;

interface DialogProps {
  exploration: Exploration;
  onClose: () => void;
}

function Rename({ exploration: { id, spec }, onClose }: DialogProps) {
  const replace = useReplace(onClose);
  return (
    <NameDialog
      title={words.rename}
      name={spec.title}
      isBusy={replace.isPending}
      error={replace.error}
      onName={(title) => replace.mutate({ id, spec: { ...spec, title } })}
      onClose={onClose}
    />
  );
}

function Remove({ exploration: { id, spec, shared }, onClose, onGone }: DialogProps & { onGone: () => void }) {
  const remove = useRemove(onGone);
  return (
    <Modal opened onClose={onClose} title={words.removeTitle(spec.title)}>
      <p className={classes['text']}>{shared ? words.removeShared : words.removeText}</p>
      {remove.error && <ErrorState error={remove.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" data-autofocus onClick={onClose}>
          {words.keepIt}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(id)}>
          {words.remove}
        </Button>
      </div>
    </Modal>
  );
}

interface ExplorationMenuProps {
  exploration: Exploration;
  /** Called when it was deleted. */
  onGone?: (() => void) | undefined;
  /** Called with a copy that was made. */
  onCopy?: ((copy: Exploration) => void) | undefined;
}

export function ExplorationMenu({ exploration, onGone, onCopy }: ExplorationMenuProps) {
  const { id, spec, isMine, shared } = exploration;
  const [open, setOpen] = useState<'rename' | 'remove' | 'dashboard' | null>(null);
  const share = useSharing();
  const copy = useKeep((made) => (onCopy ? onCopy(made) : notifications.show({ message: words.copied(made.spec.title) })));
  const refused = (error: unknown): void => {
    const { detail, title } = problemOf(error);
    notifications.show({ message: detail ?? title, color: 'red', autoClose: 8_000 });
  };
  const duplicate = (): void => {
    const title = words.copyOf(spec.title);
    copy.mutate({ spec: { ...spec, title }, key: crypto.randomUUID() }, { onError: refused });
  };
  const close = (): void => setOpen(null);
  return (
    <>
      <Menu position="bottom-end" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={words.more(spec.title)} loading={copy.isPending}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconLayoutDashboard size={15} />} onClick={() => setOpen('dashboard')}>
            {messages.dashboard.title}
          </Menu.Item>
          <Menu.Item leftSection={<IconCopy size={15} />} onClick={duplicate}>
            {words.duplicate}
          </Menu.Item>
          {isMine && (
            <>
              <Menu.Item leftSection={<IconEdit size={15} />} onClick={() => setOpen('rename')}>
                {words.rename}
              </Menu.Item>
              <Menu.Item leftSection={<IconShare size={15} />} onClick={() => share.mutate({ id, shared: !shared }, { onError: refused })}>
                {shared ? words.unshare : words.share}
              </Menu.Item>
              <Menu.Item leftSection={<IconTrash size={15} />} color="red" onClick={() => setOpen('remove')}>
                {words.remove}
              </Menu.Item>
            </>
          )}
        </Menu.Dropdown>
      </Menu>
      {open === 'dashboard' && <DashboardDialog spec={spec} onClose={close} />}
      {open === 'rename' && <Rename exploration={exploration} onClose={close} />}
      {open === 'remove' && (
        <Remove
          exploration={exploration}
          onClose={close}
          onGone={() => {
            close();
            onGone?.();
          }}
        />
      )}
    </>
  );
}
