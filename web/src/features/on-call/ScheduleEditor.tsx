/** A schedule, made or changed: its layers, who is away, and beside them what it means and the two weeks it would make. */
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ScheduleSpec } from '@watchdesk/domain/on-call';
import { use, useState } from 'react';
import type { OnCallSchedule } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { dayOf } from '../../period/zone.ts';
import { ClockContext, ErrorState, problemOf } from '../../ui/index.ts';
import { AwayFields } from './AwayFields.tsx';
import { isWhole, newLayer } from './form.ts';
import { LayerFields } from './LayerFields.tsx';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { Preview } from './Preview.tsx';
import { ZONE_OPTIONS } from './zones.ts';
import { useCalendars, useOnCallPeople, useSaveSchedule } from './use-on-call.ts';

const words = messages.form;
const MOST_LAYERS = 10;

interface ScheduleEditorProps {
  /** Null for a new one. */
  schedule: OnCallSchedule | null;
  onClose: () => void;
  onSaved: (saved: OnCallSchedule) => void;
}

export function ScheduleEditor({ schedule, onClose, onSaved }: ScheduleEditorProps) {
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const today = dayOf(clock.now(), zone);
  const [spec, setSpec] = useState<ScheduleSpec>(
    () =>
      (schedule?.spec as ScheduleSpec | undefined) ?? {
        name: '',
        zone,
        layers: [newLayer(words.layer(1), today)],
        calendar: null,
        away: [],
      },
  );
  const { data: people = [] } = useOnCallPeople();
  const { data: calendars = [] } = useCalendars();
  const save = useSaveSchedule(schedule, onSaved);
  const faults = save.error ? problemOf(save.error).fields.map((one) => ({ ...one, field: one.field.replace(/^schedule\./, '') })) : [];
  const faultAt = (field: string) => faults.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message;
  const change = (changed: Partial<ScheduleSpec>) => setSpec((before) => ({ ...before, ...changed }));
  const nameOf = (person: string) =>
    people.find(({ id }) => id === person)?.name ?? schedule?.people.find(({ id }) => id === person)?.name ?? person;
  return (
    <Modal opened onClose={onClose} size={1080} closeOnClickOutside={false} title={schedule ? words.change(schedule.spec.name) : words.new}>
      <form
        className={classes['editor']}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate(spec);
        }}
      >
        <div className={classes['form']}>
          <div className={classes['pair']}>
            <TextInput
              label={words.name}
              required
              maxLength={100}
              value={spec.name}
              error={faultAt('name')}
              onChange={({ currentTarget }) => change({ name: currentTarget.value })}
            />
            <Select
              label={words.zone}
              data={ZONE_OPTIONS}
              value={spec.zone}
              searchable
              allowDeselect={false}
              limit={100}
              error={faultAt('zone')}
              onChange={(value) => value && change({ zone: value })}
            />
            <Select
              label={words.calendar}
              placeholder={words.noCalendar}
              data={calendars.map(({ id, name }) => ({ value: id, label: name }))}
              value={spec.calendar}
              clearable
              error={faultAt('calendar')}
              onChange={(calendar) => change({ calendar })}
            />
          </div>
          {spec.layers.map((layer, index) => (
            // A layer has no id of its own: its place tells it from the others.
            // oxlint-disable-next-line react/no-array-index-key
            <LayerFields
              key={index}
              layer={layer}
              number={index + 1}
              people={people}
              nameOf={nameOf}
              faultAt={(field) => faultAt(`layers.${index}.${field}`)}
              onChange={(changed) => change({ layers: spec.layers.with(index, changed) })}
              onRemove={spec.layers.length > 1 ? () => change({ layers: spec.layers.toSpliced(index, 1) }) : undefined}
            />
          ))}
          {spec.layers.length < MOST_LAYERS && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconPlus size={14} aria-hidden="true" />}
              onClick={() => change({ layers: [...spec.layers, newLayer(words.layer(spec.layers.length + 1), today)] })}
            >
              {words.addLayer}
            </Button>
          )}
          <AwayFields
            away={spec.away}
            people={[...new Set(spec.layers.flatMap((layer) => layer.people))]}
            nameOf={nameOf}
            today={today}
            faultAt={(field) => faultAt(`away.${field}`)}
            onChange={(away) => change({ away })}
          />
        </div>
        <div className={classes['beside']}>
          <Preview spec={spec} schedule={schedule} people={people} nameOf={nameOf} />
          {save.error && faults.length === 0 && <ErrorState error={save.error} compact />}
          <div className={classes['buttons']}>
            <Button variant="default" onClick={onClose}>
              {words.cancel}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={!isWhole(spec)}>
              {schedule ? words.save : words.create}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  );
}
