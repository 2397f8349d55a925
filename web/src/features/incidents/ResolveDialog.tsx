/** Resolving an incident of which customers know: they are told of its end, or somebody says why not. */
import { Button, Group, Modal, SegmentedControl, Stack, Textarea, TextInput } from '@mantine/core';
import { RESOLUTION } from '@watchdesk/domain/incident';
import { useState } from 'react';
import type { Incident } from '../../api/client.ts';
import { useIncidentDeed } from '../../incidents/index.ts';
import { BlockSkeleton, ErrorState } from '../../ui/index.ts';
import { words } from './messages.ts';
import { type Drafts, useDrafts } from './use-incident.ts';
import { WherePublic } from './WherePublic.tsx';

const said = words.resolve;
const LONGEST = 500;

function Form({ incident, drafts, onClose }: { incident: Incident; drafts: Drafts; onClose: () => void }) {
  const draft = drafts.find(({ id }) => id === RESOLUTION);
  const [how, setHow] = useState<'tell' | 'untold'>('tell');
  const [subject, setSubject] = useState(draft?.subject ?? '');
  const [text, setText] = useState(draft?.text ?? '');
  const [why, setWhy] = useState('');
  const deed = useIncidentDeed(incident.id, onClose);
  const isTelling = how === 'tell';
  const isEmpty = (isTelling ? text : why).trim() === '';
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isEmpty) return;
        const notice = { text, ...(subject.trim() !== '' && { subject }) };
        deed.mutate({ do: 'status', status: 'resolved', ...(isTelling ? { notice } : { untoldFor: why }) });
      }}
    >
      <Stack gap="sm">
        <p style={{ margin: 0 }}>{said.text}</p>
        <SegmentedControl
          aria-label={said.how}
          value={how}
          onChange={(next: 'tell' | 'untold') => setHow(next)}
          data={(['tell', 'untold'] as const).map((value) => ({ value, label: said[value] }))}
        />
        {isTelling ? (
          <>
            <TextInput
              label={said.subject}
              maxLength={LONGEST}
              value={subject}
              onChange={({ currentTarget }) => setSubject(currentTarget.value)}
            />
            <Textarea
              label={said.notice}
              autosize
              minRows={6}
              maxRows={16}
              value={text}
              onChange={({ currentTarget }) => setText(currentTarget.value)}
            />
            <WherePublic of={incident.statusPage} />
          </>
        ) : (
          <TextInput
            label={said.why}
            description={said.whyHint}
            required
            maxLength={LONGEST - 100}
            value={why}
            onChange={({ currentTarget }) => setWhy(currentTarget.value)}
          />
        )}
        {deed.error && <ErrorState error={deed.error} compact />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            {words.declare.cancel}
          </Button>
          <Button type="submit" disabled={isEmpty} loading={deed.isPending} {...(!isTelling && { color: 'red' })}>
            {isTelling ? said.submit : said.quietly}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

export function ResolveDialog({ incident, onClose }: { incident: Incident; onClose: () => void }) {
  // As it is the moment it is resolved: the duration ends with it.
  const { data, error, refetch } = useDrafts(incident.id, 'to be resolved');
  return (
    <Modal opened onClose={onClose} title={said.title} size="lg" closeOnClickOutside={false}>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
      {!error && !data && <BlockSkeleton height={240} />}
      {data && <Form incident={incident} drafts={data.drafts} onClose={onClose} />}
    </Modal>
  );
}
