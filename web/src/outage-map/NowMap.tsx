/** What is out at this instant, by place: a picture of the map that leads to it, and its places in words, the worst first. */
import { Link } from '@tanstack/react-router';
import { use, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { SeverityBadge } from '../incidents/index.ts';
import { useTimeZone } from '../period/viewing.ts';
import { addDays, dayOf, startOfDay } from '../period/zone.ts';
import { Age, BlockSkeleton, ClockContext, Panel, useTicking } from '../ui/index.ts';
import { byPlace, isPlaced } from './by-place.ts';
import { extentOf } from './extent.ts';
import { MapCanvas } from './MapCanvas.tsx';
import { words } from './messages.ts';
import classes from './outage-map.module.css';
import { createPlayClock } from './play-clock.ts';
import { preloadMap } from './preload.ts';
import { type Shown, shownOf } from './scene.ts';
import { Shape } from './Shape.tsx';
import { useMapVersion } from './use-map-version.ts';
import { useOutageMap } from './use-outage-map.ts';

const text = words.now;
const MOST = 5;
const MINUTE_MS = 60_000;
const HEIGHT = 264;
const NOTHING = {};

export function NowMap() {
  const timeZone = useTimeZone();
  const today = useTicking((now) => dayOf(now, timeZone));
  const minute = useTicking((now) => Math.floor(now / MINUTE_MS) * MINUTE_MS);
  const server = use(ClockContext);
  const [clock] = useState(() => createPlayClock(server.now()));
  const { version } = useMapVersion();
  const from = startOfDay(today, timeZone);
  const to = startOfDay(addDays(today, 1), timeZone);
  const { data, error } = useOutageMap({ from: new Date(from).toISOString(), to: new Date(to).toISOString() }, version);
  const shown = useMemo(() => (data ? shownOf(data, NOTHING) : null), [data]);
  const scene = useMemo(() => shown && shown.scene(clock.at, undefined), [shown, clock]);
  // Between two minutes somebody may have told of something that has just begun.
  const toNow = useEffectEvent((_minute: number, _shown: Shown | null) => clock.seek(server.now()));
  useEffect(() => toNow(minute, shown), [minute, shown]);
  useEffect(preloadMap, []);

  // The list below says what is wrong; without the map nothing is lost but where.
  if (error && !data) return null;
  if (!data || !shown) return <BlockSkeleton height={HEIGHT} />;
  const now = Math.max(minute, clock.at());
  const outages = shown.at(now);
  const incidents = shown.incidentsAt(now);
  const siteName = (id: string) => data.places.find((one) => one.kind === 'site' && one.id === id)?.name ?? id;
  const places = byPlace(outages, incidents, siteName);
  const lost = incidents.filter((one) => !isPlaced(one, outages)).length;
  if (places.length === 0)
    return (
      <p className={classes['calm']}>
        {text.nowhere(lost)}{' '}
        <Link to="/incidents/map" className={classes['to']}>
          {text.toMap}
        </Link>
      </p>
    );
  return (
    <Panel
      title={text.title}
      sentence={text.sentence(outages.length, places.length, lost)}
      actions={
        <Link to="/incidents/map" className={classes['to']}>
          {text.toMap}
        </Link>
      }
      flush
    >
      <div className={classes['now']}>
        <Link to="/incidents/map" className={classes['picture']} aria-label={text.toMap}>
          <MapCanvas
            scene={scene}
            clock={clock}
            extent={extentOf({ incidents, places: data.places }, outages)}
            extentKey={places.map(({ place }) => place).join()}
            label={text.picture}
          />
        </Link>
        <ul className={classes['places']} aria-label={text.title}>
          {places.slice(0, MOST).map(({ place, severity, isPlanned, what, open, since, isIncident, count }) => (
            <li key={place}>
              <Link to="/incidents/map" search={{ open }}>
                {isIncident ? <SeverityBadge severity={severity} /> : <Shape severity={severity} isPlanned={isPlanned} />}
                <span>
                  <b>
                    <bdi>{place}</bdi>
                  </b>
                  <bdi>{what}</bdi>
                  <small>
                    {isPlanned ? text.planned(severity) : severity}, <Age since={since} />
                    {count > 1 && text.others(count - 1)}
                  </small>
                </span>
              </Link>
            </li>
          ))}
          {places.length > MOST && <li className={classes['rest']}>{text.more(places.length - MOST)}</li>}
        </ul>
      </div>
    </Panel>
  );
}
