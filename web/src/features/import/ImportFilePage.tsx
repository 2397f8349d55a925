/** One import: what is to be said of a file that waits, how far one is that runs, and the account of one that has ended. */
import { Button } from '@mantine/core';
import { IconArrowLeft, IconTrash } from '@tabler/icons-react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { ImportFile } from '../../api/client.ts';
import { ErrorState, PlaceHead, RowsSkeleton } from '../../ui/index.ts';
import { AccountView } from './AccountView.tsx';
import { bytes } from './bytes.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';
import { RunView, StoppedView } from './RunView.tsx';
import { State } from './State.tsx';
import { isUnderWay, useImport, useRemove } from './use-imports.ts';
import { Wizard } from './Wizard.tsx';

export function ImportFilePage() {
  const { importId = '' } = useParams({ strict: false });
  const { data, error, refetch } = useImport(importId);
  return (
    <div className={classes['page']}>
      <Link to="/settings/import" className={classes['back']}>
        <IconArrowLeft size={15} aria-hidden="true" />
        {messages.back}
      </Link>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={8} />}
      {data && <Whole key={data.id} of={data} />}
    </div>
  );
}

function Whole({ of: one }: { of: ImportFile }) {
  const [isMending, setMending] = useState(false);
  const isOpen = one.state === 'ready' || (isMending && !isUnderWay(one) && one.state !== 'finished' && one.hasFile);
  return (
    <>
      <PlaceHead
        title={<bdi>{one.name}</bdi>}
        text={
          <p>
            {bytes(one.bytes)} · <State of={one} />
          </p>
        }
      >
        {!isUnderWay(one) && one.hasFile && <Remove of={one} />}
      </PlaceHead>
      {isOpen && <Wizard of={one} onStarted={() => setMending(false)} />}
      {isUnderWay(one) && <RunView of={one} />}
      {!isOpen && (one.state === 'stopped' || one.state === 'cancelled' || one.state === 'failed') && (
        <StoppedView of={one} onMend={() => setMending(true)} />
      )}
      {!isOpen && !isUnderWay(one) && one.account && <AccountView of={one} account={one.account} />}
    </>
  );
}

function Remove({ of: { id } }: { of: ImportFile }) {
  const navigate = useNavigate();
  const remove = useRemove(id, () => void navigate({ to: '/settings/import' }));
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconTrash size={15} aria-hidden="true" />}
        loading={remove.isPending}
        onClick={() => remove.mutate()}
      >
        {messages.remove}
      </Button>
      {remove.error && <ErrorState error={remove.error} compact />}
    </div>
  );
}
