/** Asks the provider what it says of itself, and shows its answer. */
import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { problemOf } from '../../../ui/index.ts';
import { words } from './messages.ts';
import classes from './single-sign-on.module.css';
import { useAskProvider } from './use-single-sign-on.ts';

const hostOf = (address: string | null): string => (address !== null && URL.canParse(address) ? new URL(address).host : '');

export function ProviderTest({ issuer }: { issuer: string }) {
  const ask = useAskProvider();
  // An answer belongs to what was asked, and not to what has been typed since.
  const answer = ask.variables === issuer ? ask.data : undefined;
  const error = ask.variables === issuer ? ask.error : null;
  const fault = error ? problemOf(error).detail : answer && !answer.ok ? `${words.silent} ${answer.detail ?? ''}` : null;
  return (
    <div className={classes['test']}>
      <Button variant="default" size="xs" loading={ask.isPending} disabled={issuer.trim() === ''} onClick={() => ask.mutate(issuer)}>
        {words.test}
      </Button>
      <p role="status" data-bad={fault !== null || undefined}>
        {ask.isPending && words.testing}
        {answer?.ok && (
          <>
            <IconCircleCheck size={16} aria-hidden="true" />
            <span>
              {words.answers(hostOf(answer.authorization))} {answer.tellsGroups === false && words.tellsNoGroups}
            </span>
          </>
        )}
        {fault !== null && (
          <>
            <IconCircleX size={16} aria-hidden="true" />
            <span>{fault}</span>
          </>
        )}
      </p>
    </div>
  );
}
