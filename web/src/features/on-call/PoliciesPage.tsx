/** The escalation policies, each as the sentences that say whom a page reaches when. */
import { Button } from '@mantine/core';
import { IconEdit, IconPlus, IconStairsUp, IconTrash } from '@tabler/icons-react';
import type { PolicySpec } from '@watchdesk/domain/on-call';
import { useState } from 'react';
import type { EscalationPolicy } from '../../api/client.ts';
import { audienceInWords, useRecipients } from '../../audience/index.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { BlockSkeleton, EmptyState, ErrorState, Instant, Panel, SectionTitle } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { PolicyEditor } from './PolicyEditor.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { minutesInWords, policyInWords } from './said.ts';
import { usePolicies, useRemovePolicy } from './use-on-call.ts';

const words = messages.policies;

export function PoliciesPage() {
  const { data, error, refetch } = usePolicies();
  const mayWrite = useMayWriteRules();
  const [isMaking, setMaking] = useState(false);
  const make = mayWrite && (
    <Button size="xs" leftSection={<IconPlus size={15} aria-hidden="true" />} onClick={() => setMaking(true)}>
      {words.make}
    </Button>
  );
  return (
    <>
      <SectionTitle order={1} title={words.title} sentence={words.sentence} actions={data && data.length > 0 && make} />
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!data && !error && <BlockSkeleton height={200} />}
      {data?.length === 0 && (
        <EmptyState icon={IconStairsUp} title={words.nothing} action={make || undefined}>
          {words.nothingHint}
        </EmptyState>
      )}
      {data?.map((policy) => (
        <PolicyCard key={policy.id} policy={policy} mayWrite={mayWrite} />
      ))}
      <Panel title={messages.expected.title} sentence={messages.expected.sentence} className={classes['panel'] ?? ''}>
        <ul className={classes['expected']}>
          {messages.expected.rules.map((rule) => (
            <li key={rule}>{rule}</li>
          ))}
        </ul>
      </Panel>
      {isMaking && <PolicyEditor policy={null} onClose={() => setMaking(false)} />}
    </>
  );
}

function PolicyCard({ policy, mayWrite }: { policy: EscalationPolicy; mayWrite: boolean }) {
  const [open, setOpen] = useState<'editor' | 'remove' | null>(null);
  const { nameOf } = useRecipients();
  const remove = useRemovePolicy(policy.id, () => setOpen(null));
  const spec = policy.spec as PolicySpec;
  return (
    <Panel
      title={spec.name}
      className={classes['panel'] ?? ''}
      actions={
        mayWrite && (
          <>
            <Button size="xs" variant="default" leftSection={<IconEdit size={14} aria-hidden="true" />} onClick={() => setOpen('editor')}>
              {words.edit}
            </Button>
            <Button size="xs" variant="default" leftSection={<IconTrash size={14} aria-hidden="true" />} onClick={() => setOpen('remove')}>
              {words.remove}
            </Button>
          </>
        )
      }
    >
      <ol className={classes['steps']}>
        {policyInWords(spec, (group) => audienceInWords(group, nameOf)).map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ol>
      <p className={classes['hint']}>
        {words.respond(minutesInWords(spec.respondMinutes))} {messages.rotation.saved(policy.savedBy)} <Instant at={policy.savedAt} />
      </p>
      {open === 'editor' && <PolicyEditor policy={policy} onClose={() => setOpen(null)} />}
      {open === 'remove' && (
        <RemoveDialog name={spec.name} text={messages.removing.policyText} remove={remove} onClose={() => setOpen(null)} />
      )}
    </Panel>
  );
}
