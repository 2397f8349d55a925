/**
 * On-call of the demonstration: incidents are followed around the sun by its agents in three zones, and behind them are the leads; one has agreed to take over next week. It is set up
 * once, and no rule there pages anybody.
 */
import { policySpec, scheduleSpec } from '@watchdesk/domain/on-call';
import type { Clock } from '../clock.ts';
import type { OnCall } from '../on-call/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import { MAKER } from './maker.ts';
import { TIME_ZONE, WORKSPACE } from './progress.ts';

export interface OnCallSetting {
  readonly onCall: Pick<OnCall, 'schedules' | 'agreements' | 'policies'>;
}

interface Parts extends OnCallSetting {
  readonly postgres: Postgres;
  readonly clock: Clock;
}

const DAY_MS = 86_400_000;
/** So much of a past has how it was shared. */
const BEGUN_DAYS = 56;
const MOST_IN_REGION = 4;
/** From seven to seven by each one's clock: together they are the whole day, in summer and in winter. */
const REGIONS = [
  { name: 'Asia and Pacific', zone: 'Asia/Singapore', of: /^(Asia|Australia|Pacific)\// },
  { name: 'Europe', zone: 'Europe/London', of: /^(Europe|Africa)\// },
  { name: 'Americas', zone: 'America/New_York', of: /^America\// },
] as const;
const DAYLIGHT = [['07:00', '19:00']];
const DAILY = Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, DAYLIGHT]));
const WHO = { ...MAKER, self: [] };
const LEADS = ['person:lead', 'person:manager', 'person:admin'];

/** Does nothing where there was ever a schedule, by whomever; nor where a region has nobody. */
export async function setOnCall({ postgres, clock, onCall }: Parts): Promise<void> {
  await withinWorkspace(WORKSPACE, async () => {
    if (await hadSchedules(postgres)) return;
    const agents = await specialists(postgres);
    const regions = REGIONS.map(({ of, ...region }) => ({
      ...region,
      people: agents.flatMap(({ id, zone }) => (of.test(zone) ? [`agent:${id}`] : [])).slice(0, MOST_IN_REGION),
    }));
    if (regions.some(({ people }) => people.length === 0)) return;
    const startsOn = new Date(clock.now() - BEGUN_DAYS * DAY_MS).toISOString().slice(0, 10);
    const turn = { count: 1, unit: 'weeks' } as const;
    const layers = regions.map((region) => ({ ...region, turn, handOff: { at: '07:00' }, startsOn, hours: DAILY }));
    const first = await onCall.schedules.save(WHO, null, scheduleSpec.parse({ name: 'Critical incidents', zone: TIME_ZONE, layers }));
    const leads = { name: 'Leads', people: LEADS, turn, handOff: { at: '09:00' }, startsOn };
    const second = await onCall.schedules.save(WHO, null, scheduleSpec.parse({ name: 'Leads on call', zone: TIME_ZONE, layers: [leads] }));
    const steps = [{ tell: { onCall: [first.id] } }, { tell: { onCall: [second.id] } }, { tell: { roles: ['admin'] } }];
    await onCall.policies.save(WHO, null, policySpec.parse({ name: 'Critical incidents', steps }));
    await takeOver(onCall, first.id, regions[1]!.people[0]!, clock.now());
  });
}

/** A day of the week to come. */
async function takeOver({ agreements }: OnCallSetting['onCall'], schedule: string, person: string, now: number): Promise<void> {
  const from = Math.floor(now / DAY_MS) * DAY_MS + 4 * DAY_MS + 7 * 3_600_000;
  await agreements.override(WHO, schedule, { person, from, to: from + 12 * 3_600_000, reason: 'A doctor’s appointment' });
}

const hadSchedules = async ({ pool }: Postgres): Promise<boolean> => {
  const { rows } = await pool.query('select from on_call_schedule where workspace_id = $1 limit 1', [WORKSPACE]);
  return rows.length > 0;
};

/** Of the higher tiers, in the order of their ids. */
async function specialists({ pool }: Postgres): Promise<{ id: string; zone: string }[]> {
  const { rows } = await pool.query<{ id: string; zone: string }>(
    `select id, state->'attributes'->>'timeZone' as zone from directory
     where workspace_id = $1 and kind = 'agent' and state->'attributes'->>'timeZone' is not null
       and state->'attributes'->>'active' is distinct from 'false' and state->'attributes'->>'supportTier' in ('L2', 'L3') order by id`,
    [WORKSPACE],
  );
  return rows;
}
