/** For which tickets, and which happenings: conditions that must all hold. */
import { ActionIcon, Button, NativeSelect } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type Condition, CONDITION_FIELDS, type ConditionField, type Subject, TICKET_FIELDS } from '@watchdesk/domain/alerting';
import { ACTOR_KINDS, ESCALATION_KINDS, INCIDENT_STATUSES, PRESENCES, SEVERITIES, SUPPORT_TIERS, SURVEYS } from '@watchdesk/domain/event';
import { isAlwaysThere, suggestionsFor, ValuesInput } from '../../../conditions/index.ts';
import { AmountInput } from '../../../ui/index.ts';
import { isAboutTickets, useForm, whereOf } from './form.ts';
import { words } from './messages.ts';
import { Part } from './Part.tsx';
import classes from './rules.module.css';

const said = words.where;
type Compare = keyof typeof said.compares;

/** What is usual for a field of an event. */
const OF_EVENTS: Readonly<Partial<Record<ConditionField, readonly string[]>>> = {
  'event.kind': ESCALATION_KINDS,
  'event.toTier': SUPPORT_TIERS,
  'event.survey': SURVEYS,
  'event.visibility': ['public', 'internal'],
  'event.state': PRESENCES,
  'event.actor': ACTOR_KINDS,
  'event.severity': SEVERITIES,
  'event.stage': ['proposed', 'dismissed', ...INCIDENT_STATUSES],
  'event.severityChange': ['raised', 'lowered'],
};

const compareOf = ({ is, isNot, atLeast }: Condition): Compare =>
  is ? 'is' : isNot ? 'isNot' : atLeast === undefined ? 'atMost' : 'atLeast';

/** The same field compared in another way keeps what it was compared with, where that can be. */
function compared({ field, is, isNot, atLeast, atMost }: Condition, how: Compare): Condition {
  const values = is ?? isNot ?? [];
  const amount = atLeast ?? atMost ?? 0;
  return { field, [how]: how === 'is' || how === 'isNot' ? values : amount };
}

/** Only scores are numbers, and each begins with a low one. */
const LOW: Partial<Record<ConditionField, number>> = { 'event.score': 2, 'event.scorePercent': 40 };
const waysOf = (field: ConditionField): Compare[] => (field in LOW ? ['is', 'isNot', 'atLeast', 'atMost'] : ['is', 'isNot']);

interface RowProps {
  condition: Condition;
  index: number;
  fields: readonly ConditionField[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

function Row({ condition, index, fields, onChange, onRemove }: RowProps) {
  const { faultAt, teams } = useForm();
  const { field, is, isNot, atLeast, atMost } = condition;
  const how = compareOf(condition);
  const name = said.fields[field];
  const error = faultAt(`subject.where.${index}`);
  return (
    <li className={classes['condition']}>
      <NativeSelect
        aria-label={said.field}
        data={fields.map((value) => ({ value, label: said.fields[value] }))}
        value={field}
        onChange={({ currentTarget: { value } }) => {
          const chosen = value as ConditionField;
          const low = LOW[chosen];
          onChange(low === undefined ? { field: chosen, is: [] } : { field: chosen, atMost: low });
        }}
      />
      <NativeSelect
        aria-label={said.compare}
        data={waysOf(field).map((value) => ({ value, label: said.compares[value] }))}
        value={how}
        onChange={({ currentTarget: { value } }) => onChange(compared(condition, value as Compare))}
      />
      {how === 'is' || how === 'isNot' ? (
        <ValuesInput
          field={field}
          values={(is ?? isNot ?? []).map((value) => (value === '' ? null : value))}
          label={said.values(name)}
          error={error}
          suggestions={OF_EVENTS[field] ?? suggestionsFor(field)}
          mayBeNone={!isAlwaysThere(field) && !field.startsWith('event.')}
          only={field === 'team' && teams !== null ? (id) => teams.includes(id) : undefined}
          onChange={(values) => onChange({ field, [how]: values.map((value) => value ?? '') })}
        />
      ) : (
        <AmountInput
          aria-label={said.amount(name)}
          value={atLeast ?? atMost ?? 0}
          error={error}
          onChange={(amount) => onChange({ field, [how]: amount })}
        />
      )}
      <ActionIcon variant="subtle" color="gray" size={36} aria-label={said.remove(name)} onClick={onRemove}>
        <IconX size={16} stroke={1.7} />
      </ActionIcon>
    </li>
  );
}

export function WherePart() {
  const { draft, change, faultAt, teams } = useForm();
  const { subject } = draft;
  if (!isAboutTickets(subject)) return null;
  const where = whereOf(subject);
  const fields: readonly ConditionField[] = subject.kind === 'event' ? CONDITION_FIELDS : TICKET_FIELDS;
  const set = (next: readonly Condition[]) => change({ subject: { ...subject, where: next } as Subject });
  // Faults of one condition stand at it; of all of them together, here.
  const whole = where.some((_, index) => faultAt(`subject.where.${index}`)) ? undefined : faultAt('subject.where');
  return (
    <Part word={words.parts.where} fault={whole}>
      {where.length > 0 && (
        <ul className={classes['conditions']}>
          {where.map((condition, index) => (
            <Row
              // A condition has no name of its own, and all it shows comes from the draft: its place tells it from the others.
              // oxlint-disable-next-line react/no-array-index-key
              key={index}
              condition={condition}
              index={index}
              fields={fields}
              onChange={(next) => set(where.with(index, next))}
              onRemove={() => set(where.toSpliced(index, 1))}
            />
          ))}
        </ul>
      )}
      <div className={classes['line']}>
        {where.length === 0 && <span className={classes['words']}>{said.every}</span>}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => set([...where, { field: 'customerTier', is: [] }])}
        >
          {said.add}
        </Button>
        {teams !== null && <span className={classes['hint']}>{said.everyLead}</span>}
      </div>
    </Part>
  );
}
