/** Where it is out: a map of outages and incidents, now or on any day, with the tickets that came in, and the same as lists. */
import { Button } from '@mantine/core';
import { IconMapOff, IconMapPin, IconUpload } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ComponentProps, useMemo, useState } from 'react';
import { useKeys } from '../../keys/use-keys.ts';
import {
  type Extent,
  extentOf,
  MapCanvas,
  type PlayClock,
  type Shown,
  shownOf,
  useMapVersion,
  useOutageMap,
} from '../../outage-map/index.ts';
import { useTimeZone } from '../../period/viewing.ts';
import { addDays, dayOf, startOfDay } from '../../period/zone.ts';
import { useSession } from '../../session/session.ts';
import { EmptyState, ErrorState, formatDay, formatTime, RowsSkeleton, PlaceHead, useTicking } from '../../ui/index.ts';
import { daysAround, nearestTo } from './DayStrip.tsx';
import { Legend } from './Legend.tsx';
import { MapFilters } from './MapFilters.tsx';
import classes from './map.module.css';
import { words } from './messages.ts';
import { OutageTable } from './OutageTable.tsx';
import { Side } from './Side.tsx';
import { TimeBar } from './TimeBar.tsx';
import { useHeat, useMapClock, useTold } from './use-map-clock.ts';
import { useMapSearch } from './use-map-search.ts';
import { type TicketDensity, useDensity, useOutageDays } from './use-outages.ts';

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
  const days = useOutageDays(around, version, version !== '').data?.days;
  const elsewhere = useOutageDays({ timeZone }, version, days?.length === 0);
  const clock = useMapClock(bounds, search, isLive);
  const shown = useMemo(() => (data ? shownOf(data, search) : null), [data, search]);
  const scene = useMemo(() => shown && shown.scene(clock.at, search.open), [shown, clock, search.open]);
  const [several, setSeveral] = useState<readonly string[]>([]);
  const [extent, setExtent] = useState<Extent | null>(null);
  const { scopes } = useSession();
  const isAdmin = scopes.includes('admin');

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
  const instantOf = (at: number) => `${formatDay(at, nowMinute, timeZone)}, ${formatTime(at, timeZone)}`;
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
        title={shown ? <Headline clock={clock} shown={shown} isLive={isLive} /> : words.title}
        text={isLive ? words.time.isLive : <Instant clock={clock} of={instantOf} />}
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
            <WarmMap
              density={hasHeat ? density.data : undefined}
              scene={scene}
              clock={clock}
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
          clock={clock}
          shown={shown}
          extent={extent}
          timeZone={timeZone}
          siteName={siteName}
          onOpen={open}
        />
      </div>
      {data && !data.isWhole && <p className={classes['quiet']}>{words.isCut}</p>}
      {!data || !shown || !pulse ? (
        <RowsSkeleton rows={4} height={40} />
      ) : pulse.outages === 0 && data.incidents.length === 0 ? (
        <EmptyState icon={IconMapOff} title={words.none} action={importLink}>
          {isAdmin ? words.noneText : words.noneForOthers}
        </EmptyState>
      ) : (
        <OutageTable
          clock={clock}
          shown={shown}
          timeZone={timeZone}
          whenOf={(at) => (isLive ? words.live : words.on(instantOf(at)))}
          siteName={siteName}
          open={search.open}
          onOpen={open}
        />
      )}
    </>
  );
}

/** What moves with the clock moves by itself: the page around it is not made anew while a day is played back. */
function Headline({ clock, shown, isLive }: { clock: PlayClock; shown: Shown; isLive: boolean }) {
  const told = useTold(clock);
  return words.running(shown.at(told).length, shown.incidentsAt(told).length, isLive);
}

const Instant = ({ clock, of }: { clock: PlayClock; of: (at: number) => string }) => <p>{of(useTold(clock))}</p>;

type WarmMapProps = Omit<ComponentProps<typeof MapCanvas>, 'heat'> & { density: TicketDensity | undefined };

const WarmMap = ({ density, ...props }: WarmMapProps) => <MapCanvas {...props} heat={useHeat(density, props.clock)} />;

const iso = (day: string, timeZone: string): string => new Date(startOfDay(day, timeZone)).toISOString();
