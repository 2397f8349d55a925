/** One condition: about which field, how it is compared, and with what. */
import { ActionIcon, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { FIELD_NAMES, type FieldName, FIELDS } from '@watchdesk/domain/automation';
import type { AutomationCondition } from '../../../api/client.ts';
import { Fault } from '../../../drafts/index.ts';
import classes from './builder.module.css';
import { useForm } from './form.ts';
import { LeafExtras } from './LeafExtras.tsx';
import { LeafValue } from './LeafValue.tsx';
import { messages } from './messages.ts';
import { compared, leafOf, operatorOf, operatorsFor } from './tree.ts';

const words = messages.if;

const GROUP_OF: Readonly<Partial<Record<FieldName, keyof typeof words.groups>>> = {
  requester: 'customer',
  organisation: 'customer',
  customerTier: 'customer',
  plan: 'customer',
  vip: 'customer',
  mrr: 'customer',
  sentiment: 'customer',
  similarTicket: 'customer',
  subject: 'text',
  message: 'text',
  text: 'text',
  openHours: 'time',
  timeOfDay: 'time',
  ageHours: 'time',
  waitHours: 'time',
};
const groupOf = (field: FieldName): keyof typeof words.groups => (field.startsWith('event.') ? 'event' : (GROUP_OF[field] ?? 'ticket'));
const byGroup = Map.groupBy(FIELD_NAMES, groupOf);

/** Where no event made it look there is nothing to ask of one. */
const fieldsOffered = (isOfEvent: boolean) =>
  (['ticket', 'customer', 'text', 'time', ...(isOfEvent ? (['event'] as const) : [])] as const).map((group) => ({
    group: words.groups[group],
    items: (byGroup.get(group) ?? []).map((value) => ({ value, label: words.fields[value] })),
  }));
const OF_EVENT = fieldsOffered(true);
const OF_OTHERS = fieldsOffered(false);

interface LeafProps {
  leaf: AutomationCondition;
  path: string;
  /** Null takes it away. */
  onChange: (leaf: AutomationCondition | null) => void;
}

export function Leaf({ leaf, path, onChange }: LeafProps) {
  const { draft, faults, faultAt } = useForm();
  const field = leaf.field!;
  const operators = operatorsFor(field);
  const name = words.fields[field];
  const isAsked = draft.trigger.kind === 'event' || field.startsWith('event.');
  // Of the whole condition, and none of its fields.
  const whole = faults.find((fault) => fault.field === `automation.${path}`);
  const hint =
    FIELDS[field].compared === 'words' ? words.hints.words : field === 'vip' || field === 'sentiment' ? words.hints[field] : null;
  return (
    <div className={classes['leaf']} role="group" aria-label={name}>
      <Select
        className={classes['of'] ?? ''}
        aria-label={words.field}
        data={isAsked ? OF_EVENT : OF_OTHERS}
        value={field}
        searchable
        allowDeselect={false}
        error={faultAt(`${path}.field`)}
        onChange={(next) => next && next !== field && onChange(leafOf(next))}
      />
      <Select
        className={classes['how'] ?? ''}
        aria-label={words.operator}
        data={operators.map((value) => ({ value, label: words.operators[value] }))}
        value={operatorOf(leaf)}
        allowDeselect={false}
        readOnly={operators.length === 1}
        onChange={(next) => next && onChange(compared(leaf, next))}
      />
      <div className={classes['value']}>
        <LeafValue leaf={leaf} path={path} onChange={onChange} />
      </div>
      <ActionIcon
        className={classes['away'] ?? ''}
        variant="subtle"
        color="gray"
        size={36}
        aria-label={words.remove(name)}
        onClick={() => onChange(null)}
      >
        <IconTrash size={16} stroke={1.7} />
      </ActionIcon>
      <LeafExtras leaf={leaf} path={path} onChange={onChange} />
      {hint && <p className={classes['hint']}>{hint}</p>}
      <Fault>{whole?.message}</Fault>
    </div>
  );
}
