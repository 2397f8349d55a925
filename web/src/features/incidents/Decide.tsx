/** What is made of a proposed incident: accepted, merged into one that is open, or dismissed with a reason. */
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ONGOING, useIncidentDeed, useIncidentList, useMaySpeak } from '../../incidents/index.ts';
import { ErrorState } from '../../ui/index.ts';
import classes from './evidence.module.css';
import { words } from './messages.ts';
import { proposalWords } from './proposal-messages.ts';

const said = proposalWords.decide;
const LONGEST = 500;

function MergeDialog({ incident, onClose }: { incident: string; onClose: () => void }) {
  const [into, setInto] = useState<string | null>(null);
  const { data } = useIncidentList({ stage: ONGOING });
  const deed = useIncidentDeed(incident, onClose);
  const options = (data?.incidents ?? []).map(({ id, severity, title }) => ({ value: id, label: `${id} ${severity} ${title}` }));
  return (
    <Modal opened onClose={onClose} title={said.mergeTitle(incident)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (into !== null) deed.mutate({ do: 'dismiss', mergedInto: into });
        }}
      >
        <Stack gap="sm">
          {data && options.length === 0 ? (
            <p className={classes['aside']}>{said.none}</p>
          ) : (
            <Select
              label={said.which}
              description={said.mergeText}
              searchable
              data-autofocus
              data={options}
              value={into}
              onChange={setInto}
            />
          )}
          {deed.error && <ErrorState error={deed.error} compact />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.declare.cancel}
            </Button>
            <Button type="submit" disabled={into === null} loading={deed.isPending}>
              {said.merge.replace('…', '')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function DismissDialog({ incident, onClose }: { incident: string; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const deed = useIncidentDeed(incident, onClose);
  return (
    <Modal opened onClose={onClose} title={said.dismissTitle(incident)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          deed.mutate({ do: 'dismiss', ...(reason.trim() !== '' && { reason: reason.trim() }) });
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={said.reason}
            description={said.dismissText}
            placeholder={said.reasonHint}
            data-autofocus
            maxLength={LONGEST}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {deed.error && <ErrorState error={deed.error} compact />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.declare.cancel}
            </Button>
            <Button type="submit" loading={deed.isPending}>
              {said.dismiss}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

export function Decide({ incident }: { incident: string }) {
  const [asks, setAsks] = useState<'merge' | 'dismiss' | null>(null);
  const deed = useIncidentDeed(incident);
  const close = (): void => setAsks(null);
  const maySpeak = useMaySpeak();
  return (
    <Group gap="xs">
      <Button
        size="xs"
        title={said.acceptHint}
        aria-label={said.of(said.accept, incident)}
        loading={deed.isPending}
        onClick={() => deed.mutate({ do: 'declare' })}
      >
        {said.accept}
      </Button>
      {maySpeak ? (
        (['merge', 'dismiss'] as const).map((one) => (
          <Button
            key={one}
            size="xs"
            variant="default"
            aria-label={said.of(said[one], incident)}
            disabled={deed.isPending}
            onClick={() => setAsks(one)}
          >
            {said[one]}
          </Button>
        ))
      ) : (
        <span className={classes['aside']}>{said.notYours}</span>
      )}
      {deed.error && <ErrorState error={deed.error} compact />}
      {asks === 'merge' && <MergeDialog incident={incident} onClose={close} />}
      {asks === 'dismiss' && <DismissDialog incident={incident} onClose={close} />}
    </Group>
  );
}
