/** Beside the map: what was clicked, else the list of what is in sight. */
import { useEffect, useRef } from 'react';
import type { Extent, OutageMap, PlayClock, Shown } from '../../outage-map/index.ts';
import { InSight } from './InSight.tsx';
import classes from './map.module.css';
import { words } from './messages.ts';
import { SidePanel } from './SidePanel.tsx';
import { useTold } from './use-map-clock.ts';

interface SideProps {
  data: OutageMap | undefined;
  open: string | undefined;
  several: readonly string[];
  clock: PlayClock;
  shown: Shown | null;
  /** Null until the map has been drawn. */
  extent: Extent | null;
  timeZone: string;
  siteName: (id: string) => string;
  onOpen: (id: string | undefined) => void;
}

const isWithin =
  ({ west, south, east, north }: Extent) =>
  ({ latitude, longitude }: { readonly latitude: number | null; readonly longitude: number | null }) =>
    latitude !== null && longitude !== null && latitude >= south && latitude <= north && longitude >= west && longitude <= east;

export function Side({ data, open, several, clock, shown, extent, timeZone, siteName, onOpen }: SideProps) {
  const panel = useRef<HTMLElement>(null);
  const now = useTold(clock);
  const running = shown?.at(now) ?? [];
  const incidents = shown?.incidentsAt(now) ?? [];
  const isPicked = open !== undefined || several.length > 1;
  const picked = isPicked ? (open ?? several.join()) : '';
  // On a narrow screen it lies below the map, where what was clicked would be out of sight.
  useEffect(() => {
    if (picked !== '') panel.current?.scrollIntoView({ block: 'nearest' });
  }, [picked]);
  if (!isPicked) {
    const seen = extent ? running.filter(isWithin(extent)) : running;
    const isSeen = extent ? isWithin(extent) : () => true;
    return (
      <section className={classes['side']} data-list aria-label={words.inSight.title}>
        <div className={classes['sideScroll']}>
          <InSight
            outages={seen}
            // One without a place is nowhere else on the map.
            incidents={incidents.filter(({ places }) => places.length === 0 || places.some(isSeen))}
            all={running.length}
            at={now}
            timeZone={timeZone}
            siteName={siteName}
            onOpen={onOpen}
          />
        </div>
      </section>
    );
  }
  const incident = data?.incidents.find(({ id }) => id === open);
  const byId = new Map(data?.outages.map((one) => [one.id, one]));
  return (
    <aside ref={panel} className={classes['side']} aria-label={words.panel.label}>
      <div className={classes['sideScroll']}>
        <SidePanel
          open={open ?? ''}
          several={several.flatMap((id) => byId.get(id) ?? [])}
          incident={incident}
          ofIncident={incident && data ? data.outages.filter((one) => one.incident === incident.id) : []}
          now={now}
          timeZone={timeZone}
          siteName={siteName}
          onOpen={onOpen}
          onClose={() => onOpen(undefined)}
        />
      </div>
    </aside>
  );
}
