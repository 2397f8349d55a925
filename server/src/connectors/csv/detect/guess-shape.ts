/** What the rows of a table are: tickets, their changes, people or organisations. A guess to begin with; the person says. */
import type { Column } from './columns.ts';
import { matchColumns } from './match-columns.ts';
import { type Shape, TARGETS } from './targets.ts';
import { plainWord } from './words.ts';

const BY_FILE_NAME: readonly (readonly [RegExp, Shape])[] = [
  [/agent|staff|employee/i, 'agents'],
  [/customer|contact|requester|end.?user/i, 'customers'],
  [/organi[sz]ation|account|compan/i, 'organisations'],
  [/\b(teams?|groups?|departments?)\b/i, 'teams'],
];
const DIRECTORIES = ['agents', 'customers', 'organisations', 'teams'] as const;

export function guessShape(columns: readonly Column[], fileName: string): Shape {
  const found = (shape: Shape) => matchColumns(TARGETS[shape], columns);
  const hasAll = (shape: Shape, ...paths: string[]) => {
    const matched = found(shape);
    return paths.every((path) => matched.has(path));
  };
  if (hasAll('history', 'ticket', 'field', 'value', 'at')) return 'history';
  const isTickets = hasAll('tickets', 'ticket', 'createdAt') && TICKET_ONLY.some((path) => found('tickets').has(path));
  const ticket = found('tickets').get('ticket');
  const isRepeated = ticket !== undefined && ticket.filled > 0 && ticket.distinct < ticket.filled * 0.95;
  if (isRepeated && isTickets && hasAll('snapshots', 'at', 'createdAt')) return 'snapshots';
  if (isRepeated && !isTickets && hasAll('events', 'ticket', 'activity', 'at')) return 'events';
  const words = plainWord(fileName) === '' ? '' : fileName.replaceAll(/[_-]/g, ' ');
  const byName = BY_FILE_NAME.find(([pattern]) => pattern.test(words))?.[1];
  if (byName && hasAll(byName, idOf(byName)) && !isTickets) return byName;
  if (isTickets) return 'tickets';
  // Who answers to most of its columns; people first, since every list of people has names.
  const best = DIRECTORIES.map((shape) => ({ shape, matched: found(shape) }))
    .filter(({ shape, matched }) => matched.has(idOf(shape)) && matched.size > 1)
    .toSorted((a, b) => b.matched.size - a.matched.size)[0];
  return best && best.matched.size > found('tickets').size ? best.shape : 'tickets';
}

const TICKET_ONLY = ['fields.subject', 'fields.status', 'fields.priority', 'fields.assignee', 'resolvedAt'];
const idOf = (shape: Shape): string => TARGETS[shape][0]!.path;
