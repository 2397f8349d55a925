/** What moves the map: its clock, and the tickets of the hour that the clock shows. */
import { use, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { createPlayClock } from '../../outage-map/index.ts';
import { ClockContext } from '../../ui/index.ts';
import type { MapSearch } from './filters.ts';
import type { TicketDensity } from './use-outages.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOON_MINUTES = 720;

/** It follows the server's where the map is live, and stands where the address says on any other day. */
export function useMapClock(bounds: { readonly from: number; readonly to: number }, { at }: MapSearch, isLive: boolean) {
  const server = use(ClockContext);
  const [clock] = useState(() => createPlayClock(server.now()));
  const first = useEffectEvent(() => bounds.from + (at ?? NOON_MINUTES) * MINUTE_MS);
  useEffect(() => {
    clock.setBounds(isLive ? Number.NEGATIVE_INFINITY : bounds.from, isLive ? Number.POSITIVE_INFINITY : bounds.to);
    if (!isLive) {
      if (!clock.isPlaying()) clock.seek(first());
      return undefined;
    }
    clock.pause();
    const follow = () => clock.seek(server.now());
    follow();
    return server.subscribe(follow);
  }, [clock, server, bounds, isLive]);
  useEffect(() => () => clock.pause(), [clock]);
  return clock;
}

/** The tickets of the hour that is shown. */
export function useHeat(density: TicketDensity | undefined, at: number) {
  const hour = new Date(Math.floor(at / HOUR_MS) * HOUR_MS).toISOString();
  return useMemo(
    () =>
      (density?.counts ?? [])
        .filter((one) => one.at === hour)
        .flatMap(({ place, tickets }) => {
          const where = density?.places[place];
          return where ? [{ longitude: where.longitude, latitude: where.latitude, tickets }] : [];
        }),
    [density, hour],
  );
}
