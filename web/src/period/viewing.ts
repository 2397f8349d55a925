/**
 * What every place is looked at through: the period and the time zone, which stand in the URL so that a link shows
 * the same to whoever opens it. The workspace's zone counts until someone chooses another.
 */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { use } from 'react';
import { useSession } from '../session/session.ts';
import { ClockContext } from '../ui/clock.ts';
import { DEFAULT_PERIOD, readPeriod, stretchOf, type Period } from './period.ts';
import { isTimeZone } from './zone.ts';

export interface Viewing {
  period?: Period;
  tz?: string;
  wall?: true;
}

/** The part of the query string that all places share; what cannot be understood is left out. */
export function readViewing(search: Record<string, unknown>): Viewing {
  const period = readPeriod(search['period']);
  const tz = search['tz'];
  return {
    ...(period && period !== DEFAULT_PERIOD ? { period } : {}),
    ...(typeof tz === 'string' && isTimeZone(tz) ? { tz } : {}),
    ...(search['wall'] === 1 || search['wall'] === true || search['wall'] === '1' ? { wall: true as const } : {}),
  };
}

/** The period the viewer chose. */
export const usePeriod = (): Period => useSearch({ strict: false }).period ?? DEFAULT_PERIOD;

/** The IANA zone in which instants are shown. */
export function useTimeZone(): string {
  const { workspace } = useSession();
  return useSearch({ strict: false }).tz ?? workspace.timeZone;
}

/** The stretch of time on the page, in the words of the API. */
export function useStretch() {
  const [period, timeZone, clock] = [usePeriod(), useTimeZone(), use(ClockContext)];
  return stretchOf(period, clock.now(), timeZone);
}

/** Whether this screen hangs on a wall. */
export const useWall = (): boolean => useSearch({ strict: false }).wall === true;

/** Changes the shared part of the query string and nothing else; undefined takes a choice back. */
export function useSetViewing(): (change: { [Key in keyof Viewing]: Viewing[Key] | undefined }) => void {
  const navigate = useNavigate();
  return (change) => {
    const search = (previous: Record<string, unknown>): Record<string, unknown> => ({ ...previous, ...change });
    void navigate({ to: '.', search: search as never, replace: true });
  };
}
