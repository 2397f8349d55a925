/** What runs now, put together by place: what one reads first where there is no room for each. */
import type { Severity } from '@watchdesk/domain/event';
import { severityRank } from '@watchdesk/domain/outage';
import { nameOf } from './naming.ts';
import type { OutageBrief, OutageIncident } from './use-outage-map.ts';

export interface PlaceNow {
  readonly place: string;
  /** The worst of it, which comes first. */
  readonly severity: Severity;
  readonly isPlanned: boolean;
  /** What the worst is called, its id, and since when it runs. */
  readonly what: string;
  readonly open: string;
  readonly since: string;
  readonly isIncident: boolean;
  /** How many outages and incidents. */
  readonly count: number;
}

type Found = Omit<PlaceNow, 'count'>;

/** The worst first: incidents before outages of their severity, unplanned before planned, then the newest. */
const order = (a: Found, b: Found): number =>
  severityRank(a.severity) - severityRank(b.severity) ||
  Number(b.isIncident) - Number(a.isIncident) ||
  Number(a.isPlanned) - Number(b.isPlanned) ||
  b.since.localeCompare(a.since) ||
  a.open.localeCompare(b.open);

/** A place is a site, else a region; of what has coordinates alone, whoever tells of it stands for the place. */
export function byPlace(
  outages: readonly OutageBrief[],
  incidents: readonly OutageIncident[],
  siteName: (id: string) => string,
): readonly PlaceNow[] {
  const found: Found[] = [
    ...outages.map((one) => ({
      place: one.site === null ? (one.region ?? one.source) : siteName(one.site),
      severity: one.severity,
      isPlanned: one.isPlanned,
      what: nameOf(one),
      open: one.id,
      since: one.startedAt,
      isIncident: false,
    })),
    ...incidents.flatMap(({ id, title, severity, startedAt, places }) =>
      places.map(({ name }) => ({
        place: name,
        severity,
        isPlanned: false,
        what: `${id} ${title}`,
        open: id,
        since: startedAt,
        isIncident: true,
      })),
    ),
  ];
  const places = Map.groupBy(found.toSorted(order), ({ place }) => place);
  return [...places.values()].map((all) => ({ ...all[0]!, count: all.length }));
}

/** Whether it is seen where an incident is: at its regions, or at an outage that belongs to it. */
export const isPlaced = ({ id, places }: OutageIncident, outages: readonly OutageBrief[]): boolean =>
  places.length > 0 || outages.some((one) => one.incident === id);
