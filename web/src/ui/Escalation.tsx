/** Why a ticket was handed up, as a mark: an arrow upwards and the reason. */
import { IconArrowUpRight } from '@tabler/icons-react';
import type { EscalationKind } from '@watchdesk/domain/event';
import marks from './mark.module.css';
import { messages } from './messages.ts';

export function Escalation({ kind }: { kind: EscalationKind }) {
  return (
    <span className={marks['escalation']} title={messages.escalated}>
      <IconArrowUpRight size={13} stroke={2} aria-hidden="true" />
      {messages.escalationKind[kind] ?? kind}
    </span>
  );
}
