/** On a phone, one column at a time. */
import { SegmentedControl } from '@mantine/core';
import { formatCount } from '../../ui/index.ts';
import { messages } from './messages.ts';
import type { ColumnName, Columns } from './use-columns.ts';

export type Tab = ColumnName | 'people';

interface TabBarProps {
  tab: Tab;
  onChange: (tab: Tab) => void;
  columns: Columns;
  people: number;
}

export function TabBar({ tab, onChange, columns, people }: TabBarProps) {
  const data = [
    ...(['waiting', 'handling', 'resolved'] as const).map((value) => ({
      value,
      label: `${messages.tabs[value]} ${formatCount(columns[value].length)}`,
    })),
    { value: 'people', label: `${messages.tabs.people} ${formatCount(people)}` },
  ];
  return (
    <SegmentedControl
      fullWidth
      size="xs"
      value={tab}
      data={data}
      onChange={(value) => onChange(value as Tab)}
      aria-label={messages.title}
    />
  );
}
