/** The filters of the queue, in the URL; the counts are of what is in the queue now. */
import { SegmentedControl } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import type { Queue, QueueItem } from '../../api/client.ts';
import { useSession } from '../../session/session.ts';
import { FacetFilter, FilterBar, sentenceCase, ToggleFilter, uiMessages, type FacetOption } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './queue.module.css';
import { isNarrowed, LISTS, valuesOf, type ListFilter, type QueueSearch } from './search.ts';

const words = messages.filters;
const route = getRouteApi('/inside/queue');

type Field = (item: QueueItem) => readonly [value: string, label: string];

const FIELDS: Record<ListFilter, Field> = {
  team: ({ team }) => [team?.id ?? 'none', team?.name ?? words.noTeam],
  channel: ({ channel }) => [channel, uiMessages.channel[channel]],
  priority: ({ priority }) => [priority, uiMessages.priority[priority]],
  customerTier: ({ organisation }) => {
    const tier = organisation?.customerTier;
    return tier ? [tier, sentenceCase(tier)] : ['none', words.noTier];
  },
};

/** The values that occur, with how many tickets have each; priorities in their order, all else by how many. */
function optionsOf(items: readonly QueueItem[], name: ListFilter): FacetOption[] {
  const found = new Map<string, FacetOption & { count: number }>();
  for (const item of items) {
    const [value, label] = FIELDS[name](item);
    const known = found.get(value);
    if (known) known.count += 1;
    else found.set(value, { value, label, count: 1 });
  }
  return [...found.values()].toSorted((one, other) => (name === 'priority' ? (one.value < other.value ? -1 : 1) : other.count - one.count));
}

export function QueueFilters({ queue }: { queue: Queue }) {
  const search = route.useSearch();
  const navigate = useNavigate({ from: '/queue' });
  const { person } = useSession();
  const items = [...queue.waiting, ...queue.handling, ...queue.resolvedLastHour];
  const change = (part: { [Key in keyof QueueSearch]: QueueSearch[Key] | undefined }): void =>
    void navigate({ search: (previous) => ({ ...previous, ...part }), replace: true });
  const clear = (): void => change({ team: undefined, channel: undefined, priority: undefined, customerTier: undefined, mine: undefined });
  return (
    <FilterBar label={words.label} onClear={isNarrowed(search) ? clear : undefined}>
      {person.agentId && (
        <ToggleFilter label={words.mine} active={search.mine === true} onChange={(mine) => change({ mine: mine ? true : undefined })} />
      )}
      {LISTS.map((name) => (
        <FacetFilter
          key={name}
          label={words[name]}
          options={optionsOf(items, name)}
          selected={valuesOf(search[name])}
          onChange={(values) => change({ [name]: values.length > 0 ? values.join(',') : undefined })}
        />
      ))}
      <SegmentedControl
        size="xs"
        className={classes['order']}
        aria-label={messages.order.label}
        value={search.sort ?? 'need'}
        data={[
          { value: 'need', label: messages.order.need },
          { value: 'breach', label: messages.order.breach },
        ]}
        onChange={(value) => change({ sort: value === 'breach' ? value : undefined })}
      />
    </FilterBar>
  );
}
