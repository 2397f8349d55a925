/** What the activities of a log are, and which attributes the fields of a history. */
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ImportColumn } from '../../api/client.ts';
import { formatCount, Panel } from '../../ui/index.ts';
import classes from './import.module.css';
import { messages } from './messages.ts';
import { targetLabel } from './target-label.ts';
import type { Mapping } from './use-imports.ts';

const words = messages.map;
const IGNORED = '';
const OTHER = 'other';

const ACTIVITIES: Readonly<Record<string, object>> = {
  ...Object.fromEntries(
    ['new', 'open', 'pending', 'on_hold', 'resolved', 'closed'].map((to) => [`status:${to}`, { type: 'status.changed', data: { to } }]),
  ),
  'reply:agent': { type: 'ticket.message', actor: 'agent', data: { visibility: 'public' } },
  'reply:customer': { type: 'ticket.message', actor: 'customer', data: { visibility: 'public' } },
  note: { type: 'ticket.message', actor: 'agent', data: { visibility: 'internal' } },
};

interface Props {
  column: ImportColumn;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

const without = (all: Mapping, name: string): Mapping => Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));

export function Activities({ column, mapping, onChange }: Props) {
  const made = (mapping['activities'] ?? {}) as Mapping;
  const chosen = (value: string): string => {
    const activity = made[value];
    if (activity === undefined) return IGNORED;
    const { type, actor, data } = activity as { type?: string; actor?: string; data?: { to?: string; visibility?: string } };
    if (type === 'status.changed' && data?.to) return `status:${data.to}`;
    if (type === 'ticket.message')
      return data?.visibility === 'internal' ? 'note' : actor === 'customer' ? 'reply:customer' : 'reply:agent';
    return OTHER;
  };
  const choices = [{ value: IGNORED, label: words.ignore }, ...Object.entries(words.says).map(([value, label]) => ({ value, label }))];
  return (
    <Each title={words.activities} column={column}>
      {(value) => (
        <Select
          aria-label={words.standsFor(value)}
          size="xs"
          data={chosen(value) === OTHER ? [...choices, { value: OTHER, label: words.other }] : choices}
          value={chosen(value)}
          allowDeselect={false}
          onChange={(choice) => {
            const activity = ACTIVITIES[choice ?? ''];
            onChange({ ...mapping, activities: activity ? { ...made, [value]: activity } : without(made, value) });
          }}
        />
      )}
    </Each>
  );
}

const TRACKED = [
  'status',
  'priority',
  'supportTier',
  'team',
  'assignee',
  'category',
  'product',
  'requester',
  'organisation',
  'language',
  'serviceSite',
  'subject',
];

export function FieldNames({ column, values, mapping, onChange }: Props & { values: ImportColumn | undefined }) {
  const made = (mapping['fieldNames'] ?? {}) as Mapping;
  const choices = [
    { value: IGNORED, label: words.ignore },
    ...TRACKED.map((value) => ({ value, label: targetLabel(`fields.${value}`) })),
    { value: 'custom', label: words.custom },
  ];
  const chosen = (value: string): string => {
    const field = (made[value] as { field?: string } | undefined)?.field ?? IGNORED;
    return field.startsWith('customFields.') ? 'custom' : field;
  };
  return (
    <Each title={words.fieldNames} column={column}>
      {(value) => (
        <Select
          aria-label={words.standsFor(value)}
          size="xs"
          data={choices}
          value={chosen(value)}
          allowDeselect={false}
          onChange={(choice) => {
            const field = choice === 'custom' ? `customFields.${value}` : choice;
            const map = choice ? values?.maps[choice] : undefined;
            onChange({ ...mapping, fieldNames: field ? { ...made, [value]: { field, ...(map && { map }) } } : without(made, value) });
          }}
        />
      )}
    </Each>
  );
}

function Each({ title, column: { values }, children }: { title: string; column: ImportColumn; children: (value: string) => ReactNode }) {
  return (
    <Panel title={title}>
      <div className={classes['values']}>
        <ul aria-label={title}>
          {values.map(({ value, count }) => (
            <li key={value}>
              <span>
                <bdi>{value}</bdi> <span className={classes['quiet']}>{formatCount(count)}</span>
              </span>
              {children(value)}
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
