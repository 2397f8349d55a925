/** The sign-in of the company: its provider, and what its directory needs to provide people. */
import { Anchor, Button, Modal } from '@mantine/core';
import { IconBuilding } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '../../../session/session.ts';
import { EmptyState, ErrorState, Panel, PlaceHead, RowsSkeleton } from '../../../ui/index.ts';
import shared from '../settings.module.css';
import { CopyField } from './CopyField.tsx';
import { words } from './messages.ts';
import { SettingsForm } from './SettingsForm.tsx';
import classes from './single-sign-on.module.css';
import { useRemoveSingleSignOn, useSingleSignOn } from './use-single-sign-on.ts';

export function SingleSignOnPage() {
  const isDemonstration = useSession().workspace.kind === 'demonstration';
  return (
    <div className={shared['page']}>
      <PlaceHead title={words.title} text={words.text} />
      {isDemonstration ? (
        <EmptyState icon={IconBuilding} title={words.demonstration}>
          {words.demonstrationText}
        </EmptyState>
      ) : (
        <Own />
      )}
    </div>
  );
}

function Own() {
  const { data, error, refetch } = useSingleSignOn();
  const [isEnding, setEnding] = useState(false);
  const [removals, setRemovals] = useState(0);
  if (!data) return error ? <ErrorState error={error} retry={() => void refetch()} /> : <RowsSkeleton rows={8} />;
  return (
    <>
      {/* What is written stays as it is saved, and begins anew when it is removed. */}
      <SettingsForm key={removals} answer={data} onRemove={() => setEnding(true)} />
      <Panel title={words.provisioning}>
        <div className={classes['fields']}>
          <p className={classes['quiet']}>{words.provisioningText}</p>
          <CopyField label={words.provisioningAddress} value={data.provisioningAddress} />
          <p className={classes['quiet']}>
            <b>{words.provisioningKey}</b>: {words.provisioningKeyText}{' '}
            <Anchor component={Link} to="/settings/keys" inherit underline="always">
              {words.makeKey}
            </Anchor>
          </p>
        </div>
      </Panel>
      {isEnding && (
        <RemoveDialog
          onClose={() => setEnding(false)}
          onRemoved={() => {
            setEnding(false);
            setRemovals(removals + 1);
          }}
        />
      )}
    </>
  );
}

function RemoveDialog({ onClose, onRemoved }: { onClose: () => void; onRemoved: () => void }) {
  const remove = useRemoveSingleSignOn(onRemoved);
  return (
    <Modal opened onClose={onClose} title={words.endTitle}>
      <p className={shared['text']}>{words.endText}</p>
      {remove.error && <ErrorState error={remove.error} compact />}
      <div className={shared['buttons']}>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {words.end}
        </Button>
      </div>
    </Modal>
  );
}
