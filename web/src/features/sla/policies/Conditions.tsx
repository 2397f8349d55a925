/** For which tickets a policy is: conditions that must all hold. */
import { ActionIcon, Button, MultiSelect, Select, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { MATCHABLE, VALUES_OF, type Matchable } from '@watchdesk/domain/sla';
import type { PolicySpec } from '../../../api/client.ts';
import { useFoundCompanies, useTeams, useValueNames } from '../value-names.ts';
import classes from './fields.module.css';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import { Section } from './Section.tsx';

const words = messages.editor;
type Condition = PolicySpec['match'][number];

const FIELDS = MATCHABLE.map((value) => ({ value, label: messages.fields[value] }));
const IS = [
  { value: 'any_of', label: words.anyOf },
  { value: 'none_of', label: words.noneOf },
];
const TIERS = ['enterprise', 'business', 'professional', 'starter', 'free'];

/** What is there to choose from; anything else may be typed. */
function suggestionsFor(field: Matchable): string[] {
  const known = VALUES_OF[field] ?? (field === 'customerTier' ? TIERS : []);
  return field === 'priority' || field === 'channel' ? [...known] : [words.noValue, ...known];
}

const shown = (values: Condition['values']): string[] => values.map((value) => value ?? words.noValue);
const read = (values: readonly string[]): Condition['values'] => values.map((value) => (value === words.noValue ? null : value));

interface RowProps {
  condition: Condition;
  index: number;
  onChange: (part: Partial<Condition>) => void;
  onRemove: () => void;
}

function Row({ condition: { field, is, values }, index, onChange, onRemove }: RowProps) {
  const { faultAt } = useForm();
  const own = { 'aria-label': `${words.values}: ${messages.fields[field]}`, error: faultAt(`match.${index}`) };
  return (
    <li className={classes['condition']}>
      <Select
        aria-label={words.field}
        data={FIELDS}
        value={field}
        allowDeselect={false}
        onChange={(next) => next && onChange({ field: next, values: [] })}
      />
      <Select
        aria-label={words.is}
        data={IS}
        value={is}
        allowDeselect={false}
        onChange={(next) => next && onChange({ is: next as Condition['is'] })}
      />
      {field === 'team' && <Teams {...own} values={values} onChange={onChange} />}
      {field === 'organisation' && <Companies {...own} values={values} onChange={onChange} />}
      {field !== 'team' && field !== 'organisation' && (
        <TagsInput
          {...own}
          data={suggestionsFor(field)}
          value={shown(values)}
          acceptValueOnBlur
          onChange={(next) => onChange({ values: read(next) })}
        />
      )}
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={`${words.remove}: ${messages.fields[field]}`} onClick={onRemove}>
        <IconTrash size={16} stroke={1.7} />
      </ActionIcon>
    </li>
  );
}

interface NamedProps {
  values: Condition['values'];
  error: string | undefined;
  onChange: (part: Partial<Condition>) => void;
}

const option = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
const NONE = { value: words.noValue, label: words.noValue };

/** Teams are known by their ids and called by their names, one that is gone as well. */
function Teams({ values, onChange, ...own }: NamedProps) {
  const { data = [] } = useTeams();
  const gone = values.filter((value) => value !== null && !data.some(({ id }) => id === value)) as string[];
  const nameOf = useValueNames([]);
  const options = [NONE, ...data.map(option), ...gone.map((id) => ({ value: id, label: nameOf('team', id) ?? id }))];
  return <MultiSelect {...own} data={options} value={shown(values)} searchable onChange={(next) => onChange({ values: read(next) })} />;
}

const TYPING_MS = 200;

/** So are companies, of which there are too many to list: they are found by what one types. */
function Companies({ values, onChange, ...own }: NamedProps) {
  const [typed, setTyped] = useState('');
  const [q] = useDebouncedValue(typed.trim(), TYPING_MS);
  const found = useFoundCompanies(q);
  const nameOf = useValueNames([{ field: 'organisation', is: 'any_of', values }]);
  const chosen = values.filter((value) => value !== null);
  const options = [
    ...(q === '' ? [NONE] : []),
    ...chosen.map((id) => ({ value: id, label: nameOf('organisation', id) ?? id })),
    ...found.filter(({ id }) => !chosen.includes(id)).map(option),
  ];
  return (
    <MultiSelect
      {...own}
      data={options}
      value={shown(values)}
      searchable
      searchValue={typed}
      onSearchChange={setTyped}
      // The server has found them, by more than the letters of the name.
      filter={({ options: all }) => all}
      placeholder={words.findCompany}
      nothingFoundMessage={words.noCompany}
      onChange={(next) => onChange({ values: read(next) })}
    />
  );
}

export function Conditions() {
  const { draft, change, faultAt } = useForm();
  const { match } = draft;
  // Faults of one condition stand at it; of all of them together, here.
  const whole = match.some((_, index) => faultAt(`match.${index}`)) ? undefined : faultAt('match');
  return (
    <Section title={words.match} text={words.matchText} fault={whole}>
      {match.length > 0 && (
        <ul className={classes['rows']}>
          {match.map((condition, index) => (
            <Row
              // A condition has no name of its own, and all it shows comes from the draft: its place tells it from the others.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              condition={condition}
              index={index}
              onChange={(part) => change({ match: match.map((one, place) => (place === index ? { ...one, ...part } : one)) })}
              onRemove={() => change({ match: match.filter((_, place) => place !== index) })}
            />
          ))}
        </ul>
      )}
      <Button
        variant="default"
        size="xs"
        leftSection={<IconPlus size={14} aria-hidden="true" />}
        onClick={() => change({ match: [...match, { field: 'customerTier', is: 'any_of', values: [] }] })}
      >
        {words.addCondition}
      </Button>
    </Section>
  );
}
