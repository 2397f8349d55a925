/** Declaring an incident: what is broken and what is hit; the severity follows and says why. */
import { Button, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { Assessment } from '@watchdesk/domain/incident';
import { severityOf } from '@watchdesk/domain/incident';
import { useState } from 'react';
import { including, useDirectory } from '../../directory/use-directory.ts';
import { useSession } from '../../session/session.ts';
import { ErrorState } from '../../ui/index.ts';
import { AffectedFields } from './AffectedFields.tsx';
import { AssessmentFields } from './AssessmentFields.tsx';
import { words } from './messages.ts';
import { useDeclare } from './use-incident.ts';

const said = words.declare;
const LONGEST = 500;

export function DeclareDialog({ onClose }: { onClose: () => void }) {
  const { person } = useSession();
  const navigate = useNavigate();
  const people = useDirectory('agents');
  const [title, setTitle] = useState('');
  const [summary, setSummary] = useState('');
  const [hit, setHit] = useState<{ services: string[]; regions: string[] }>({ services: [], regions: [] });
  const [assessment, setAssessment] = useState<Assessment>({ users: 'multiple', block: 'major', overrides: [] });
  const self = person.agentId ?? person.name;
  const [commander, setCommander] = useState<string | null>(self);
  const declare = useDeclare((id) => void navigate({ to: '/incidents/$incidentId', params: { incidentId: id } }));
  const submit = (): void =>
    declare.mutate({
      isProposed: false,
      title,
      ...(summary.trim() !== '' && { summary }),
      users: assessment.users,
      block: assessment.block,
      overrides: [...assessment.overrides],
      ...hit,
      customers: [],
      tickets: [],
      ...(commander !== null && { commander }),
    });
  return (
    <Modal opened onClose={onClose} title={said.title} size="lg">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (title.trim() !== '') submit();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={said.what}
            placeholder={said.whatHint}
            required
            maxLength={LONGEST}
            data-autofocus
            value={title}
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <AssessmentFields value={assessment} onChange={setAssessment} />
          <Textarea
            label={said.summary}
            description={said.summaryHint}
            autosize
            minRows={2}
            value={summary}
            onChange={({ currentTarget }) => setSummary(currentTarget.value)}
          />
          <Group grow align="start">
            <AffectedFields value={hit} onChange={(changed) => setHit((before) => ({ ...before, ...changed }))} />
          </Group>
          <Select
            label={said.commander}
            placeholder={said.later}
            searchable
            clearable
            limit={50}
            value={commander}
            onChange={setCommander}
            data={including(people.data, { id: self, name: person.name })}
          />
          {declare.error && <ErrorState error={declare.error} compact fieldName={(field) => said.fields[field] ?? field} />}
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {said.cancel}
            </Button>
            <Button type="submit" disabled={title.trim() === ''} loading={declare.isPending}>
              {said.submit(severityOf(assessment).severity)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
