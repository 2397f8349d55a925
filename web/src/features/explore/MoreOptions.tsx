/** Which groups are shown, and in which order. */
import { ActionIcon, Button, Checkbox, NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { Having } from '../../numbers/index.ts';
import { AddressAmount } from './AddressAmount.tsx';
import classes from './explore.module.css';
import { messages } from './messages.ts';
import { COMPARES, MOST } from './search.ts';
import type { Explored } from './use-explore.ts';

/** Shares are typed as percent, as they are read. */
const SCALES: Readonly<Record<string, { by: number; suffix?: string }>> = {
  share: { by: 100, suffix: '%' },
  seconds: { by: 1, suffix: 's' },
};

interface ConditionProps {
  explored: Explored;
  condition: Having;
  onChange: (condition: Having) => void;
  onRemove: () => void;
}

function Condition({ explored: { question, catalogue }, condition, onChange, onRemove }: ConditionProps) {
  const { metric, compare, value } = condition;
  const { by, suffix } = SCALES[catalogue.metric(metric)?.unit ?? ''] ?? { by: 1 };
  return (
    <div className={classes['condition']}>
      <NativeSelect
        aria-label={messages.havingMetric}
        data={question.metrics.map((id) => ({ value: id, label: catalogue.metric(id)?.label ?? id }))}
        value={metric}
        onChange={({ currentTarget }) => onChange({ ...condition, metric: currentTarget.value })}
      />
      <NativeSelect
        aria-label={messages.havingSign}
        data={[...COMPARES]}
        value={compare}
        onChange={({ currentTarget }) => onChange({ ...condition, compare: currentTarget.value as Having['compare'] })}
      />
      <AddressAmount
        key={by}
        label={messages.havingValue}
        isBare
        value={value * by}
        {...(suffix !== undefined && { suffix })}
        onChange={(next) => onChange({ ...condition, value: (next ?? 0) / by })}
      />
      <ActionIcon variant="subtle" color="gray" aria-label={messages.removeHaving} onClick={onRemove}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}

function Conditions({ explored }: { explored: Explored }) {
  const { search, question, faults, change } = explored;
  const conditions = search.having ?? [];
  const set = (next: readonly Having[]) => change({ having: next.length > 0 ? next : undefined });
  const [first] = question.metrics;
  return (
    <div className={classes['filters']}>
      <p className={classes['name']}>{messages.having}</p>
      {conditions.map((condition, index) => (
        <Condition
          // A condition has nothing of its own but its place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          explored={explored}
          condition={condition}
          onChange={(next) => set(conditions.with(index, next))}
          onRemove={() => set(conditions.toSpliced(index, 1))}
        />
      ))}
      {faults['having'] && <p className={classes['fault']}>{faults['having']}</p>}
      {first && (
        <Button variant="default" size="xs" onClick={() => set([...conditions, { metric: first, compare: '>', value: 0 }])}>
          {messages.addHaving}
        </Button>
      )}
    </div>
  );
}

export function MoreOptions({ explored }: { explored: Explored }) {
  const { search, question, catalogue, faults, change } = explored;
  const by = search.order?.replace(/^-/, '') ?? '';
  const descends = search.order === undefined || search.order.startsWith('-');
  const order = (id: string, down: boolean) => change({ order: id === '' ? undefined : `${down ? '-' : ''}${id}` });
  const orders = [
    { value: '', label: messages.usualOrder },
    ...question.metrics.map((id) => ({ value: id, label: catalogue.metric(id)?.label ?? id })),
    ...(question.dimensions ?? []).map((id) => ({ value: id, label: catalogue.dimension(id)?.label ?? id })),
  ];
  return (
    <details className={classes['more']} open={search.having !== undefined || search.order !== undefined || search.limit !== undefined}>
      <summary>{messages.more}</summary>
      <div className={classes['fields']}>
        <Conditions explored={explored} />
        <NativeSelect
          label={messages.order}
          data={orders}
          value={by}
          onChange={({ currentTarget }) => order(currentTarget.value, descends)}
          error={faults['order']}
        />
        {by !== '' && (
          <Checkbox
            size="xs"
            label={messages.descending}
            checked={descends}
            onChange={({ currentTarget }) => order(by, currentTarget.checked)}
          />
        )}
        <AddressAmount
          label={messages.limit}
          hint={messages.limitHint}
          value={search.limit ?? null}
          whole={{ least: 1, most: MOST.limit }}
          onChange={(limit) => change({ limit: limit ?? undefined })}
          error={faults['limit']}
        />
      </div>
    </details>
  );
}
