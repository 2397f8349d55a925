/** One automation: its editor with the dry run, and what it did. */
import { Button, Modal } from '@mantine/core';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Automation } from '../../api/client.ts';
import { RunLog } from '../../automation-runs/index.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState, PlaceHead } from '../../ui/index.ts';
import classes from './automations.module.css';
import { AutomationEditor } from './editor/AutomationEditor.tsx';
import { messages } from './messages.ts';
import { useAutomations, useRemoveAutomation } from './use-automations.ts';

const words = messages.page;
const route = getRouteApi('/inside/automations/$automationId');

export const Back = () => (
  <Link to="/automations" className={classes['back']}>
    {words.back}
  </Link>
);

export function AutomationPage() {
  const { automationId } = route.useParams();
  const { data, error, refetch } = useAutomations();
  const automation = data?.find(({ id }) => id === automationId);
  return (
    <div className={classes['page']}>
      <Back />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!error && !data && <BlockSkeleton height={480} />}
      {data && !automation && <EmptyState title={words.unknown}>{words.unknownText}</EmptyState>}
      {automation && <Found key={automation.id} automation={automation} />}
    </div>
  );
}

function Found({ automation: { id, place, version, spec } }: { automation: Automation }) {
  const mayWrite = useMayWriteRules();
  const [isRemoving, setRemoving] = useState(false);
  return (
    <>
      <PlaceHead
        title={spec.name}
        text={mayWrite ? words.ofPlace(place, version) : `${words.ofPlace(place, version)}. ${messages.readOnly}`}
      >
        {mayWrite && (
          <Button size="xs" variant="default" onClick={() => setRemoving(true)}>
            {words.remove}
          </Button>
        )}
      </PlaceHead>
      <AutomationEditor id={id} version={version} spec={spec} onSaved={() => {}} />
      <RunLog automation={id} />
      {isRemoving && <RemoveDialog id={id} name={spec.name} onClose={() => setRemoving(false)} />}
    </>
  );
}

function RemoveDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const navigate = useNavigate();
  const remove = useRemoveAutomation(id, () => void navigate({ to: '/automations', ignoreBlocker: true }));
  const said = words.removing;
  return (
    <Modal opened onClose={onClose} title={said.title(name)}>
      <p className={classes['text']}>{said.text}</p>
      {remove.error && <ErrorState error={remove.error} compact />}
      <div className={classes['buttons']}>
        <Button variant="default" onClick={onClose}>
          {said.cancel}
        </Button>
        <Button color="red" loading={remove.isPending} onClick={() => remove.mutate()}>
          {said.confirm}
        </Button>
      </div>
    </Modal>
  );
}
