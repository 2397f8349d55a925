/** For which tickets a policy is: conditions that must all hold. */
import { ActionIcon, Button, Select, TagsInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { MATCHABLE, VALUES_OF, type Matchable } from '@watchdesk/domain/sla';
import { answered, api } from '../../../api/index.ts';
import type { PolicySpec } from '../../../api/client.ts';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import classes from './policies.module.css';
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
function useSuggestions(field: Matchable): string[] {
  const teams = useQuery({
    queryKey: ['directory', 'teams', 'named'],
    queryFn: ({ signal }) => answered(api.GET('/api/v1/directory/teams', { params: { query: { limit: 500 } }, signal })),
    staleTime: 60_000,
    enabled: field === 'team',
  });
  if (field === 'team') return [words.noValue, ...(teams.data?.items.map(({ id }) => id) ?? [])];
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
  const suggestions = useSuggestions(field);
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
      <TagsInput
        aria-label={`${words.values}: ${messages.fields[field]}`}
        data={suggestions}
        value={shown(values)}
        acceptValueOnBlur
        error={faultAt(`match.${index}`)}
        onChange={(next) => onChange({ values: read(next) })}
      />
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={`${words.remove}: ${messages.fields[field]}`} onClick={onRemove}>
        <IconTrash size={16} stroke={1.7} />
      </ActionIcon>
    </li>
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
              // A condition has no name of its own: what it is about and its place are all that tells it from the others.
              key={`${condition.field} ${index}`}
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
