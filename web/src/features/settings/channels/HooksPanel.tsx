/** The hooks that other programs have left, to look at and to take away. Where there are none, nothing is said of them. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { CardTable, ErrorState, Instant, Panel } from '../../../ui/index.ts';
import classes from '../settings.module.css';
import { words } from '../../../channels/messages.ts';
import { type Hook, useHooks, useRemoveHook } from '../../../channels/use-channels.ts';

const said = words.hooks;

export function HooksPanel({ isPersona }: { isPersona: boolean }) {
  const { data, error, refetch } = useHooks();
  const [removing, setRemoving] = useState<Hook | null>(null);
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} compact />;
  if (!data || data.hooks.length === 0) return null;
  return (
    <Panel title={said.title} sentence={said.sentence} flush>
      <CardTable columns={said.columns}>
        {data.hooks.map((hook) => (
          <tr key={hook.id}>
            <td data-label={said.columns.event} data-wide>
              {said.events[hook.event]}
              <div className={`${classes['quiet']} ${classes['code']}`}>{hook.event}</div>
            </td>
            <td data-label={said.columns.to}>
              <bdi>{hook.leadsTo}</bdi>
            </td>
            <td data-label={said.columns.by}>
              <bdi>{hook.createdBy}</bdi>
            </td>
            <td data-label={said.columns.since}>
              <Instant at={hook.createdAt} />
            </td>
            <td data-label={said.columns.deed}>
              {!isPersona && (
                <Button
                  size="compact-xs"
                  variant="default"
                  aria-label={said.removeOf(said.events[hook.event], hook.leadsTo)}
                  onClick={() => setRemoving(hook)}
                >
                  {said.remove}
                </Button>
              )}
            </td>
          </tr>
        ))}
      </CardTable>
      {removing && <RemoveHook hook={removing} onClose={() => setRemoving(null)} />}
    </Panel>
  );
}

function RemoveHook({ hook: { id, event, leadsTo }, onClose }: { hook: Hook; onClose: () => void }) {
  const remove = useRemoveHook(onClose);
  return (
    <Modal opened onClose={onClose} title={said.removeTitle}>
      <p className={classes['text']}>{said.removeText(said.events[event], leadsTo)}</p>
      {remove.error && <ErrorState error={remove.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate(id)}>
          {said.remove}
        </Button>
      </div>
    </Modal>
  );
}
