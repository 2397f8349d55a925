/** How much detection may: on or off, and how many false alarms a week are put up with. */
import { Button, Group, Modal, NumberInput, Stack, Switch } from '@mantine/core';
import { IconRadar2 } from '@tabler/icons-react';
import { useState } from 'react';
import type { Detection } from '../../api/client.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { BlockSkeleton, ErrorState, Instant } from '../../ui/index.ts';
import classes from './evidence.module.css';
import { Learned } from './Learned.tsx';
import { words } from './messages.ts';
import { proposalWords } from './proposal-messages.ts';
import { useDetection, useSaveDetection } from './use-proposals.ts';

const said = proposalWords.detection;
const MOST = 50;

function Settings({ detection, onClose }: { detection: Detection; onClose: () => void }) {
  const [isOn, setIsOn] = useState(detection.isOn);
  const [alarms, setAlarms] = useState<number | string>(detection.falseAlarmsPerWeek);
  const mayWrite = useMayWriteRules();
  const save = useSaveDetection(onClose);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (typeof alarms === 'number') save.mutate({ isOn, falseAlarmsPerWeek: alarms });
      }}
    >
      <Stack gap="md">
        <p className={classes['aside']}>{said.text}</p>
        <p role="status" className={classes['aside']}>
          {!detection.isOn ? (
            said.off
          ) : detection.trouble !== null ? (
            <>
              {said.trouble[detection.trouble.at]} {said.troubleSince} <Instant at={detection.trouble.since} />. {said.troubleHint}
            </>
          ) : detection.isListening && detection.usualAt !== null ? (
            <>
              {said.listens} <Instant at={detection.usualAt} />.
            </>
          ) : (
            said.waits
          )}
        </p>
        <Switch label={said.on} checked={isOn} disabled={!mayWrite} onChange={({ currentTarget }) => setIsOn(currentTarget.checked)} />
        <NumberInput
          label={said.alarms}
          description={said.alarmsHint}
          min={0.01}
          max={MOST}
          step={1}
          disabled={!mayWrite}
          value={alarms}
          onChange={setAlarms}
        />
        <Learned detection={detection} mayWrite={mayWrite} />
        {save.error && <ErrorState error={save.error} compact />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words.declare.cancel}
          </Button>
          {mayWrite && (
            <Button type="submit" disabled={typeof alarms !== 'number'} loading={save.isPending}>
              {said.save}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}

export function DetectionButton() {
  const [isOpen, setIsOpen] = useState(false);
  const { data, error } = useDetection(isOpen);
  return (
    <>
      <Button variant="default" leftSection={<IconRadar2 size={16} aria-hidden="true" />} onClick={() => setIsOpen(true)}>
        {said.button}
      </Button>
      {isOpen && (
        <Modal opened onClose={() => setIsOpen(false)} title={said.title}>
          {error && <ErrorState error={error} compact />}
          {!data && !error && <BlockSkeleton height={180} />}
          {data && <Settings detection={data} onClose={() => setIsOpen(false)} />}
        </Modal>
      )}
    </>
  );
}
