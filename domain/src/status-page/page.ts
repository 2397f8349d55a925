/**
 * All that a status page says, as plain data: what is made of it (a page, a feed, JSON) only sets it. Of an incident nothing is said before
 * somebody told customers of it, and then only what they were told: neither its title nor what stands in it for colleagues.
 */
import type { IncidentStatus } from '../event/index.ts';
import { type IncidentState, isOngoing, type Lasting, owesEnd, resolvedAtOf, spanOf, stageOf, updateClock } from '../incident/index.ts';
import { zoneOf } from '../zone/index.ts';
import { dayOf, historyDays, type HistoryDay, historyOf, startOfDay, type UpShare } from './history.ts';
import { type Maintenance, type MaintenanceStage, maintenanceStage, spanOfMaintenance } from './maintenance.ts';
import { affects, isOfNothing, placedOn } from './placed.ts';
import type { StatusComponent, StatusPageSettings } from './settings.ts';
import { type ComponentState, worstState } from './state.ts';
import { type ByHand, lastUntil, spansOfIncident, stretchesOf } from './stretches.ts';

/** What customers were told of an incident. */
export interface CustomerUpdate {
  /** Of the event. */
  readonly id: string;
  readonly incident: string;
  readonly at: number;
  readonly subject: string | null;
  readonly text: string;
}

/** What the history needs to know of an incident. */
export type PastIncident = Pick<IncidentState, 'affected'> & Lasting;

export interface PageFacts {
  readonly settings: StatusPageSettings;
  readonly incidents: readonly IncidentState[];
  /** Further ones that customers were told of: they count, and are not listed. */
  readonly past: readonly PastIncident[];
  readonly updates: readonly CustomerUpdate[];
  readonly maintenances: readonly Maintenance[];
  readonly byHand: readonly (ByHand & { readonly component: string })[];
  readonly now: number;
}

export interface ShownComponent {
  readonly id: string;
  readonly name: string;
  readonly group: string;
  readonly description: string;
  readonly state: ComponentState;
  readonly up: number | null;
  readonly knownDays: number;
  readonly recent: UpShare;
  readonly days: readonly HistoryDay[];
}

export interface ShownUpdate {
  readonly id: string;
  readonly at: number;
  readonly status: IncidentStatus;
  readonly subject: string | null;
  readonly text: string;
}

export interface ShownIncident {
  readonly id: string;
  readonly title: string;
  readonly status: IncidentStatus;
  readonly state: ComponentState;
  readonly startedAt: number;
  readonly resolvedAt: number | null;
  /** It is over, and the last update says so. */
  readonly isEndTold: boolean;
  /** By when the next update is promised, by its severity; null where none is, and once that is over. */
  readonly nextUpdateAt: number | null;
  /** The names of what it affects. */
  readonly components: readonly string[];
  /** The newest first. */
  readonly updates: readonly ShownUpdate[];
}

export interface ShownMaintenance {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly stage: MaintenanceStage;
  readonly startsAt: number;
  readonly endsAt: number;
  readonly madeAt: number;
  readonly moved: Maintenance['moved'];
  readonly cancelledAt: number | null;
  readonly components: readonly string[];
}

export interface StatusPage extends Pick<
  StatusPageSettings,
  'slug' | 'host' | 'title' | 'logo' | 'intro' | 'accent' | 'timeZone' | 'letters' | 'webhooks'
> {
  readonly state: ComponentState;
  readonly components: readonly ShownComponent[];
  /** Going on, and resolved within the days of the history; the newest first. */
  readonly incidents: readonly ShownIncident[];
  /** Running, planned, and cancelled as long as they would have been; what comes first in front. Then those that ended. */
  readonly maintenances: readonly ShownMaintenance[];
  /** When it was so, in ms. */
  readonly at: number;
  /** When it says something else by itself, in ms: a maintenance begins, a day ends, or what is wrong has lasted longer. */
  readonly nextAt: number;
}

/** While something is wrong the shares go on falling. */
const WHILE_WRONG_MS = 60_000;
const DAY_MS = 86_400_000;

export function pageOf({ settings, incidents, past, updates, maintenances, byHand, now }: PageFacts): StatusPage {
  const { components, enabled: _, ...said } = settings;
  const zone = zoneOf(settings.timeZone);
  const first = startOfDay(zone, historyDays(settings.timeZone, now)[0]!);
  const told = Map.groupBy(updates, ({ incident }) => incident);
  const known = incidents.filter((one) => told.has(one.id) && !['proposed', 'dismissed'].includes(stageOf(one)));
  const shown = components.map((component) => {
    const spans = [
      ...[...known, ...past].filter((one) => affects(one, component)).flatMap((one) => spansOfIncident(one, now + 1)),
      ...maintenances.filter((one) => one.components.includes(component.id)).flatMap((one) => spanOfMaintenance(one, now)),
    ];
    const own = byHand.filter((one) => one.component === component.id);
    const stretches = stretchesOf(spans, own, Math.max(first, startOfDay(zone, component.since)), now + 1);
    const { services: _services, regions: _regions, since: _since, ...rest } = component;
    return { ...rest, state: stretches.at(-1)?.state ?? 'operational', ...historyOf(stretches, settings.timeZone, now) };
  });
  const state = worstState([
    ...shown.map((one) => one.state),
    ...known.filter(isOngoing).flatMap((one) => besideComponents(one, components, byHand, now)),
  ]);
  return {
    ...said,
    state,
    components: shown,
    incidents: known
      .flatMap((one) => shownIncident(one, told.get(one.id)!, components, { first, now }))
      .toSorted((a, b) => Number(a.resolvedAt !== null) - Number(b.resolvedAt !== null) || b.startedAt - a.startedAt),
    maintenances: shownMaintenances(maintenances, components, first, now),
    at: now,
    nextAt: nextAt({ settings, incidents: known, maintenances, now }, state),
  };
}

