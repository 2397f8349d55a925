/**
 * What is being done to the ticket on this page: which action is pending, what went wrong with the last, which form is open. `desk`: the help desk that is
 * asked for it; null where it holds at once.
 */
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTicketAction, type TicketAction } from '../../api/ticket-actions.ts';
import { messages } from './messages.ts';

export type Form = 'assign' | 'escalate' | 'merge' | 'priority' | 'status' | 'tag';

export function useActions(id: string, desk: string | null) {
  const action = useTicketAction(id);
  const [form, setForm] = useState<Form | null>(null);
  return {
    /** Does it; `onDone` only when the server has accepted it. */
    run: (wanted: TicketAction, onDone?: () => void): void =>
      // The promise and not `mutate`'s callbacks, which are forgotten when something else is done before the answer.
      void action.mutateAsync(wanted).then(
        () => {
          if (wanted.do === 'claim' && desk === null) notifications.show({ message: messages.actions.claimed, color: 'teal' });
          setForm(null);
          onDone?.();
        },
        () => {}, // it is shown as `failed`
      ),
    pending: action.isPending ? action.variables : null,
    failed: action.isError ? { action: action.variables, error: action.error } : null,
    dismiss: action.reset,
    form,
    open: (wanted: Form): void => {
      action.reset();
      setForm(wanted);
    },
    close: (): void => setForm(null),
  };
}

export type Actions = ReturnType<typeof useActions>;
