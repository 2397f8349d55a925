/** For which tickets a policy is: conditions that must all hold. */
import { ActionIcon, Button, Select } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { MATCHABLE } from '@watchdesk/domain/sla';
import type { PolicySpec } from '../../../api/client.ts';
import { isAlwaysThere, suggestionsFor, ValuesInput } from '../../../conditions/index.ts';
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

interface RowProps {
  condition: Condition;
  index: number;
  onChange: (part: Partial<Condition>) => void;
  onRemove: () => void;
}

function Row({ condition: { field, is, values }, index, onChange, onRemove }: RowProps) {
  const { faultAt } = useForm();
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
      <ValuesInput
        field={field}
        values={values}
        label={`${words.values}: ${messages.fields[field]}`}
        error={faultAt(`match.${index}`)}
        suggestions={suggestionsFor(field)}
        mayBeNone={!isAlwaysThere(field)}
        onChange={(next) => onChange({ values: next })}
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
