/** API keys: what each may do, when it was last used, and the end of it. */
import { Button, Modal } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ApiKey } from '../../../api/client.ts';
import { EmptyState, ErrorState, Instant, Panel, RowsSkeleton } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { NewKeyDialog } from './NewKeyDialog.tsx';
import { useKeyList, useRevokeKey } from './use-keys.ts';

const words = messages.keys;

export function KeysPage() {
  const { data, error, refetch } = useKeyList();
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  return (
    <div className={classes['page']}>
      <div className={classes['head']}>
        <div>
          <h1>{words.title}</h1>
          <p>{words.text}</p>
        </div>
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setMaking(true)}>
          {words.make}
        </Button>
      </div>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={4} />}
      {data?.keys.length === 0 && (
        <EmptyState icon={IconKey} title={words.none}>
          {words.noneText}
        </EmptyState>
      )}
      {data && data.keys.length > 0 && <KeyTable keys={data.keys} onRevoke={setEnding} />}
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
      {ending && <RevokeDialog apiKey={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

function KeyTable({ keys, onRevoke }: { keys: readonly ApiKey[]; onRevoke: (key: ApiKey) => void }) {
  const { columns } = words;
  return (
    <Panel title={words.title} flush>
      <table className={classes['table']}>
        <thead>
          <tr>
            {Object.values(columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {keys.map((key) => (
            <tr key={key.id} data-over={key.revokedAt === null ? undefined : true}>
              <td data-label={columns.name}>
                <bdi>{key.name}</bdi>
                <div className={`${classes['quiet']} ${classes['code']}`}>{key.id}</div>
              </td>
              <td data-label={columns.scopes}>{key.scopes.map((scope) => words.scopes[scope]).join(', ')}</td>
              <td data-label={columns.source} className={classes['code']}>
                {key.source}
              </td>
              <td data-label={columns.made}>
                <Instant at={key.createdAt} />
              </td>
              <td data-label={columns.used}>{key.lastUsedAt ? <Instant at={key.lastUsedAt} /> : words.never}</td>
              <td data-label={columns.state}>
                {key.revokedAt ? (
                  <>
                    {words.revoked} <Instant at={key.revokedAt} />
                  </>
                ) : (
                  <Button size="compact-xs" variant="default" aria-label={words.revokeOf(key.name)} onClick={() => onRevoke(key)}>
                    {words.revoke}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function RevokeDialog({ apiKey: { id, name }, onClose }: { apiKey: ApiKey; onClose: () => void }) {
  const revoke = useRevokeKey(onClose);
  return (
    <Modal opened onClose={onClose} title={words.revokeTitle(name)}>
      <p className={classes['text']}>{words.revokeText}</p>
      {revoke.error && <ErrorState error={revoke.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button color="red" loading={revoke.isPending} onClick={() => revoke.mutate(id)}>
          {words.revoke}
        </Button>
      </div>
    </Modal>
  );
}
