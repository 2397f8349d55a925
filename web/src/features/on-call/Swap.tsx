/** A shift for a shift: one of one's own is offered to whoever has the other, or set at once by who may agree it for others. */
import { Button, Modal, Select, TextInput } from '@mantine/core';
import { IconArrowsExchange } from '@tabler/icons-react';
import { use, useMemo, useState } from 'react';
import type { OnCallSchedule, OnCallShift } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { useMayWriteRules, useSession } from '../../session/session.ts';
import { ClockContext, ErrorState, problemOf, TextSkeleton } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { spanInWords, zoneWords } from './said.ts';
import { useOnCallPeople, useShifts, useSwap } from './use-on-call.ts';

const words = messages.swap;
const DAY_MS = 86_400_000;
const AHEAD_MS = 56 * DAY_MS;
const MINUTE_MS = 60_000;

export function Swap({ schedule }: { schedule: OnCallSchedule }) {
  const [isOpen, setOpen] = useState(false);
  const { scopes } = useSession();
  if (!scopes.includes('tickets:write')) return null;
  return (
    <>
      <Button size="xs" variant="default" leftSection={<IconArrowsExchange size={15} aria-hidden="true" />} onClick={() => setOpen(true)}>
        {words.button}
      </Button>
      {isOpen && <SwapDialog schedule={schedule} onClose={() => setOpen(false)} />}
    </>
  );
}

type Held = OnCallShift & { readonly person: NonNullable<OnCallShift['person']> };

function SwapDialog({ schedule: { id, spec }, onClose }: { schedule: OnCallSchedule; onClose: () => void }) {
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const isSetting = useMayWriteRules();
  const { person: self } = useSession();
  const { data: people = [] } = useOnCallPeople();
  const window = useMemo(() => {
    const from = Math.floor(clock.now() / MINUTE_MS) * MINUTE_MS;
    return { from, to: from + AHEAD_MS };
  }, [clock]);
  const { data, error: unread } = useShifts(id, window.from, window.to);
  const [form, setForm] = useState({ first: '', second: '', reason: '' });
  const swap = useSwap(id, isSetting, onClose);
  // Schedules may name them as the agent that they are.
  const me = `person:${self.id}`;
  const own = [me, people.find(({ id: one }) => one === me)?.agent];
  // The one that is on is given away by taking over what is left of it.
  const coming = (data?.line ?? []).filter((one): one is Held => one.person !== null && Date.parse(one.from) > window.from);
  const given = isSetting ? coming : coming.filter((one) => own.includes(one.person.id));
  const chosen = coming.find(({ from }) => from === form.first);
  const taken = coming.filter((one) => one.person.id !== chosen?.person.id && (isSetting || !own.includes(one.person.id)));
  const option = (one: Held) => ({ value: one.from, label: `${one.person.name}, ${spanInWords(one.from, one.to, clock.now(), zone)}` });
  const faults = swap.error ? problemOf(swap.error).fields : [];
  const faultOf = (name: string) => faults.find(({ field }) => field === name)?.message;
  const change = (changed: Partial<typeof form>) => setForm((before) => ({ ...before, ...changed }));
  return (
    <Modal opened onClose={onClose} title={words.title(spec.name)}>
      <form
        className={classes['form']}
        onSubmit={(event) => {
          event.preventDefault();
          swap.mutate(form);
        }}
      >
        <p className={classes['text']}>{isSetting ? words.setting : words.offering}</p>
        {unread && !data && <ErrorState error={unread} compact />}
        {!data && !unread && <TextSkeleton />}
        {data && given.length === 0 && <p className={classes['hint']}>{words.noneOfYours}</p>}
        {data && given.length > 0 && (
          <>
            <Select
              label={isSetting ? words.first : words.gives}
              data={given.map(option)}
              value={form.first || null}
              searchable={isSetting}
              error={faultOf('first')}
              onChange={(first) => change({ first: first ?? '', second: '' })}
            />
            <Select
              label={isSetting ? words.second : words.takes}
              data={taken.map(option)}
              value={form.second || null}
              disabled={form.first === ''}
              searchable
              error={faultOf('second')}
              onChange={(second) => change({ second: second ?? '' })}
            />
            <TextInput
              label={words.reason}
              description={words.reasonHint}
              maxLength={500}
              value={form.reason}
              error={faultOf('reason')}
              onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
            />
            <p className={classes['hint']}>{words.zone(zoneWords(zone))}</p>
          </>
        )}
        {swap.error && faults.length === 0 && <ErrorState error={swap.error} compact />}
        <div className={classes['buttons']}>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          <Button type="submit" loading={swap.isPending} disabled={form.first === '' || form.second === ''}>
            {isSetting ? words.set : words.offer}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
