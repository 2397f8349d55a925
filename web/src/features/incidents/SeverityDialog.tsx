/** What is hit has turned out to be more or less: the severity follows. */
import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { type Assessment, severityOf } from '@watchdesk/domain/incident';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { Overtaken, useDraft } from '../../drafts/index.ts';
import { useIncidentDeed } from '../../incidents/index.ts';
import { ErrorState } from '../../ui/index.ts';
import { AssessmentFields } from './AssessmentFields.tsx';
import { words } from './messages.ts';
import { severityWords } from './severity-messages.ts';

const said = words.assess;
const LONGEST = 500;

export function SeverityDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  const own = useDraft<Assessment>(incident.versions.severity, incident.assessment);
  const { draft: assessment, base, newer } = own;
  const [reason, setReason] = useState('');
  const deed = useIncidentDeed(incident.id, onClose);
  const { users, block, overrides } = assessment;
  return (
    <Modal opened onClose={onClose} title={said.title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          deed.mutate({
            do: 'severity',
            baseVersion: base.version,
            users,
            block,
            overrides: [...overrides],
            ...(reason.trim() !== '' && { reason }),
          });
        }}
      >
        <Stack gap="sm">
          <AssessmentFields value={assessment} policyVersion={incident.policyVersion} onChange={own.change} />
          <TextInput
            label={said.reason}
            maxLength={LONGEST}
            value={reason}
            onChange={({ currentTarget }) => setReason(currentTarget.value)}
          />
          {incident.statusPage?.isShown && <p>{severityWords.isPublic}</p>}
          {newer !== null && <p>{severityWords.meanwhile(incident.severity)}</p>}
          <Overtaken {...own} />
          {newer === null && deed.error && <ErrorState error={deed.error} compact />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {words.declare.cancel}
            </Button>
            <Button type="submit" loading={deed.isPending} disabled={newer !== null}>
              {said.submit(severityOf(assessment).severity)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
