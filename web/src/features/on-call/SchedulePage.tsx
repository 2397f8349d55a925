/** One schedule: who has it now and next, two weeks of it layer by layer, what was agreed, and the rotation in words. */
import { ActionIcon, Button, Switch } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconEdit, IconTrash } from '@tabler/icons-react';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { use, useMemo, useState } from 'react';
import type { OnCallSchedule } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { useMayWriteRules } from '../../session/session.ts';
import { BlockSkeleton, ClockContext, ErrorState, formatDay, Instant, Panel, SectionTitle } from '../../ui/index.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { Offers } from './Offers.tsx';
import { Overrides } from './Overrides.tsx';
import { RemoveDialog } from './RemoveDialog.tsx';
import { layerInWords, zoneWords } from './said.ts';
import { NowAndNext } from './ScheduleCard.tsx';
import { ScheduleEditor } from './ScheduleEditor.tsx';
import { Swap } from './Swap.tsx';
import { TakeOver } from './TakeOver.tsx';
import { ShiftList, Timeline } from './Timeline.tsx';
import { holidaySpans, windowOf } from './timeline.ts';
import { useRemoveSchedule, useSchedules, useShifts } from './use-on-call.ts';
import { Warnings } from './Warnings.tsx';

const route = getRouteApi('/inside/on-call/schedules/$scheduleId');
const words = messages.timeline;
const HALF_DAY_MS = 43_200_000;

export function SchedulePage() {
  const { scheduleId } = route.useParams();
  const { data, error, refetch } = useSchedules();
  const schedule = data?.find(({ id }) => id === scheduleId);
  // Of each its own: the shifts of another are never shown under its name.
  if (schedule) return <Shown key={scheduleId} schedule={schedule} />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  return data ? <ErrorState error={new Error(messages.gone)} /> : <BlockSkeleton height={420} />;
}

function Shown({ schedule }: { schedule: OnCallSchedule }) {
  const [open, setOpen] = useState<'editor' | 'remove' | null>(null);
  const navigate = useNavigate();
  const mayWrite = useMayWriteRules();
  const remove = useRemoveSchedule(schedule.id, () => void navigate({ to: '/on-call' }));
  const { spec } = schedule;
  const nameOf = (person: string) => schedule.people.find(({ id }) => id === person)?.name ?? person;
  return (
    <>
      <SectionTitle
        order={1}
        title={spec.name}
        sentence={zoneWords(spec.zone)}
        actions={
          <>
            <Swap schedule={schedule} />
            <TakeOver schedule={schedule} />
          </>
        }
      />
      <div className={classes['stack']}>
        <NowAndNext schedule={schedule} />
        <Warnings schedule={schedule} />
      </div>
      <Offers offers={schedule.swaps} />
      <Weeks schedule={schedule} />
      <Panel
        title={messages.rotation.title}
        className={classes['panel'] ?? ''}
        actions={
          mayWrite && (
            <>
              <Button size="xs" variant="default" leftSection={<IconEdit size={14} aria-hidden="true" />} onClick={() => setOpen('editor')}>
                {messages.rotation.edit}
              </Button>
              <Button
                size="xs"
                variant="default"
                leftSection={<IconTrash size={14} aria-hidden="true" />}
                onClick={() => setOpen('remove')}
              >
                {messages.rotation.remove}
              </Button>
            </>
          )
        }
      >
        <dl className={classes['layers']}>
          {spec.layers.map((layer, index) => (
            // Two layers may be called the same; their place tells them apart.
            // oxlint-disable-next-line react/no-array-index-key
            <div key={index}>
              <dt>{layer.name}</dt>
              <dd>{layerInWords(layer, spec, nameOf)}</dd>
            </div>
          ))}
        </dl>
        <p className={classes['hint']}>
          {messages.rotation.saved(schedule.savedBy)} <Instant at={schedule.savedAt} />
        </p>
      </Panel>
      {open === 'editor' && <ScheduleEditor schedule={schedule} onClose={() => setOpen(null)} onSaved={() => setOpen(null)} />}
      {open === 'remove' && <RemoveDialog name={spec.name} text={messages.removing.text} remove={remove} onClose={() => setOpen(null)} />}
    </>
  );
}

/** Two weeks of it, and what was agreed in them; with the arrows those before and after. */
function Weeks({ schedule }: { schedule: OnCallSchedule }) {
  const [fortnight, setFortnight] = useState(0);
  const [isList, setList] = useState(false);
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const window = useMemo(() => windowOf(clock.now(), zone, fortnight), [clock, zone, fortnight]);
  const { data, error, refetch } = useShifts(schedule.id, window.from, window.to);
  const people = schedule.spec.layers.flatMap((layer) => layer.people);
  const step = (by: number, label: string, Shape: typeof IconChevronLeft) => (
    <ActionIcon variant="default" size={30} aria-label={label} onClick={() => setFortnight((now) => now + by)}>
      <Shape size={16} aria-hidden="true" />
    </ActionIcon>
  );
  const days = `${formatDay(window.from, clock.now(), zone)} – ${formatDay(window.to - HALF_DAY_MS, clock.now(), zone)}`;
  return (
    <>
      <Panel
        title={fortnight === 0 ? words.title : days}
        sentence={fortnight === 0 ? days : undefined}
        className={classes['panel'] ?? ''}
        actions={
          <>
            {fortnight !== 0 && (
              <Button size="xs" variant="default" onClick={() => setFortnight(0)}>
                {words.today}
              </Button>
            )}
            {step(-1, words.earlier, IconChevronLeft)}
            {step(1, words.later, IconChevronRight)}
          </>
        }
      >
        {!data && !error && <BlockSkeleton height={120} />}
        {error && !data && <ErrorState error={error} retry={() => void refetch()} compact />}
        {data && (
          <>
            <Timeline
              people={people}
              layers={data.layers}
              line={data.line}
              window={window}
              holidays={holidaySpans(schedule)}
              label={words.label(schedule.spec.name)}
            />
            <div className={classes['below']}>
              <span className={classes['hint']}>{words.note(zoneWords(zone))}</span>
              <Switch className={classes['onDesk'] ?? ''} size="xs" label={words.all} checked={isList} onChange={() => setList(!isList)} />
            </div>
            <div className={isList ? undefined : classes['onPhone']}>
              <ShiftList line={data.line} people={people} holidays={holidaySpans(schedule)} />
            </div>
          </>
        )}
      </Panel>
      {data && <Overrides overrides={data.overrides} />}
    </>
  );
}
