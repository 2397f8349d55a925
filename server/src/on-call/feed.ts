/**
 * Shifts as a calendar (RFC 5545), for whoever has the link. A shift keeps its UID however often it is read, so that a calendar program changes it and does not add it anew. Texts
 * are escaped and folded by the library.
 */
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { type Shift, turnShiftsBetween } from '@watchdesk/domain/on-call';
import { Refusal } from '../errors.ts';
import { withinWorkspace } from '../store/wall.ts';
import { createFeedLinks, type FeedLink } from './links.ts';
import type { OnCallParts } from './parts.ts';
import { type Plan, plansOf, secondsOf } from './plans.ts';
import type { Queryable } from './records.ts';
import type { Roster } from './roster.ts';
import { named } from './schedules.ts';
import type { Vault } from '../vault/index.ts';

interface FeedParts extends OnCallParts {
  readonly vault: Vault;
  readonly address: string;
}

const DAY = 86_400;
const BEHIND = 35 * DAY;
const AHEAD = 92 * DAY;
/** Longer than any turn: a shift that the window would cut is looked at whole, so that it begins when it begins. */
const BEYOND = 100 * DAY;
const TTL_SECONDS = 3600;

export function createFeed({ postgres: { pool }, clock, rosterFor, vault, address }: FeedParts) {
  const links = createFeedLinks(vault, address);

  async function linksFor(workspaceId: string, person: string) {
    const generation = await generationOf(pool, workspaceId, person);
    const plans = await plansOf(pool, workspaceId);
    const make = (schedule: string | null) => links.make({ workspaceId, person, schedule, generation });
    return { mine: make(null), schedules: plans.map(({ id, latest }) => ({ id, name: latest.spec.name, url: make(id) })) };
  }

  return {
    /** The links of one person: to all shifts that are theirs, and to each schedule. */
    links: linksFor,

    /** Those before are worthless from now on. */
    async renew(workspaceId: string, person: string) {
      await pool.query(
        `insert into on_call_feed (workspace_id, person, generation) values ($1, $2, 1)
         on conflict (workspace_id, person) do update set generation = on_call_feed.generation + 1`,
        [workspaceId, person],
      );
      return linksFor(workspaceId, person);
    },

    /** The calendar behind a link. Refuses, always in the same words, one that is none of ours, was renewed, or whose holder has left. */
    async calendar(token: string): Promise<string> {
      const link = links.read(token);
      if (!link) throw nowhere();
      return withinWorkspace(link.workspaceId, () => calendarOf(link));
    },
  };

  async function calendarOf({ workspaceId, person, schedule, generation }: FeedLink): Promise<string> {
    const [roster, current, plans] = await Promise.all([
      rosterFor(workspaceId),
      generationOf(pool, workspaceId, person),
      plansOf(pool, workspaceId, schedule === null ? undefined : [schedule]),
    ]);
    const holder = roster.of(`person:${person}`);
    if (!holder || current !== generation || (schedule !== null && plans.length === 0)) throw nowhere();
    const isWanted = (shift: Shift) => shift.person !== null && (schedule !== null || roster.of(shift.person)?.id === holder.id);
    const calendar = ical({
      name: plain(`On call: ${schedule === null ? holder.name : plans[0]!.latest.spec.name}`),
      prodId: { company: 'Watchdesk', product: 'On-call', language: 'EN' },
      method: ICalCalendarMethod.PUBLISH,
      ttl: TTL_SECONDS,
    });
    const now = secondsOf(clock.now());
    for (const plan of plans)
      for (const shift of turnShiftsBetween(plan.history, now - BEHIND - BEYOND, now + AHEAD + BEYOND))
        if (isWanted(shift) && shift.to > now - BEHIND && shift.from < now + AHEAD) calendar.createEvent(eventOf(plan, shift, roster));
    return calendar.toString();
  }
}

function eventOf({ id, latest, overrides }: Plan, { from, to, person, layer, override }: Shift, roster: Roster) {
  const { spec, savedAt, version, changes, changedAt } = latest;
  const agreed = override === null ? undefined : overrides.find((one) => one.id === override);
  const name = roster.of(person!)?.name ?? person!;
  const by =
    agreed &&
    (agreed.swappedWith === null ? 'Agreed by ' : `Swapped with ${named(roster, agreed.swappedWith).name}, agreed by `) + agreed.madeBy;
  const why = agreed ? [by, agreed.reason].filter(Boolean).join(': ') : (spec.layers[layer!]?.name ?? '');
  return {
    id: `${id}.${override ?? `layer-${layer}`}.${from}@on-call.watchdesk`,
    // An override that cuts a shift, or ends, makes it another as a version does.
    sequence: version + changes,
    stamp: changedAt !== null && changedAt > savedAt ? changedAt : savedAt,
    start: new Date(from * 1000),
    end: new Date(to * 1000),
    summary: plain(`${name} is on call: ${spec.name}`),
    description: plain(why),
    transparency: ICalEventTransparency.TRANSPARENT,
  };
}

/** On one line: what a line break would be to a calendar program is left to none. */
const plain = (text: string): string => text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ');

const nowhere = () => new Refusal('not_found', 'This link is not one of ours, or it was renewed.');

async function generationOf(queryable: Queryable, workspaceId: string, person: string): Promise<number> {
  const { rows } = await queryable.query<{ generation: number }>(
    'select generation from on_call_feed where workspace_id = $1 and person = $2',
    [workspaceId, person],
  );
  return rows[0]?.generation ?? 0;
}
