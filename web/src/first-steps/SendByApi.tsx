/** A key made here and now, in a command that sends a first ticket when it is pasted into a terminal. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api } from '../api/index.ts';
import { ErrorState } from '../ui/index.ts';
import { firstTicketCommand } from './first-ticket-command.ts';
import classes from './first.module.css';
import { messages } from './messages.ts';
import { FIRST_STEPS } from './use-first-steps.ts';

const words = messages.api;

export function SendByApi() {
  const client = useQueryClient();
  const make = useMutation({
    mutationFn: async () => {
      const body = { name: words.keyName, source: 'api', scopes: ['events:write', 'tickets:read'], writable: true } as const;
      const { secret } = await answered(api.POST('/api/v1/keys', { body: { ...body, scopes: [...body.scopes] } }));
      return firstTicketCommand(window.location.origin, secret, new Date(), words);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: FIRST_STEPS }),
  });
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  if (make.data !== undefined)
    return (
      <>
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it may scroll sideways, and then by keyboard too */}
        <pre className={classes['command']} aria-label={words.command} tabIndex={0}>
          {make.data}
        </pre>
        <Button
          leftSection={copied ? <IconCheck size={15} aria-hidden="true" /> : <IconCopy size={15} aria-hidden="true" />}
          onClick={() => copy(make.data)}
        >
          {copied ? words.copied : words.copy}
        </Button>
        <Describe />
        <p className={classes['once']}>{words.once}</p>
      </>
    );
  return (
    <>
      <Button variant="default" loading={make.isPending} onClick={() => make.mutate()}>
        {words.key}
      </Button>
      <Describe />
      {make.error && <ErrorState error={make.error} retry={() => make.mutate()} compact />}
    </>
  );
}

function Describe() {
  return (
    <Button component="a" href="/api/docs" target="_blank" rel="noreferrer" variant="subtle">
      {words.describe}
    </Button>
  );
}
