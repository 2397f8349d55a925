/** What a schedule that is being edited means: in words, as the two weeks it would make, and what would be wrong with it; by the very rules of the server. */
import { type History, scheduleSpec, type ScheduleSpec, type Shift, shiftsBetween, warningsOf } from '@watchdesk/domain/on-call';
import { use, useMemo } from 'react';
import type { OnCallSchedule, OnCallShift } from '../../api/client.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { ClockContext } from '../../ui/index.ts';
import { isWhole } from './form.ts';
import { messages } from './messages.ts';
import classes from './on-call.module.css';
import { layerInWords } from './said.ts';
import { ShiftList } from './Timeline.tsx';
import { windowOf } from './timeline.ts';
import type { OnCallPerson } from './use-on-call.ts';
import { Warnings } from './Warnings.tsx';

const words = messages.form;
const AHEAD = 28 * 86_400;
const COMING = 6;

interface PreviewProps {
  spec: ScheduleSpec;
  schedule: OnCallSchedule | null;
  people: readonly OnCallPerson[];
  nameOf: (person: string) => string;
}

export function Preview({ spec, schedule, people, nameOf }: PreviewProps) {
  const clock = use(ClockContext);
  const zone = useTimeZone();
  const window = useMemo(() => windowOf(clock.now(), zone, 0), [clock, zone]);
  const read = useMemo(() => (isWhole(spec) ? scheduleSpec.safeParse(spec) : null), [spec]);
  if (!read?.success) return <output className={classes['meaning']}>{read ? read.error.issues[0]!.message : words.incomplete}</output>;
  const now = Math.floor(clock.now() / 1000);
  const history: History = { versions: [{ since: null, spec: read.data }], overrides: [] };
  const iso = (at: number) => new Date(at * 1000).toISOString();
  const named = (person: string | null) => (person === null ? null : { id: person, name: nameOf(person) });
  const shown = ({ from, to, person, layer, override }: Shift): OnCallShift => ({
    from: iso(from),
    to: iso(to),
    person: named(person),
    layer,
    override,
  });
  const line = shiftsBetween(history, window.from / 1000, window.to / 1000).map(shown);
  const around = {
    holidays: new Set(schedule?.spec.calendar === spec.calendar ? schedule.holidays : []),
    hasBackup: !schedule || !schedule.warnings.some(({ kind }) => kind === 'no_backup'),
    standing: (person: string) => {
      const known = people.find(({ id }) => id === person);
      if (!known) return people.length === 0 ? ('reachable' as const) : ('gone' as const);
      return known.isReachable ? ('reachable' as const) : ('unreachable' as const);
    },
  };
  const warnings = warningsOf(read.data, history, around, now, now + AHEAD).map(({ from, to, person, ...warning }) => ({
    ...warning,
    person: named(person),
    from: from === null ? null : iso(from),
    to: to === null ? null : iso(to),
  }));
  const order = spec.layers.flatMap((layer) => layer.people);
  return (
    <section aria-label={words.means} className={classes['preview']}>
      <output className={classes['meaning']}>
        {spec.layers.map((layer, index) => (
          // oxlint-disable-next-line react/no-array-index-key
          <p key={index}>{layerInWords(layer, spec, nameOf)}.</p>
        ))}
      </output>
      <Warnings schedule={{ warnings, spec: read.data }} />
      <ShiftList line={line.filter(({ to }) => Date.parse(to) > clock.now()).slice(0, COMING)} people={order} holidays={[]} />
    </section>
  );
}
