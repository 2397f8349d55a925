/** Where it is out: a map of outages and incidents, now or on any day, with the tickets that came in, and the same as lists. */
import { Button } from '@mantine/core';
import { IconMapOff, IconMapPin, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useDeferredValue, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import { type Extent, extentOf, MapCanvas, preloadMap, shownOf, useMapVersion, useOutageMap } from '../../outage-map/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { addDays, dayOf, startOfDay } from '../../period/zone.ts';
import { useSession } from '../../session/session.ts';
import { EmptyState, ErrorState, formatDay, formatTime, PlaceHead, RowsSkeleton, useTicking } from '../../ui/index.ts';
import { daysAround, nearestTo } from './DayStrip.tsx';
import { Legend } from './Legend.tsx';
import { MapFilters } from './MapFilters.tsx';
import classes from './map.module.css';
import { words } from './messages.ts';
import { OutageTable } from './OutageTable.tsx';
import { Side } from './Side.tsx';
import { TimeBar } from './TimeBar.tsx';
import { useHeat, useMapClock } from './use-map-clock.ts';
import { useMapSearch } from './use-map-search.ts';
import { useDensity, useOutageDays } from './use-outages.ts';

const MINUTE_MS = 60_000;

export function OutageMapPage() {
  const timeZone = useTimeZone();
  const today = useTicking((now) => dayOf(now, timeZone));
  const nowMinute = useTicking((now) => Math.floor(now / MINUTE_MS) * MINUTE_MS);
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
  const days = useOutageDays(around, version).data?.days;
  const elsewhere = useOutageDays({ timeZone }, version, days?.length === 0);
  const clock = useMapClock(bounds, search, isLive);
  const shown = useMemo(() => (data ? shownOf(data, search) : null), [data, search]);
  const scene = useMemo(() => shown && shown.scene(clock.at, search.open), [shown, clock, search.open]);
  const [several, setSeveral] = useState<readonly string[]>([]);
  const [extent, setExtent] = useState<Extent | null>(null);
  const at = useSyncExternalStore(clock.subscribe, clock.at);
  // The words follow when there is time; the map does not wait for them.
  const told = useDeferredValue(at);
  const heat = useHeat(hasHeat ? density.data : undefined, at);
  const { scopes } = useSession();
  const isAdmin = scopes.includes('admin');
  useEffect(preloadMap, []);

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
    { keys: 'p', label: words.time.keyPlay, run: play },
    { keys: 'l', label: words.time.keyLive, run: () => toDay(undefined) },
  ]);

  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  const running = shown?.at(told) ?? [];
  const incidents = shown?.incidentsAt(told) ?? [];
  const instant = `${formatDay(told, nowMinute, timeZone)}, ${formatTime(told, timeZone)}`;
  const siteName = (id: string) => data?.places.find((one) => one.kind === 'site' && one.id === id)?.name ?? id;
  const importLink = isAdmin && (
    <Button component={Link} to="/incidents/map/import" variant="default" leftSection={<IconUpload size={16} aria-hidden="true" />}>
      {words.importButton}
    </Button>
  );
  const where = data ? extentOf(data, shown?.outages ?? []) : [];
  return (
    <>
      <PlaceHead
        title={data ? words.running(running.length, incidents.length, isLive) : words.title}
        text={isLive ? words.time.isLive : instant}
      >
        {scopes.includes('rules:write') && (
          <Button component={Link} to="/incidents/map/places" variant="default" leftSection={<IconMapPin size={16} aria-hidden="true" />}>
            {words.placesButton}
          </Button>
        )}
        {importLink}
      </PlaceHead>
      <MapFilters outages={data?.outages ?? []} search={search} change={change} />
      <div className={classes['stage']} data-full-width>
        <div className={classes['main']}>
          <div className={classes['canvas']}>
            <MapCanvas
              scene={scene}
              clock={clock}
              heat={heat}
              extent={where}
              extentKey={data ? `${day} ${where.length > 0}` : ''}
              onPick={(ids) => {
                setSeveral(ids !== null && ids.length > 1 ? ids : []);
                change({ open: ids?.length === 1 ? ids[0] : undefined }, { replace: true });
              }}
              onRest={setExtent}
            />
          </div>
          <Legend hasHeat={hasHeat} />
          <TimeBar
            clock={clock}
            shown={shown}
            day={day}
            today={today}
            isLive={isLive}
            bounds={bounds}
            timeZone={timeZone}
            days={daysAround(day, days ?? [])}
            nearest={nearestTo(day, elsewhere.data?.days ?? [])}
            now={nowMinute}
            onDay={toDay}
            onLook={look}
            onPlay={play}
            onRest={rest}
          />
        </div>
        <Side
          data={data}
          open={search.open}
          several={several}
          running={running}
          incidents={incidents}
          extent={extent}
          now={told}
          timeZone={timeZone}
          siteName={siteName}
          onOpen={open}
        />
      </div>
      {data && !data.isWhole && <p className={classes['quiet']}>{words.isCut}</p>}
      {!data || !pulse ? (
        <RowsSkeleton rows={4} height={40} />
      ) : pulse.outages === 0 && data.incidents.length === 0 ? (
        <EmptyState icon={IconMapOff} title={words.none} action={importLink}>
          {isAdmin ? words.noneText : words.noneForOthers}
        </EmptyState>
      ) : (
        <OutageTable
          outages={running}
          incidents={incidents}
          at={told}
          timeZone={timeZone}
          when={isLive ? words.live : words.on(instant)}
          siteName={siteName}
          open={search.open}
          onOpen={open}
        />
      )}
    </>
  );
}

const iso = (day: string, timeZone: string): string => new Date(startOfDay(day, timeZone)).toISOString();
