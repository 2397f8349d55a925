/** The mapping of a webhook as a page: of a connection, whose mapping it saves; or of none, to try one and take its document along. */
import { Button } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { ErrorState, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import { useConnections } from '../use-connections.ts';
import type { Mapping } from './document.ts';
import { EMPTY } from './document.ts';
import { words } from './messages.ts';
import { useMappedTypes, useReceived, useSavedMaps, useSaveMapping } from './use-webhook-mapping.ts';
import { WebhookMappingEditor } from './WebhookMappingEditor.tsx';
import classes from './webhook-mapping.module.css';

export function WebhookMappingPage() {
  const { connection } = useSearch({ from: '/inside/settings/webhook-mapping' });
  const types = useMappedTypes();
  const saved = useSavedMaps(connection);
  const connections = useConnections();
  const error = types.error ?? saved.error;
  return (
    <div className={classes['page']}>
      {connection !== undefined && (
        <Link
          to="/settings/connections/$connectionId"
          params={{ connectionId: connection }}
          search={{ part: 'words' }}
          className={classes['back']}
        >
          <IconArrowLeft size={15} aria-hidden="true" />
          {connections.data?.connections.find(({ id }) => id === connection)?.name ?? words.back}
        </Link>
      )}
      <PlaceHead title={words.title} text={words.text} />
      {error ? (
        <ErrorState error={error} retry={() => void Promise.all([types.refetch(), connection !== undefined && saved.refetch()])} />
      ) : !types.data || (connection !== undefined && !saved.data) ? (
        <RowsSkeleton rows={10} />
      ) : connection === undefined ? (
        <Trial types={types.data} />
      ) : (
        <OfConnection key={connection} connection={connection} types={types.data} saved={saved.data!} />
      )}
    </div>
  );
}

type Types = NonNullable<ReturnType<typeof useMappedTypes>['data']>;

function Trial({ types }: { types: Types }) {
  const [mapping, setMapping] = useState<Mapping>();
  const { copied, copy } = useClipboard({ timeout: 3_000 });
  return (
    <WebhookMappingEditor mapping={mapping} types={types} onChange={setMapping}>
      <div className={classes['foot']}>
        <Button size="xs" variant="default" onClick={() => copy(JSON.stringify(mapping ?? EMPTY, null, 2))}>
          {copied ? words.copied : words.copy}
        </Button>
      </div>
    </WebhookMappingEditor>
  );
}

function OfConnection({
  connection,
  types,
  saved,
}: {
  connection: string;
  types: Types;
  saved: NonNullable<ReturnType<typeof useSavedMaps>['data']>;
}) {
  const before = saved.maps.payloads as Mapping | undefined;
  const [mapping, setMapping] = useState(before);
  const received = useReceived(connection);
  const save = useSaveMapping(connection, saved);
  const isOther = JSON.stringify(mapping) !== JSON.stringify(before);
  return (
    <WebhookMappingEditor
      mapping={mapping}
      types={types}
      connection={connection}
      received={received.data ?? []}
      onChange={(next) => {
        save.reset();
        setMapping(next);
      }}
    >
      {save.error && <ErrorState error={save.error} compact />}
      <div className={classes['foot']}>
        {save.isSuccess && <span role="status">{words.saved}</span>}
        <Button
          size="xs"
          disabled={!isOther || mapping === undefined}
          loading={save.isPending}
          onClick={() => mapping && save.mutate(mapping)}
        >
          {words.save}
        </Button>
      </div>
    </WebhookMappingEditor>
  );
}
