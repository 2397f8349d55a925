/** What a condition compares with: values by their names, words, or numbers. */
import { MultiSelect, TagsInput } from '@mantine/core';
import { type FieldName, FIELDS } from '@watchdesk/domain/automation';
import type { AutomationCondition } from '../../../api/client.ts';
import { isAlwaysThere, suggestionsFor, ValuesInput } from '../../../conditions/index.ts';
import { useSuggestions } from '../use-suggestions.ts';
import { AmountInput } from '../../../ui/index.ts';
import classes from './builder.module.css';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import { valueLabel } from './value-label.ts';

const words = messages.if;

interface LeafValueProps {
  leaf: AutomationCondition;
  path: string;
  onChange: (leaf: AutomationCondition) => void;
}

export function LeafValue({ leaf, path, onChange }: LeafValueProps) {
  const { faultAt } = useForm();
  const field = leaf.field!;
  const name = words.fields[field];
  if (FIELDS[field].compared === 'flag') return null;
  if (leaf.contains)
    return (
      <TagsInput
        aria-label={words.values(name)}
        value={[...leaf.contains]}
        acceptValueOnBlur
        error={faultAt(`${path}.contains`)}
        onChange={(contains) => onChange({ ...leaf, contains })}
      />
    );
  if (leaf.is || leaf.isNot) return <Values leaf={leaf} path={path} onChange={onChange} />;
  const number = (key: 'atLeast' | 'atMost', label: string) =>
    leaf[key] !== undefined && (
      <AmountInput
        aria-label={label}
        value={leaf[key]}
        error={faultAt(`${path}.${key}`)}
        onChange={(value) => onChange({ ...leaf, [key]: value })}
      />
    );
  return (
    <div className={classes['numbers']}>
      {number('atLeast', words.least(name))}
      {number('atMost', words.most(name))}
    </div>
  );
}

/** What the new value of an event is one of: `priority` where the priority changes, and nothing else makes it look. */
function fieldOfValue(field: FieldName, events: readonly string[]): FieldName {
  const [event, ...others] = events;
  if (field !== 'event.to' || event === undefined || others.length > 0) return field;
  const changed = event.replace('.changed', '') as FieldName;
  return event.endsWith('.changed') && changed in FIELDS ? changed : field;
}

function Values({ leaf, path, onChange }: LeafValueProps) {
  const { draft, faultAt } = useForm();
  const key = leaf.isNot ? 'isNot' : 'is';
  const values = leaf[key] ?? [];
  const field = fieldOfValue(leaf.field!, draft.trigger.kind === 'event' ? draft.trigger.events : []);
  const suggestions = useSuggestions(field);
  const label = words.values(words.fields[leaf.field!]);
  const error = faultAt(`${path}.${key}`);
  const known = FIELDS[field].values;
  if (known) {
    const none = isAlwaysThere(field) ? [] : [{ value: '', label: messages.deeds.none }];
    return (
      <MultiSelect
        aria-label={label}
        data={[...known.map((value) => ({ value, label: valueLabel(field, value) })), ...none]}
        value={[...values]}
        hidePickedOptions
        error={error}
        onChange={(next) => onChange({ ...leaf, [key]: next })}
      />
    );
  }
  return (
    <ValuesInput
      field={field}
      // The empty text is no value.
      values={values.map((value) => (value === '' ? null : value))}
      label={label}
      error={error}
      suggestions={[...new Set([...suggestionsFor(field), ...suggestions])]}
      onChange={(next) => onChange({ ...leaf, [key]: next.map((value) => value ?? '') })}
    />
  );
}
