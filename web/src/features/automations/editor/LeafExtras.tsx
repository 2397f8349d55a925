/** What else some conditions have to be told: which field, how far back, whose hours, which part of the day. */
import { MultiSelect, TextInput } from '@mantine/core';
import type { AutomationCondition } from '../../../api/client.ts';
import { ZoneField } from '../../../period/ZoneField.tsx';
import { AmountInput, TimeInput } from '../../../ui/index.ts';
import classes from './builder.module.css';
import { CalendarSelect } from './CalendarSelect.tsx';
import { useForm } from './form.ts';
import { messages } from './messages.ts';
import { without } from './tree.ts';

const words = messages.if;
const DAYS = words.days.map((label, index) => ({ value: String(index + 1), label }));

interface LeafExtrasProps {
  leaf: AutomationCondition;
  path: string;
  onChange: (leaf: AutomationCondition) => void;
}

export function LeafExtras(props: LeafExtrasProps) {
  const { leaf, path, onChange } = props;
  const { faultAt } = useForm();
  switch (leaf.field) {
    case 'customField':
      return (
        <div className={classes['extras']}>
          <TextInput
            label={words.fieldName}
            value={leaf.name ?? ''}
            error={faultAt(`${path}.name`)}
            onChange={({ currentTarget: { value } }) => onChange({ ...leaf, name: value })}
          />
        </div>
      );
    case 'similarTicket':
      return (
        <div className={classes['extras']}>
          <AmountInput
            label={words.withinDays}
            value={leaf.withinDays ?? 14}
            error={faultAt(`${path}.withinDays`)}
            onChange={(withinDays) => onChange({ ...leaf, withinDays })}
          />
        </div>
      );
    case 'openHours':
      return (
        <div className={classes['extras']}>
          <CalendarSelect
            label={words.calendar}
            value={leaf.calendar ?? null}
            error={faultAt(`${path}.calendar`)}
            onChange={(calendar) => onChange({ ...leaf, calendar: calendar ?? '' })}
          />
        </div>
      );
    case 'timeOfDay':
      return <TimeOfDay {...props} />;
    default:
      return null;
  }
}

function TimeOfDay({ leaf, path, onChange }: LeafExtrasProps) {
  const { faultAt } = useForm();
  const time = (key: 'from' | 'until') => (
    <TimeInput
      label={words[key]}
      value={leaf[key] ?? ''}
      error={faultAt(`${path}.${key}`)}
      onTime={(value) => onChange({ ...leaf, [key]: value })}
    />
  );
  const weekdays = leaf.weekdays ?? [];
  return (
    <div className={classes['extras']}>
      {time('from')}
      {time('until')}
      <MultiSelect
        label={words.weekdays}
        data={DAYS}
        value={weekdays.map(String)}
        placeholder={weekdays.length === 0 ? words.everyDay : ''}
        hidePickedOptions
        error={faultAt(`${path}.weekdays`)}
        onChange={(next) =>
          onChange(next.length === 0 ? without(leaf, 'weekdays') : { ...leaf, weekdays: next.map(Number).toSorted((a, b) => a - b) })
        }
      />
      <ZoneField<string | null>
        label={words.zone}
        none={words.workspaceZone}
        value={leaf.timeZone ?? null}
        error={faultAt(`${path}.timeZone`)}
        onChange={(timeZone) => onChange(timeZone === null ? without(leaf, 'timeZone') : { ...leaf, timeZone })}
      />
    </div>
  );
}
