/** What can be done with the tickets that were chosen, all at once; what did not work is said with its reason. */
import { Button, CloseButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHandGrab, IconLink } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { act, settle } from '../../api/ticket-actions.ts';
import { formatCount, problemOf } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './tickets.module.css';

interface ChosenBarProps {
  chosen: ReadonlySet<string>;
  onClear: () => void;
}

function useClaimAll(chosen: ReadonlySet<string>, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () =>
      Promise.allSettled(
        [...chosen].map(async (id) => {
          settle(client, await act(id, { do: 'claim' }, crypto.randomUUID()));
        }),
      ),
    onSuccess: (outcomes) => {
      const failed = outcomes.filter((outcome) => outcome.status === 'rejected');
      const worked = outcomes.length - failed.length;
      if (worked > 0) notifications.show({ message: messages.claimed(formatCount(worked)), color: 'teal' });
      if (failed[0]) {
        const why = problemOf(failed[0].reason);
        notifications.show({
          message: messages.someFailed(formatCount(failed.length), why.detail ?? why.title),
          color: 'red',
          autoClose: 10_000,
        });
      } else onDone();
    },
  });
}

export function ChosenBar({ chosen, onClear }: ChosenBarProps) {
  const claim = useClaimAll(chosen, onClear);
  const copy = async (): Promise<void> => {
    const links = [...chosen].map((id) => new URL(`/tickets/${encodeURIComponent(id)}`, window.location.href).href);
    await navigator.clipboard.writeText(links.join('\n'));
    notifications.show({ message: messages.copied });
  };
  return (
    <div className={classes['chosen']} role="toolbar" aria-label={messages.chosen(formatCount(chosen.size))}>
      <b>{messages.chosen(formatCount(chosen.size))}</b>
      <Button
        size="compact-sm"
        variant="default"
        loading={claim.isPending}
        leftSection={<IconHandGrab size={14} aria-hidden="true" />}
        onClick={() => claim.mutate()}
      >
        {messages.claimChosen}
      </Button>
      <Button size="compact-sm" variant="default" leftSection={<IconLink size={14} aria-hidden="true" />} onClick={() => void copy()}>
        {messages.copyLinks}
      </Button>
      <CloseButton size="sm" aria-label={messages.unchoose} onClick={onClear} />
    </div>
  );
}
