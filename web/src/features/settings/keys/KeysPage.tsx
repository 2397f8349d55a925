/** API keys: what each may do and from where, when it was last used, another secret for it, and its end. */
import { Button, Modal } from '@mantine/core';
import { IconKey, IconPlus } from '@tabler/icons-react';
import { use, useState } from 'react';
import type { ApiKey } from '../../../api/client.ts';
import { CardTable, ClockContext, EmptyState, ErrorState, Instant, Panel, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import { messages } from '../messages.ts';
import classes from '../settings.module.css';
import { NewKeyDialog } from './NewKeyDialog.tsx';
import { RenewDialog } from './RenewDialog.tsx';
import { useKeyList, useRevokeKey } from './use-keys.ts';

const words = messages.keys;

export function KeysPage() {
  const { data, error, refetch } = useKeyList();
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiKey | null>(null);
  const [renewing, setRenewing] = useState<ApiKey | null>(null);
  return (
    <div className={classes['page']}>
      <PlaceHead title={words.title} text={words.text}>
        <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setMaking(true)}>
          {words.make}
        </Button>
      </PlaceHead>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <RowsSkeleton rows={4} />}
      {data?.keys.length === 0 && (
        <EmptyState icon={IconKey} title={words.none}>
          {words.noneText}
        </EmptyState>
      )}
      {data && data.keys.length > 0 && <KeyTable keys={data.keys} onRenew={setRenewing} onRevoke={setEnding} />}
      {isMaking && <NewKeyDialog onClose={() => setMaking(false)} />}
      {renewing && <RenewDialog apiKey={renewing} onClose={() => setRenewing(null)} />}
      {ending && <RevokeDialog apiKey={ending} onClose={() => setEnding(null)} />}
    </div>
  );
}

interface KeyTableProps {
  keys: readonly ApiKey[];
  onRenew: (key: ApiKey) => void;
  onRevoke: (key: ApiKey) => void;
}

function KeyTable({ keys, onRenew, onRevoke }: KeyTableProps) {
  const { columns } = words;
  const now = use(ClockContext).now();
  return (
    <Panel title={words.list} flush>
      <CardTable columns={columns}>
        {keys.map((key) => {
          const hasEnded = key.expiresAt !== null && Date.parse(key.expiresAt) <= now;
          return (
            <tr key={key.id} data-over={key.revokedAt !== null || hasEnded || undefined}>
              <td data-label={columns.name}>
                <bdi>{key.name}</bdi>
                <div className={`${classes['quiet']} ${classes['code']}`}>{key.id}</div>
              </td>
              <td data-label={columns.scopes}>
                {key.scopes.map((scope) => words.scopes[scope]).join(', ')}
                {key.allowedFrom && <div className={classes['quiet']}>{words.from(key.allowedFrom.join(', '))}</div>}
              </td>
              <td data-label={columns.source} className={classes['code']}>
                <bdi>{key.source}</bdi>
              </td>
              <td data-label={columns.made}>
                <Instant at={key.createdAt} />
              </td>
              <td data-label={columns.used}>{key.lastUsedAt ? <Instant at={key.lastUsedAt} /> : words.never}</td>
              <td data-label={columns.state} data-wide>
                <State of={key} hasEnded={hasEnded} now={now} />
                {key.revokedAt === null && !hasEnded && (
                  <span className={classes['deeds']}>
                    <Button size="compact-xs" variant="default" aria-label={words.renewOf(key.name)} onClick={() => onRenew(key)}>
                      {words.renew}
                    </Button>
                    <Button size="compact-xs" variant="default" aria-label={words.revokeOf(key.name)} onClick={() => onRevoke(key)}>
                      {words.revoke}
                    </Button>
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </CardTable>
    </Panel>
  );
}

function State({ of: { revokedAt, expiresAt, previousUntil }, hasEnded, now }: { of: ApiKey; hasEnded: boolean; now: number }) {
  if (revokedAt)
    return (
      <>
        {words.revoked} <Instant at={revokedAt} />
      </>
    );
  return (
    <>
      {expiresAt && (
        <div className={classes['quiet']}>
          {hasEnded ? words.ended : words.ends} <Instant at={expiresAt} />
        </div>
      )}
      {previousUntil && Date.parse(previousUntil) > now && (
        <div className={classes['quiet']}>
          {words.untilOld} <Instant at={previousUntil} />
        </div>
      )}
    </>
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
