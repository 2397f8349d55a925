/** Beside the map: what was clicked, else the list of what is in sight. */
import { useEffect, useRef } from 'react';
import type { Extent, OutageBrief, OutageIncident, OutageMap } from '../../outage-map/index.ts';
import { InSight } from './InSight.tsx';
import classes from './map.module.css';
import { words } from './messages.ts';
import { SidePanel } from './SidePanel.tsx';

interface SideProps {
  data: OutageMap | undefined;
  open: string | undefined;
  several: readonly string[];
  running: readonly OutageBrief[];
  incidents: readonly OutageIncident[];
  /** Null until the map has been drawn. */
  extent: Extent | null;
  now: number;
  timeZone: string;
  siteName: (id: string) => string;
  onOpen: (id: string | undefined) => void;
}

const isWithin =
  ({ west, south, east, north }: Extent) =>
  ({ latitude, longitude }: { readonly latitude: number | null; readonly longitude: number | null }) =>
    latitude !== null && longitude !== null && latitude >= south && latitude <= north && longitude >= west && longitude <= east;

export function Side({ data, open, several, running, incidents, extent, now, timeZone, siteName, onOpen }: SideProps) {
  const panel = useRef<HTMLElement>(null);
  const isPicked = open !== undefined || several.length > 1;
  // On a narrow screen it lies below the map, where what was clicked would be out of sight.
  useEffect(() => {
    if (isPicked) panel.current?.scrollIntoView({ block: 'nearest' });
  }, [isPicked, open]);
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