/**
 * What one that goes on makes of the page beside its components: where it has none, and where none of them shows it yet. Nothing is all right above an outage,
 * unless somebody says so of each component by hand.
 */
function besideComponents(
  incident: IncidentState,
  components: readonly StatusComponent[],
  byHand: PageFacts['byHand'],
  now: number,
): ComponentState[] {
  const hit = components.filter((one) => affects(incident, one));
  const isSaid = ({ id }: StatusComponent) => {
    const own = byHand.filter(({ component }) => component === id).toSorted((a, b) => a.at - b.at);
    return (lastUntil(own, now)?.state ?? null) !== null;
  };
  if (hit.length === 0 ? !isOfNothing(incident) : hit.every(isSaid)) return [];
  return spansOfIncident(incident, now + 1)
    .slice(-1)
    .map((one) => one.state);
}

function shownIncident(
  incident: IncidentState,
  told: readonly CustomerUpdate[],
  components: readonly StatusComponent[],
  { first, now }: { readonly first: number; readonly now: number },
): ShownIncident[] {
  const placed = placedOn(components, incident);
  const hit = placed.components.map(({ name }) => name);
  const resolvedAt = resolvedAtOf(incident);
  if (!placed.isShown || (resolvedAt !== null && resolvedAt < first)) return [];
  const updates = told
    .map(({ incident: _, ...one }) => ({ ...one, status: lastUntil(incident.statuses, one.at)?.to ?? 'investigating' }))
    .toSorted((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1));
  const named = updates.findLast(({ subject }) => subject !== null && subject !== '')?.subject;
  return [
    {
      id: incident.id,
      title: named ?? (hit.length === 0 ? 'A problem with our service' : `A problem with ${hit.join(', ')}`),
      status: incident.status,
      state: worstState(spansOfIncident(incident, Infinity).map((one) => one.state)),
      startedAt: spanOf(incident)?.from ?? updates.at(-1)!.at,
      resolvedAt,
      isEndTold: resolvedAt !== null && !owesEnd(incident),
      nextUpdateAt: promisedAt(incident, now),
      components: hit,
      updates,
    },
  ];
}

/** Where one was not kept nothing is promised until there is an update again: nobody would believe the next. */
function promisedAt(incident: IncidentState, now: number): number | null {
  const { dueAt, missing } = updateClock(incident, now);
  return missing === 0 && dueAt !== null && dueAt > now ? dueAt : null;
}

function shownMaintenances(
  maintenances: readonly Maintenance[],
  components: readonly StatusComponent[],
  first: number,
  now: number,
): ShownMaintenance[] {
  const RANK = { running: 0, planned: 1, cancelled: 2, ended: 3 } as const;
  return maintenances
    .flatMap(({ id, title, text, components: hit, madeAt, moved, ...times }): ShownMaintenance[] => {
      const stage = maintenanceStage(times, now);
      const [startsAt, endsAt] = [times.begunAt ?? times.startsAt, times.endedAt ?? times.endsAt];
      // Whoever planned around it reads that it does not come, until it would have been over.
      if (stage === 'cancelled' ? endsAt <= now : stage === 'ended' && endsAt < first) return [];
      return [
        {
          id,
          title,
          text,
          stage,
          startsAt,
          endsAt,
          madeAt,
          moved,
          cancelledAt: times.cancelledAt,
          components: components.filter((one) => hit.includes(one.id)).map(({ name }) => name),
        },
      ];
    })
    .toSorted((a, b) => RANK[a.stage] - RANK[b.stage] || (a.stage === 'ended' ? b.startsAt - a.startsAt : a.startsAt - b.startsAt));
}

function nextAt(facts: Pick<PageFacts, 'settings' | 'incidents' | 'maintenances' | 'now'>, state: ComponentState): number {
  const { settings, incidents, maintenances, now } = facts;
  const zone = zoneOf(settings.timeZone);
  const tomorrow = new Date(Date.parse(dayOf(zone, now)) + DAY_MS).toISOString().slice(0, 10);
  const instants = [
    startOfDay(zone, tomorrow),
    ...maintenances.flatMap((one) => [one.startsAt, one.endsAt]),
    // Whoever acts may have a clock that runs ahead of ours.
    ...incidents.flatMap(({ statuses, severities }) => [...statuses, ...severities].map(({ at }) => at)),
    ...incidents.flatMap((one) => promisedAt(one, now) ?? []),
  ];
  return Math.min(...instants.filter((at) => at > now), state === 'operational' ? Infinity : now + WHILE_WRONG_MS);
}
