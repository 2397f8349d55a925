/** What is done about it: the responses that are compared, side by side. */
import { ActionIcon, Button, NativeSelect, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { DO_NOTHING, MOST_RESPONSES, type Response } from '@watchdesk/domain/outage-simulation';
import { AmountInput } from '../../ui/index.ts';
import { words } from './messages.ts';
import classes from './simulation.module.css';

const labels = words.response;

function noticesFor(minutes: number | null) {
  const known = Object.entries(labels.notices).map(([value, label]) => ({ value, label }));
  const own = minutes === null ? 'never' : String(minutes);
  return known.some(({ value }) => value === own) ? known : [...known, { value: own, label: labels.after(minutes!) }];
}

interface OneProps {
  response: Response;
  onChange: (change: Partial<Response>) => void;
  onRemove: (() => void) | null;
}

function One({ response, onChange, onRemove }: OneProps) {
  const { name, noticeMinutes, deflection, extraAgents, extraFromMinutes, extraHours } = response;
  return (
    <fieldset className={classes['response']} aria-label={labels.own(name)}>
      <div className={classes['head']}>
        <TextInput label={labels.name} value={name} maxLength={60} onChange={({ currentTarget: { value } }) => onChange({ name: value })} />
        {onRemove && (
          <ActionIcon variant="subtle" color="gray" size={34} aria-label={labels.remove(name)} onClick={onRemove}>
            <IconX size={16} />
          </ActionIcon>
        )}
      </div>
      <NativeSelect
        label={labels.notice}
        data={noticesFor(noticeMinutes)}
        value={noticeMinutes === null ? 'never' : String(noticeMinutes)}
        onChange={({ currentTarget: { value } }) => onChange({ noticeMinutes: value === 'never' ? null : Number(value) })}
      />
      <div className={classes['pair']}>
        <AmountInput label={labels.deflection} value={deflection} onChange={(value) => onChange({ deflection: value })} />
        <AmountInput label={labels.agents} value={extraAgents} onChange={(value) => onChange({ extraAgents: value })} />
      </div>
      {extraAgents > 0 && (
        <div className={classes['pair']}>
          <AmountInput label={labels.from} value={extraFromMinutes} onChange={(value) => onChange({ extraFromMinutes: value })} />
          <AmountInput label={labels.hours} value={extraHours} onChange={(value) => onChange({ extraHours: value })} />
        </div>
      )}
    </fieldset>
  );
}

interface ResponseFieldsProps {
  responses: readonly Response[];
  onChange: (responses: Response[]) => void;
}

export function ResponseFields({ responses, onChange }: ResponseFieldsProps) {
  return (
    <>
      <div className={classes['responses']}>
        {responses.map((response, place) => (
          <One
            // They have nothing of their own but their place; names are being typed.
            // oxlint-disable-next-line react/no-array-index-key
            key={place}
            response={response}
            onChange={(change) => onChange(responses.with(place, { ...response, ...change }))}
            onRemove={responses.length > 1 ? () => onChange(responses.toSpliced(place, 1)) : null}
          />
        ))}
      </div>
      {responses.length < MOST_RESPONSES && (
        <Button
          variant="default"
          size="xs"
          mt="sm"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onChange([...responses, { ...DO_NOTHING, name: labels.another(responses.length + 1) }])}
        >
          {labels.add}
        </Button>
      )}
    </>
  );
}
