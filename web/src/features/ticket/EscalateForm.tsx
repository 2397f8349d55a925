/** Passing the ticket up: to which tier, why, and how much of the story goes along. */
import { Group, Select, Text, Textarea } from '@mantine/core';
import type { Context, EscalationKind, SupportTier } from '@watchdesk/domain/event';
import { useRef, useState } from 'react';
import { FormFrame, type FormProps } from './FormFrame.tsx';
import { uiMessages } from '../../ui/index.ts';
import { messages } from './messages.ts';
import { CONTEXTS, ESCALATION_KINDS, SUPPORT_TIERS } from './terms.ts';
import { useDirectory } from '../../directory/use-directory.ts';

/** One tier further up than now. */
const nextTier = (tier: SupportTier | null): SupportTier =>
  SUPPORT_TIERS[Math.min(SUPPORT_TIERS.length - 1, SUPPORT_TIERS.indexOf(tier ?? 'L0') + 1)] ?? 'L3';

export function EscalateForm({ ticket, actions }: FormProps) {
  const [toTier, setTier] = useState<SupportTier>(nextTier(ticket.supportTier));
  const [kind, setKind] = useState<EscalationKind>('technical');
  const [context, setContext] = useState<Context>('full');
  const [team, setTeam] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const teams = useDirectory('teams');
  const field = useRef<HTMLTextAreaElement>(null);
  const submit = (): void => {
    const why = reason.trim();
    setMissing(why === '');
    if (why === '') field.current?.focus();
    else actions.run({ do: 'escalate', toTier, kind, context, reason: why, ...(team ? { team } : {}) });
  };
  return (
    <FormFrame title={messages.escalate.title} submit={messages.escalate.submit} actions={actions} ready onSubmit={submit}>
      <Group grow>
        <Select
          label={messages.escalate.tier}
          allowDeselect={false}
          value={toTier}
          onChange={(value) => value && setTier(value)}
          data={[...SUPPORT_TIERS]}
        />
        <Select
          label={messages.escalate.kind}
          allowDeselect={false}
          value={kind}
          onChange={(value) => value && setKind(value)}
          data={ESCALATION_KINDS.map((value) => ({ value, label: uiMessages.escalationKind[value] }))}
        />
      </Group>
      <Group grow>
        <Select
          label={messages.escalate.team}
          placeholder={messages.escalate.sameTeam}
          searchable
          clearable
          value={team}
          onChange={setTeam}
          data={teams.data ?? []}
        />
        <Select
          label={messages.escalate.context}
          allowDeselect={false}
          value={context}
          onChange={(value) => value && setContext(value)}
          data={CONTEXTS.map((value) => ({ value, label: messages.context[value] ?? value }))}
        />
      </Group>
      <Textarea
        label={messages.escalate.reason}
        description={messages.escalate.reasonHint}
        withAsterisk
        error={missing && messages.escalate.reasonMissing}
        ref={field}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value);
          setMissing(false);
        }}
      />
      <Text size="sm">{messages.escalate.means(ticket.assignee?.name ?? null, toTier)}</Text>
    </FormFrame>
  );
}
