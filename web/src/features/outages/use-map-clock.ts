/** What moves the map: its clock, and the tickets of the hour that the clock shows. */
import { startTransition, use, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { createPlayClock, type PlayClock } from '../../outage-map/index.ts';
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

const TOLD_MS = 1_000;

/**
 * The instant for whoever shows lists of it. While it is played back they follow once a second, and in pieces between the frames: what they cost
 * at once would be seen as a map that stutters.
 */
export function useTold(clock: PlayClock): number {
  const [told, setTold] = useState(clock.at);
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    const tell = () => {
      const now = performance.now();
      if (clock.isPlaying() && now - last < TOLD_MS) return;
      last = now;
      startTransition(() => setTold(clock.at()));
    };
    tell();
    return clock.subscribe(tell);
  }, [clock]);
  return told;
}

/** The tickets of the hour that is shown. */
export function useHeat(density: TicketDensity | undefined, clock: PlayClock) {
  const hour = useSyncExternalStore(clock.subscribe, () => Math.floor(clock.at() / HOUR_MS) * HOUR_MS);
  return useMemo(() => {
    const at = new Date(hour).toISOString();
    return (density?.counts ?? [])
      .filter((one) => one.at === at)
      .flatMap(({ place, tickets }) => {
        const where = density?.places[place];
        return where ? [{ longitude: where.longitude, latitude: where.latitude, tickets }] : [];
      });
  }, [density, hour]);
}
