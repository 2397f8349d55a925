/** What is named in drafts, in the words of people. */
import type { NameOf } from '@watchdesk/domain/automation';
import { useCalendars } from '../../../api/calendar-questions.ts';
import type { AutomationCondition, AutomationSpec } from '../../../api/client.ts';
import { useRecipients } from '../../../audience/index.ts';
import { useValueNames } from '../../../directory/value-names.ts';

const FIELD_OF = { team: 'team', agent: 'assignee', organisation: 'organisation', customer: 'requester' } as const;

const leavesOf = (node: AutomationCondition): AutomationCondition[] =>
  node.field === undefined ? (node.all ?? node.any ?? (node.not ? [node.not] : [])).flatMap(leavesOf) : [node];

/** Of what conditions and steps name; the id itself while nobody knows. */
export function useNames(drafts: readonly AutomationSpec[]): NameOf {
  const { data: calendars } = useCalendars();
  const recipients = useRecipients();
  const conditions = drafts
    .flatMap(({ conditions: tree }) => (tree === null ? [] : leavesOf(tree)))
    .map(({ field = '', is, isNot }) => ({ field, values: [...(is ?? []), ...(isNot ?? [])] }));
  // Whom a step assigns to has to be called by name as well.
  const valueName = useValueNames([...conditions, { field: 'assignee', values: [] }]);
  return (kind, id) => {
    if (kind === 'calendar') return calendars?.find((one) => one.id === id)?.name ?? id;
    if (kind === 'channel') return recipients.nameOf('channels', id);
    if (kind === 'schedule') return recipients.nameOf('schedules', id);
    if (kind === 'policy') return recipients.nameOf('policies', id);
    return valueName(FIELD_OF[kind], id) ?? id;
  };
}
