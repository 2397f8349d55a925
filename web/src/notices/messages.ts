/** The words of notices, wherever they are told of. */
import type { paths } from '../api/schema.d.ts';

type InboxItem = paths['/api/v1/inbox']['get']['responses']['200']['content']['application/json']['items'][number];
export type Severity = InboxItem['severity'];
export type NoticeEvent = InboxItem['event'];

export const messages = {
  severities: { info: 'Info', warning: 'Warning', critical: 'Critical' } satisfies Record<Severity, string>,
  events: {
    fired: 'New',
    escalated: 'Escalated',
    acknowledged: 'Acknowledged',
    snoozed: 'Snoozed',
    resolved: 'Resolved',
  } satisfies Record<NoticeEvent, string>,
  explain: 'Explain the number',
  /** By minutes. */
  snoozes: { 15: '15 minutes', 60: 'An hour', 240: '4 hours', 1440: 'A day', 10080: 'A week' } as Readonly<Record<number, string>>,
  quiet: {
    from: 'From',
    to: 'To',
    days: 'Quiet all day besides',
    dayNames: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    zone: 'Time zone',
    workspaceZone: (zone: string) => `${zone.replaceAll('_', ' ')} (workspace)`,
  },
} as const;
