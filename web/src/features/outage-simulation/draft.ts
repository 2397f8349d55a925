/** The question that is being put together: the first one, those of the presets, and the one of the address. */
import { DO_NOTHING, PRESETS, type Scenario, type SimulationSpec, simulationSpec } from '@watchdesk/domain/outage-simulation';
import { addDays, dayOf, startOfDay } from '../../period/zone.ts';

const RUNS = 200;
const MORNING_MS = 10 * 3_600_000;

/** Of a kind of event: tomorrow at ten, compared with nothing being done, with a notice an hour later, and with its usual response. */
export function presetSpec(kind: Scenario['kind'], now: number, timeZone: string): SimulationSpec {
  const { name: _, response, days, ...scenario } = PRESETS[kind];
  const startAt = startOfDay(addDays(dayOf(now, timeZone), 1), timeZone) + (kind === 'holiday' ? 0 : MORNING_MS);
  const late = { ...DO_NOTHING, name: 'Notice after an hour', noticeMinutes: 60 };
  return {
    scenario: { kind, ...scenario, service: null, regions: [], startAt: new Date(startAt).toISOString() },
    responses: kind === 'outage' ? [DO_NOTHING, late, response] : [DO_NOTHING, response],
    assumptions: {},
    runs: RUNS,
    days,
    seed: 1,
  };
}

/** Null where the address says nothing that can be understood. */
export function specOf(sim: Readonly<Record<string, unknown>> | undefined): SimulationSpec | null {
  const read = simulationSpec.safeParse(sim);
  return read.success ? read.data : null;
}

/** `2026-11-30T10:00`, as a field of the browser has it. */
export function wallOf(iso: string, timeZone: string): string {
  const at = Date.parse(iso);
  const day = dayOf(at, timeZone);
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
  return `${day}T${parts}`;
}

/** Null where it is no instant. An hour that comes twice is the first of the two. */
export function instantOf(wall: string, timeZone: string): string | null {
  const [day = '', time = ''] = wall.split('T');
  const [hours, minutes] = time.split(':').map(Number);
  if (!/^\d{4}-\d\d-\d\d$/.test(day) || !Number.isInteger(hours) || !Number.isInteger(minutes)) return null;
  const guess = startOfDay(day, timeZone) + (hours! * 60 + minutes!) * 60_000;
  // On the day on which the clocks change the hours since midnight are not those on the wall.
  const off = Date.parse(`${wall}Z`) - Date.parse(`${wallOf(new Date(guess).toISOString(), timeZone)}Z`);
  return new Date(guess + off).toISOString();
}

/** The days that show it to its end, and the next morning. */
export function daysFor({ startAt, durationMinutes }: Scenario, timeZone: string): number {
  const first = dayOf(Date.parse(startAt), timeZone);
  const last = dayOf(Date.parse(startAt) + durationMinutes * 60_000 - 1, timeZone);
  const apart = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
  return Math.min(7, apart + 2);
}
