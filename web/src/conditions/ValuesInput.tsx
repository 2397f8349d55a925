/** The values of one condition. What is known by an id is chosen by its name; anything else may be typed, and what is usual is offered. */
import { MultiSelect, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useFound, useListed, useValueNames, type Named } from '../directory/value-names.ts';
import { messages } from './messages.ts';

type Values = readonly (string | null)[];

interface ValuesInputProps {
  field: string;
  /** Null is no value. */
  values: Values;
  label: string;
  error: string | undefined;
  /** Of what may be typed. */
  suggestions: readonly string[];
  /** Whether having no value is one of them. */
  mayBeNone?: boolean;
  /** Those that may be chosen of what is listed; all where nothing is said. */
  only?: ((id: string) => boolean) | undefined;
  onChange: (values: (string | null)[]) => void;
}

const shown = (values: Values): string[] => values.map((value) => value ?? messages.noValue);
const read = (values: readonly string[]): (string | null)[] => values.map((value) => (value === messages.noValue ? null : value));

/** What is known is meant however it is capitalised, and every badge shows it with a capital. */
const usual = (typed: string, suggestions: readonly string[]): string =>
  suggestions.find((one) => one.toLowerCase() === typed.toLowerCase()) ?? typed;

const option = ({ id, name }: Named) => ({ value: id, label: name });
const NONE = { value: messages.noValue, label: messages.noValue };

export function ValuesInput(props: ValuesInputProps) {
  const { field } = props;
  if (field === 'team' || field === 'assignee') return <Listed {...props} field={field} />;
  if (field === 'organisation' || field === 'requester') return <Searched {...props} field={field} />;
  return <Typed {...props} />;
}

/** What is offered lies over what stands below, so it goes once a value is chosen, and comes again with a click, an arrow or a letter. */
function useOffer(count: number) {
  const [isOffered, setOffered] = useState(false);
  return {
    offer: { dropdownOpened: isOffered, onDropdownOpen: () => setOffered(true), onDropdownClose: () => setOffered(false) },
    chose: (next: readonly string[]) => next.length > count && setOffered(false),
  };
}

function Typed({ values, label, error, suggestions, mayBeNone = true, onChange }: ValuesInputProps) {
  const { offer, chose } = useOffer(values.length);
  return (
    <TagsInput
      {...offer}
      aria-label={label}
      error={error}
      data={mayBeNone ? [messages.noValue, ...suggestions] : [...suggestions]}
      value={shown(values)}
      acceptValueOnBlur
      onChange={(next) => {
        chose(next);
        onChange(read(next.map((one) => usual(one, suggestions))));
      }}
    />
  );
}

/** Teams and people are known by their ids and called by their names, one that is gone as well. */
function Listed({ field, values, label, error, mayBeNone = true, only, onChange }: ValuesInputProps & { field: 'team' | 'assignee' }) {
  const { data = [] } = useListed(field);
  const { offer, chose } = useOffer(values.length);
  const gone = values.filter((value) => value !== null && !data.some(({ id }) => id === value)) as string[];
  const nameOf = useValueNames([{ field, values }]);
  const offered = data.filter(({ id }) => only === undefined || only(id) || values.includes(id));
  const options = [
    ...(mayBeNone ? [NONE] : []),
    ...offered.map(option),
    ...gone.map((id) => ({ value: id, label: nameOf(field, id) ?? id })),
  ];
  return (
    <MultiSelect
      {...offer}
      aria-label={label}
      error={error}
      data={options}
      value={shown(values)}
      searchable
      onChange={(next) => {
        chose(next);
        onChange(read(next));
      }}
    />
  );
}

const TYPING_MS = 200;

/** So are companies and customers, of whom there are too many to list: they are found by what one types. */
function Searched({ field, values, label, error, onChange }: ValuesInputProps & { field: 'organisation' | 'requester' }) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useFound(field, q);
  const { offer, chose } = useOffer(values.length);
  const nameOf = useValueNames([{ field, values }]);
  const chosen = values.filter((value) => value !== null);
  const options = [
    ...(q === '' ? [NONE] : []),
    ...chosen.map((id) => ({ value: id, label: nameOf(field, id) ?? id })),
    ...found.filter(({ id }) => !chosen.includes(id)).map(option),
  ];
  return (
    <MultiSelect
      {...offer}
      aria-label={label}
      error={error}
      data={options}
      value={shown(values)}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has found them, by more than the letters of the name.
      filter={({ options: all }) => all}
      placeholder={messages.find[field]}
      nothingFoundMessage={messages.nobody[field]}
      onChange={(next) => {
        chose(next);
        onChange(read(next));
      }}
    />
  );
}
