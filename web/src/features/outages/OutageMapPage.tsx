/** Where it is out: a map of outages and incidents, now or on any day, with the tickets that came in, and the same as a table. */
import { Button } from '@mantine/core';
import { IconMapOff, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { use, useDeferredValue, useEffect, useEffectEvent, useMemo, useState, useSyncExternalStore } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { addDays, dayOf, startOfDay } from '../../period/zone.ts';
import { useSession } from '../../session/session.ts';
import { BlockSkeleton, ClockContext, EmptyState, ErrorState, formatDay, formatTime, PlaceHead, useTicking } from '../../ui/index.ts';
import type { MapSearch } from './filters.ts';
import { Legend } from './Legend.tsx';
import { MapCanvas } from './MapCanvas.tsx';
import { MapFilters } from './MapFilters.tsx';
import classes from './map.module.css';
import { words } from './messages.ts';
import { OutageTable } from './OutageTable.tsx';
import { createPlayClock } from './play-clock.ts';
import { shownOf } from './scene.ts';
import { SidePanel } from './SidePanel.tsx';
import { daysAround, TimeBar } from './TimeBar.tsx';
import { useMapSearch } from './use-map-search.ts';
import { useMapVersion } from './use-map-version.ts';
import { type TicketDensity, useDensity, useOutageDays, useOutageMap } from './use-outages.ts';

const MINUTE_MS = 60_000;
const NOON_MINUTES = 720;

export function OutageMapPage() {
  const timeZone = useTimeZone();
  const today = useTicking((now) => dayOf(now, timeZone));
  const [search, change] = useMapSearch();
  const isLive = search.day === undefined;
  const day = search.day ?? today;
  const bounds = useMemo(() => ({ from: startOfDay(day, timeZone), to: startOfDay(addDays(day, 1), timeZone) }), [day, timeZone]);
  const { pulse, version } = useMapVersion();
  const stretch = { from: new Date(bounds.from).toISOString(), to: new Date(bounds.to).toISOString() };
  const { data, error, refetch } = useOutageMap(stretch, version);
  const hasHeat = search.heat !== false;
  const density = useDensity(stretch, hasHeat, isLive ? version : '');
  const around = { from: iso(addDays(day, -15), timeZone), to: iso(addDays(day, 16), timeZone), timeZone };
  const days = useOutageDays(around, version);
  const clock = useMapClock(bounds, search, isLive);
  const shown = useMemo(() => (data ? shownOf(data, search) : null), [data, search]);
  const scene = useMemo(() => shown && shown.scene(clock.at, search.open), [shown, clock, search.open]);
  const [several, setSeveral] = useState<readonly string[]>([]);
  const at = useSyncExternalStore(clock.subscribe, clock.at);
  // The words follow when there is time; the map does not wait for them.
  const told = useDeferredValue(at);
  const heat = useHeat(hasHeat ? density.data : undefined, at);
  const isAdmin = useSession().scopes.includes('admin');

  const rest = () => !isLive && change({ at: Math.round((clock.at() - bounds.from) / MINUTE_MS) }, { replace: true });
  const toDay = (next: string | undefined) => {
    clock.pause();
    change({ day: next, at: undefined });
  };
  const look = (instant: number) => change({ day: today, at: Math.max(0, Math.round((instant - bounds.from) / MINUTE_MS)) });
  const play = () => {
    if (clock.isPlaying()) {
      clock.pause();
      rest();
      return;
    }
    if (isLive) {
      look(bounds.from);
      clock.setBounds(bounds.from, bounds.to);
      clock.seek(bounds.from);
    }
    clock.play();
  };
  const open = (id: string | undefined) => {
    setSeveral([]);
    change({ open: id }, { replace: true });
  };
  useKeys(words.title, [
    {
      keys: 'p',
      label: words.time.keyPlay,
      run: play,
    },
    { keys: 'l', label: words.time.keyLive, run: () => toDay(undefined) },
  ]);

  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data || !shown || !pulse) return <BlockSkeleton height={560} />;
  const running = shown.at(told);
  const incidents = shown.incidentsAt(told);
  const byId = new Map(data.outages.map((one) => [one.id, one]));
  const opened = search.open;
  const when = isLive ? words.live : `${formatDay(at, bounds.from, timeZone)}, ${formatTime(at, timeZone)}`;
  const siteName = (id: string) => data.places.find((one) => one.kind === 'site' && one.id === id)?.name ?? id;
  const incident = data.incidents.find(({ id }) => id === opened);
  const importLink = isAdmin && (
    <Button component={Link} to="/incidents/map/import" variant="default" leftSection={<IconUpload size={16} aria-hidden="true" />}>
      {words.importButton}
    </Button>
  );
  return (
    <>
      <PlaceHead title={words.running(running.length, incidents.length)} text={isLive ? words.time.isLive : when}>
        {importLink}
      </PlaceHead>
      <MapFilters outages={data.outages} search={search} change={change} />
      <div className={classes['stage']} data-side={opened !== undefined || several.length > 1 || undefined}>
        <div className={classes['main']}>
          <MapCanvas
            scene={scene}
            clock={clock}
            heat={heat}
            extent={
              shown.outages.length > 0
                ? shown.outages.map((one) => [one.longitude ?? 0, one.latitude ?? 0])
                : data.places.map((one) => [one.longitude, one.latitude])
            }
            extentKey={`${day} ${shown.outages.length > 0}`}
            onPick={(ids) => {
              setSeveral(ids !== null && ids.length > 1 ? ids : []);
              change({ open: ids?.length === 1 ? ids[0] : undefined }, { replace: true });
            }}
          />
          <Legend hasHeat={hasHeat} />
          <TimeBar
            clock={clock}
            shown={shown}
            day={day}
            today={today}
            isLive={isLive}
            bounds={bounds}
            timeZone={timeZone}
            days={daysAround(day, days.data?.days ?? [])}
            onDay={toDay}
            onLook={look}
            onPlay={play}
            onRest={rest}
          />
        </div>
        {(opened !== undefined || several.length > 1) && (
          <SidePanel
            open={opened ?? ''}
            several={several.flatMap((id) => byId.get(id) ?? [])}
            incident={incident}
            ofIncident={incident ? data.outages.filter((one) => one.incident === incident.id) : []}
            now={at}
            timeZone={timeZone}
            siteName={siteName}
            onOpen={open}
            onClose={() => open(undefined)}
          />
        )}
      </div>
      {!data.isWhole && <p className={classes['quiet']}>{words.isCut}</p>}
      {pulse.outages === 0 && data.incidents.length === 0 ? (
        <EmptyState icon={IconMapOff} title={words.none} action={importLink}>
          {isAdmin ? words.noneText : words.noneForOthers}
        </EmptyState>
      ) : (
        <OutageTable
          outages={running}
          incidents={incidents}
          at={told}
          timeZone={timeZone}
          when={when}
          siteName={siteName}
          open={opened}
          onOpen={(id) => open(id)}
        />
      )}
    </>
  );
}

const iso = (day: string, timeZone: string): string => new Date(startOfDay(day, timeZone)).toISOString();

/** The clock of the page: it follows the server's where the map is live, and stands where the address says on any other day. */
function useMapClock(bounds: { readonly from: number; readonly to: number }, { at }: MapSearch, isLive: boolean) {
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
function useHeat(density: TicketDensity | undefined, at: number) {
  const hour = new Date(Math.floor(at / 3_600_000) * 3_600_000).toISOString();
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
