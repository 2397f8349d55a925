/** What is being done to the ticket on this page: which action is pending, what went wrong with the last, which form is open. */
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import { useTicketAction, type TicketAction } from '../../api/ticket-actions.ts';
import { messages } from './messages.ts';

export type Form = 'assign' | 'escalate' | 'merge' | 'priority' | 'status';

export function useActions(id: string) {
  const action = useTicketAction(id);
  const [form, setForm] = useState<Form | null>(null);
  return {
    /** Does it; `onDone` only when the server has accepted it. */
    run: (wanted: TicketAction, onDone?: () => void): void =>
      action.mutate(wanted, {
        onSuccess: () => {
          if (wanted.do === 'claim') notifications.show({ message: messages.actions.claimed, color: 'teal' });
          setForm(null);
          onDone?.();
        },
      }),
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
