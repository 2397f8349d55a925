/** What of the outages and incidents of some days is shown at an instant. Made anew when the data or the filters change, asked for every frame. */
import type { Severity } from '@watchdesk/domain/event';
import { SEVERITIES } from '@watchdesk/domain/event';
import { mercator } from '@watchdesk/domain/geography';
import { isNamed } from '@watchdesk/domain/naming';
import { createClusters, createPlayback, type OutageStage, severityRank, stageAt } from '@watchdesk/domain/outage';
import type { Mark } from './draw-marks.ts';
import { type Narrowing, valuesOf } from './narrowing.ts';
import { shareOf, SHARES } from './shapes.ts';
import type { OutageBrief, OutageIncident, OutagePlace } from './use-outage-map.ts';

export interface Scene {
  readonly sites: readonly OutagePlace[];
  /** Whether others run at the instant of the clock than when the marks were last asked for: in most frames of a play-back none began or ended. */
  hasChanged(): boolean;
  /** Marks in Mercator, of the instant that the clock shows. */
  marksAt(zoom: number): (Omit<Mark, 'radius'> & { x: number; y: number })[];
}

export interface Shown {
  readonly outages: readonly OutageBrief[];
  /** The outages of some stages at an instant, in the order of `outages`. */
  at(instant: number): readonly OutageBrief[];
  /** Each with the severity that it had then. */
  incidentsAt(instant: number): readonly OutageIncident[];
  scene(now: () => number, open: string | undefined): Scene;
}

/** As wide as a cluster of many is. */
const MARK_PIXELS = 48;

export const spanOf = ({ startedAt, endedAt }: { readonly startedAt: string; readonly endedAt: string | null }) => ({
  startedAt: Date.parse(startedAt),
  endedAt: endedAt === null ? null : Date.parse(endedAt),
});

/** What the filters leave; of stages those that run unless others are asked for. */
export function shownOf(
  { outages, incidents, places }: { outages: readonly OutageBrief[]; incidents: readonly OutageIncident[]; places: readonly OutagePlace[] },
  search: Narrowing,
): Shown {
  const chosen = (name: 'severity' | 'service' | 'region' | 'source') => new Set(valuesOf(search[name]));
  const [severities, services, regions, sources] = [chosen('severity'), chosen('service'), chosen('region'), chosen('source')];
  const isAsked = (set: ReadonlySet<string>, value: string | null) => set.size === 0 || (value !== null && set.has(value));
  const kept = outages.filter(
    (one) =>
      isAsked(severities, one.severity) &&
      isAsked(services, one.service) &&
      isAsked(regions, one.region) &&
      isAsked(sources, one.source) &&
      (search.planned === undefined || one.isPlanned === search.planned),
  );
  const keptIncidents = incidents.filter(
    (one) =>
      (services.size === 0 || one.services.some((service) => isNamed([...services], service))) &&
      (regions.size === 0 || one.regions.some((region) => isNamed([...regions], region))) &&
      sources.size === 0 &&
      search.planned !== true,
  );
  const stages = new Set(valuesOf(search.stage) as OutageStage[]);
  const ranks = kept.map(({ severity }) => severityRank(severity));
  const spans = kept.map(spanOf);
  const playback = createPlayback(spans);
  const clusters = createClusters(
    kept.map(({ latitude, longitude }, place) => ({ latitude: latitude ?? 0, longitude: longitude ?? 0, rank: ranks[place]! })),
    MARK_PIXELS,
  );
  // One that is opened again went on in between no more, and each stretch has a severity of its own.
  const stretches = keptIncidents.flatMap((incident) =>
    incident.stretches.filter(({ severity }) => isAsked(severities, severity)).map((stretch) => ({ incident, stretch })),
  );
  const incidentPlayback = createPlayback(stretches.map(({ stretch }) => spanOf(stretch)));
  const isUsual = stages.size === 0 || (stages.size === 1 && stages.has('running'));
  const placesAt = (instant: number): number[] =>
    isUsual ? playback.runningAt(instant) : spans.flatMap((span, place) => (stages.has(stageAt(span, instant)) ? [place] : []));
  const incidentsAt = (instant: number) =>
    incidentPlayback.runningAt(instant).map((place) => ({ ...stretches[place]!.incident, severity: stretches[place]!.stretch.severity }));
  return {
    outages: kept,
    at: (instant) => placesAt(instant).map((place) => kept[place]!),
    incidentsAt,
    scene(now, open) {
      let [last, lastIncidents]: [readonly number[], readonly number[]] = [[-1], []];
      return {
        sites: places.filter(({ kind }) => kind === 'site'),
        hasChanged: () => !isSame(last, placesAt(now())) || !isSame(lastIncidents, incidentPlayback.runningAt(now())),
        marksAt(zoom) {
          const instant = now();
          last = placesAt(instant);
          lastIncidents = incidentPlayback.runningAt(instant);
          const found = clusters.at(zoom, last).map(({ x, y, worst, members }) => {
            const ids = members.map((place) => kept[place]!.id);
            const shares = Array.from({ length: SHARES }, () => 0);
            for (const place of members) shares[shareOf(ranks[place]!, kept[place]!.isPlanned)]! += 1;
            return {
              x,
              y,
              ids,
              kind: 'cluster' as const,
              severity: SEVERITIES[worst]! satisfies Severity,
              count: members.length,
              shares,
              isPlanned: members.every((place) => kept[place]!.isPlanned),
              isOpen: open !== undefined && ids.includes(open),
            };
          });
          const signs = incidentsAt(instant).flatMap((one) =>
            one.places.map(({ longitude, latitude }) => {
              const [x, y] = mercator(longitude, latitude);
              const isOpen = one.id === open;
              return {
                x,
                y,
                ids: [one.id],
                kind: 'incident' as const,
                severity: one.severity,
                count: 1,
                shares: [],
                isPlanned: false,
                isOpen,
              };
            }),
          );
          return [...found, ...signs];
        },
      };
    },
  };
}

const isSame = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((value, place) => value === other[place]);
