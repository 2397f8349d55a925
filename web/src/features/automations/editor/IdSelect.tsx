/** A team or an agent, chosen by name; one that nobody has told of yet can be named by what the help desk calls it. */
import { Select } from '@mantine/core';
import { useState } from 'react';
import { useListed } from '../../../directory/value-names.ts';
import { messages } from './messages.ts';

interface IdSelectProps {
  kind: 'team' | 'assignee';
  label: string;
  /** What is offered beside those there are, and stands for no id. */
  none: string;
  /** What is offered first where nothing need be said, and stands for that. */
  leave?: string;
  /** Null is none, undefined that nothing is said; the empty text is nothing yet. */
  value: string | null | undefined;
  error: string | undefined;
  onChange: (id: string | null | undefined) => void;
}

/** No id begins with it. */
const NONE = '\u0000none';
const LEFT = '\u0000left';

export function IdSelect({ kind, label, none, leave, value, error, onChange }: IdSelectProps) {
  const { data = [] } = useListed(kind);
  const [typed, setTyped] = useState('');
  const known = data.map(({ id, name }) => ({ value: id, label: name }));
  const isKnown = (id: string) => known.some((one) => one.value === id || one.label === id);
  const options = [
    ...(leave === undefined ? [] : [{ value: LEFT, label: leave }]),
    { value: NONE, label: none },
    ...known,
    ...(value && !isKnown(value) ? [{ value, label: value }] : []),
    ...(typed.trim() !== '' && typed !== none && typed !== leave && typed !== value && !isKnown(typed.trim())
      ? [{ value: typed.trim(), label: messages.deeds.use(typed.trim()) }]
      : []),
  ];
  return (
    <Select
      label={label}
      data={options}
      value={value === null ? NONE : value === undefined && leave !== undefined ? LEFT : value || null}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      error={error}
      allowDeselect={false}
      onChange={(next) => onChange(next === LEFT ? undefined : next === null ? '' : next === NONE ? null : next)}
    />
  );
}
