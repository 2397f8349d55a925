/** The schedules of a workspace as the domain computes with them: their versions and overrides as a history, with what stands around. */
import { type CalendarInput } from '@watchdesk/domain/calendar';
import { hasBackup, type History, onCallAt, type PolicySpec, type ScheduleSpec, warningsOf } from '@watchdesk/domain/on-call';
import { readVersions } from '../store/rule-versions.ts';
import {
  type OverrideRecord,
  overridesOf,
  type Queryable,
  scheduleVersions,
  type StoredVersion,
  type SwapRecord,
  swapsOf,
} from './records.ts';
import type { Roster } from './roster.ts';

export interface Plan {
  readonly id: string;
  /** The present one. */
  readonly latest: StoredVersion;
  readonly history: History;
  readonly overrides: readonly OverrideRecord[];
  /** What is offered, and not begun. */
  readonly swaps: readonly SwapRecord[];
}

/** Whole seconds since 1970: what is agreed to the millisecond begins in the second it lies in. */
export const secondsOf = (at: Date | number): number => Math.floor(Number(at) / 1000);
export const isoOf = (seconds: number): string => new Date(seconds * 1000).toISOString();

/** In the order in which they were made; of those named only. What is offered as of `now`, in ms; nothing of it where that is left out. */
export async function plansOf(queryable: Queryable, workspaceId: string, ids?: readonly string[], now?: number): Promise<Plan[]> {
  const versions = await scheduleVersions(queryable, workspaceId, ids);
  const schedules = [...new Set(versions.map(({ id }) => id))];
  const overrides = schedules.length === 0 ? [] : await overridesOf(queryable, workspaceId, schedules);
  const swaps = schedules.length === 0 || now === undefined ? [] : await swapsOf(queryable, workspaceId, schedules, new Date(now));
  return schedules.map((id) => ({
    ...planOf(
      id,
      versions.filter((one) => one.id === id),
      overrides.filter(({ schedule }) => schedule === id),
    ),
    swaps: swaps.filter(({ schedule }) => schedule === id),
  }));
}

function planOf(id: string, versions: readonly StoredVersion[], overrides: readonly OverrideRecord[]): Omit<Plan, 'swaps'> {
  const history: History = {
    // The first counts since its layers begin, so that a rota that was kept elsewhere may be written down.
    versions: versions.map(({ spec, savedAt }, index) => ({ since: index === 0 ? null : secondsOf(savedAt), spec })),
    overrides: overrides
      .map((one) => ({ id: one.id, person: one.person, from: secondsOf(one.fromAt), to: secondsOf(one.toAt) }))
      .filter(({ from, to }) => to > from),
  };
  return { id, latest: versions.at(-1)!, history, overrides };
}

const AHEAD = 28 * 86_400;

/** Who has it now and until when, who is next, and what is wrong with the next four weeks. */
export function standingOf({ id, latest, history }: Plan, { now, roster, holidays, policies }: Standing) {
  const around = {
    holidays,
    hasBackup: hasBackup(policies, id),
    standing: (person: string) => {
      const member = roster.of(person);
      if (!member) return 'gone' as const;
      return member.isReachable ? ('reachable' as const) : ('unreachable' as const);
    },
  };
  return { person: onCallAt(history, now), warnings: warningsOf(latest.spec, history, around, now, now + AHEAD) };
}

interface Standing {
  /** Seconds since 1970. */
  readonly now: number;
  readonly roster: Roster;
  readonly holidays: ReadonlySet<string>;
  readonly policies: readonly PolicySpec[];
}

/** The dates on which a calendar of the workspace has a holiday, by its latest version: named as one, or without an hour on a date of its own. */
export async function holidaysOf(queryable: Queryable, workspaceId: string, { calendar }: ScheduleSpec): Promise<ReadonlySet<string>> {
  if (calendar === null) return new Set();
  const spec: CalendarInput | null | undefined = (await readVersions(queryable, workspaceId, 'calendar', calendar)).at(-1)?.spec;
  const closed = Object.entries(spec?.overrides ?? {}).flatMap(([date, rows]) => (rows.length === 0 ? [date] : []));
  return new Set([...(spec?.holidays ?? []), ...closed]);
}
