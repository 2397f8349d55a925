/** What the forms of actions share: the error of a try stays in the form, and so does what was entered. */
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { TicketDetail } from '../../api/client.ts';
import { Failure } from './Failure.tsx';
import { messages } from './messages.ts';
import type { Actions } from './use-actions.ts';

export interface FormProps {
  ticket: TicketDetail;
  actions: Actions;
}

interface FormFrameProps {
  title: string;
  submit: string;
  actions: Actions;
  ready: boolean;
  onSubmit: () => void;
  children: ReactNode;
}

export function FormFrame({ title, submit, actions, ready, onSubmit, children }: FormFrameProps) {
  return (
    <Modal opened onClose={actions.close} title={title} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (ready) onSubmit();
        }}
      >
        <Stack gap="sm">
          {children}
          <Failure actions={actions} />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={actions.close}>
              {messages.actions.cancel}
            </Button>
            <Button type="submit" disabled={!ready} loading={actions.pending !== null}>
              {submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
