/** Taking over in two clicks: the button, and for how long. Another time or person is agreed in a dialog. */
import { Button, Menu, Modal, Select, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconHandGrab } from '@tabler/icons-react';
import { zoneOf } from '@watchdesk/domain/zone';
import { use, useState } from 'react';
import type { OnCallSchedule } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { useMayWriteRules, useSession } from '../../session/session.ts';
import { ClockContext, ErrorState, formatInstant, problemOf } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { zoneWords } from './said.ts';
import { useOnCallPeople, useOverride } from './use-on-call.ts';

const words = messages.takeOver;
const HOURS = [2, 8] as const;
const HOUR_MS = 3_600_000;

/** `2026-03-01T09:00`, as the field of a browser has it. */
const localOf = (at: number, zone: string): string => new Date(zoneOf(zone).local(Math.floor(at / 1000)) * 1000).toISOString().slice(0, 16);
const instantOf = (local: string, zone: string): number =>
  local === '' ? Number.NaN : zoneOf(zone).instant(Date.parse(`${local}Z`) / 1000)! * 1000;

export function TakeOver({ schedule }: { schedule: OnCallSchedule }) {
  const [isChoosing, setChoosing] = useState(false);
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const { person, scopes } = useSession();
  const agree = useOverride(schedule.id, () => {});
  if (!scopes.includes('tickets:write')) return null;
  const { until, person: present } = schedule.now;
  const take = (to: number) => {
    const from = clock.now();
    agree.mutate(
      { person: `person:${person.id}`, from, to, reason: '' },
      { onError: (error) => notifications.show({ color: 'red', message: problemOf(error).detail ?? problemOf(error).title }) },
    );
  };
  const isOwn = present?.id === `person:${person.id}`;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button size="xs" variant="default" loading={agree.isPending} leftSection={<IconHandGrab size={15} aria-hidden="true" />}>
            {words.button}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {HOURS.map((hours) => (
            <Menu.Item key={hours} disabled={isOwn} onClick={() => take(clock.now() + hours * HOUR_MS)}>
              {words.hours(hours)}
            </Menu.Item>
          ))}
          {until !== null && (
            <Menu.Item disabled={isOwn} onClick={() => take(Date.parse(until))}>
              {words.shift(formatInstant(until, clock.now(), zone))}
            </Menu.Item>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => setChoosing(true)}>{words.other}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {isChoosing && <AgreeDialog schedule={schedule} onClose={() => setChoosing(false)} />}
    </>
  );
}

function AgreeDialog({ schedule: { id, spec }, onClose }: { schedule: OnCallSchedule; onClose: () => void }) {
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const { person: self } = useSession();
  const mayChoose = useMayWriteRules();
  const { data: people = [] } = useOnCallPeople();
  const [form, setForm] = useState(() => {
    const from = Math.ceil(clock.now() / HOUR_MS) * HOUR_MS;
    return { person: `person:${self.id}`, from: localOf(from, zone), to: localOf(from + 8 * HOUR_MS, zone), reason: '' };
  });
  const agree = useOverride(id, onClose);
  const faults = agree.error ? problemOf(agree.error).fields : [];
  const faultOf = (name: string) => faults.find(({ field }) => field === name)?.message;
  const change = (changed: Partial<typeof form>) => setForm((before) => ({ ...before, ...changed }));
  const [from, to] = [instantOf(form.from, zone), instantOf(form.to, zone)];
  const offered = mayChoose ? people : people.filter((one) => one.id === `person:${self.id}`);
  return (
    <Modal opened onClose={onClose} title={words.title(spec.name)}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          agree.mutate({ person: form.person, from, to, reason: form.reason });
        }}
      >
        <Select
          label={words.person}
          data={offered.map(({ id: value, name }) => ({ value, label: name }))}
          value={form.person}
          searchable
          allowDeselect={false}
          limit={200}
          error={faultOf('person')}
          onChange={(person) => person && change({ person })}
        />
        <div className={classes['pair']}>
          {(['from', 'to'] as const).map((field) => (
            <TextInput
              key={field}
              type="datetime-local"
              label={words[field]}
              value={form[field]}
              error={faultOf(field)}
              onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
            />
          ))}
        </div>
        <p className={classes['hint']}>{words.zone(zoneWords(zone))}</p>
        <TextInput
          label={words.reason}
          description={words.reasonHint}
          maxLength={500}
          value={form.reason}
          onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
        />
        {agree.error && faults.length === 0 && <ErrorState error={agree.error} compact />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={agree.isPending} disabled={Number.isNaN(from) || Number.isNaN(to)}>
            {words.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
