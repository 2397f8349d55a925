/** One layer as a sentence of fields: who takes turns, how long each, handed over when, and at which hours. */
import { ActionIcon, Chip, MultiSelect, NativeSelect, Select, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import type { Layer, Unit } from '@watchdesk/domain/on-call';
import { AmountInput, TimeInput } from '../../ui/index.ts';
import { hoursOf, rowsOf, USUAL } from './form.ts';
import { messages, WEEKDAYS } from './messages.ts';
import classes from './on-call.module.css';
import type { OnCallPerson } from './use-on-call.ts';
import { ZONE_OPTIONS } from './zones.ts';

const words = messages.form;
type Weekday = keyof typeof WEEKDAYS;
const DAYS = Object.entries(WEEKDAYS) as [Weekday, string][];
const UNITS = Object.entries(words.units).map(([value, label]) => ({ value, label }));

interface LayerFieldsProps {
  layer: Layer;
  number: number;
  people: readonly OnCallPerson[];
  nameOf: (person: string) => string;
  faultAt: (field: string) => string | undefined;
  onChange: (layer: Layer) => void;
  /** Left out of the last one. */
  onRemove?: (() => void) | undefined;
}

export function LayerFields({ layer, number, people, nameOf, faultAt, onChange, onRemove }: LayerFieldsProps) {
  const change = (changed: Partial<Layer>) => onChange({ ...layer, ...changed });
  const offered = people.map(({ id, name, isReachable }) => ({ value: id, label: isReachable ? name : `${name} (${words.noAccount})` }));
  const gone = layer.people.filter((one) => !people.some(({ id }) => id === one)).map((value) => ({ value, label: nameOf(value) }));
  return (
    <fieldset className={classes['layer']}>
      <legend>{words.layer(number)}</legend>
      {onRemove && (
        <ActionIcon
          className={classes['remove'] ?? ''}
          variant="subtle"
          color="gray"
          size={30}
          aria-label={words.removeLayer(layer.name)}
          onClick={onRemove}
        >
          <IconTrash size={16} stroke={1.7} aria-hidden="true" />
        </ActionIcon>
      )}
      <TextInput
        label={words.layerName}
        maxLength={100}
        value={layer.name}
        error={faultAt('name')}
        onChange={({ currentTarget }) => change({ name: currentTarget.value })}
      />
      <MultiSelect
        label={words.people}
        placeholder={layer.people.length === 0 ? words.findPeople : ''}
        data={[...offered, ...gone]}
        value={[...layer.people]}
        searchable
        hidePickedOptions
        limit={100}
        error={faultAt('people')}
        onChange={(chosen) => change({ people: chosen })}
      />
      <div className={classes['pair']}>
        <div className={classes['turn']}>
          <AmountInput
            label={words.every}
            value={layer.turn.count}
            error={faultAt('turn')}
            onChange={(count) => change({ turn: { ...layer.turn, count } })}
          />
          <NativeSelect
            aria-label={`${words.every}, unit`}
            data={UNITS}
            value={layer.turn.unit}
            onChange={({ currentTarget }) => change({ turn: { ...layer.turn, unit: currentTarget.value as Unit } })}
          />
        </div>
        {layer.turn.unit === 'weeks' && (
          <NativeSelect
            label={words.weekday}
            data={DAYS.map(([value, label]) => ({ value, label }))}
            value={layer.handOff.weekday}
            onChange={({ currentTarget }) => change({ handOff: { ...layer.handOff, weekday: currentTarget.value as Weekday } })}
          />
        )}
        <TimeInput
          label={words.at}
          w="100%"
          value={layer.handOff.at}
          error={faultAt('handOff')}
          onTime={(at) => change({ handOff: { ...layer.handOff, at } })}
        />
        <TextInput
          type="date"
          label={words.startsOn}
          value={layer.startsOn}
          error={faultAt('startsOn')}
          onChange={({ currentTarget }) => change({ startsOn: currentTarget.value })}
        />
      </div>
      <div className={classes['pair']}>
        <Select
          label={words.layerZone}
          placeholder={words.scheduleZone}
          data={ZONE_OPTIONS}
          value={layer.zone}
          searchable
          clearable
          limit={100}
          error={faultAt('zone')}
          onChange={(zone) => change({ zone })}
        />
        <HoursFields layer={layer} error={faultAt('hours')} onChange={(hours) => change({ hours })} />
      </div>
    </fieldset>
  );
}

function HoursFields({ layer, error, onChange }: { layer: Layer; error: string | undefined; onChange: (hours: Layer['hours']) => void }) {
  const hours = hoursOf(layer.hours);
  const kinds = [
    { value: 'always', label: words.always },
    { value: 'between', label: words.between },
    ...(hours.kind === 'own' ? [{ value: 'own', label: messages.rotation.ownHours }] : []),
  ];
  return (
    <div className={classes['hours']}>
      <NativeSelect
        label={words.hours}
        data={kinds}
        value={hours.kind}
        error={error}
        onChange={({ currentTarget }) => onChange(rowsOf(currentTarget.value === 'always' ? { kind: 'always' } : USUAL, layer.hours))}
      />
      {hours.kind === 'own' && <p className={classes['hint']}>{words.own}</p>}
      {hours.kind === 'between' && (
        <>
          <div className={classes['turn']}>
            <TimeInput
              label={words.from}
              w="100%"
              value={hours.from}
              onTime={(from) => onChange(rowsOf({ ...hours, from }, layer.hours))}
            />
            <TimeInput label={words.to} w="100%" value={hours.to} onTime={(to) => onChange(rowsOf({ ...hours, to }, layer.hours))} />
          </div>
          <Chip.Group
            multiple
            value={[...hours.days]}
            onChange={(days) => days.length > 0 && onChange(rowsOf({ ...hours, days }, layer.hours))}
          >
            <div className={classes['chips']} role="group" aria-label={words.days}>
              {DAYS.map(([value, label]) => (
                <Chip key={value} value={value} size="xs" aria-label={label}>
                  {label.slice(0, 2)}
                </Chip>
              ))}
            </div>
          </Chip.Group>
        </>
      )}
    </div>
  );
}
