/** The calendars of a workspace: what they are now, how they became so, and what somebody wants them to be. */
import { calendarFaults, calendarSpec, type CalendarSpec } from '@watchdesk/domain/calendar';
import type { PolicySpec } from '@watchdesk/domain/sla';
import type pg from 'pg';
import { appendAudit } from '../audit/index.ts';
import { refuseOvertaken, Refusal } from '../errors.ts';
import { addVersions, lockRules, readVersions } from '../rules/index.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { idFor, inForce, latestOf, refuseFaults, type Saver, versionView } from './versions.ts';

export async function listCalendars({ pool }: Postgres, workspaceId: string, now: number) {
  const [calendars, policies] = await Promise.all([readVersions(pool, workspaceId, 'calendar'), readVersions(pool, workspaceId, 'policy')]);
  const users = inForce(policies, now).filter(({ spec }) => spec !== null);
  return inForce(calendars, now)
    .filter(({ spec }) => spec !== null)
    .map((calendar) => ({
      ...versionView(calendar),
      spec: calendarSpec.parse(calendar.spec),
      usedBy: users.filter(({ spec }) => uses(spec!, calendar.id)).map(({ id, name }) => ({ id, name })),
    }));
}

export async function calendarVersions({ pool }: Postgres, workspaceId: string, id: string) {
  const versions = await readVersions(pool, workspaceId, 'calendar', id);
  if (versions.length === 0) throw noSuchCalendar(id);
  return versions.toReversed().map((one) => ({ ...versionView(one), spec: one.spec === null ? null : calendarSpec.parse(one.spec) }));
}

/** Adds a version that holds for cycles that begin from now on; a new calendar without an id. */
export const saveCalendar = ({ pool }: Postgres, saver: Saver, id: string | null, draft: CalendarDraft, base?: number): Promise<string> =>
  inTransaction(pool, (client) => saveCalendarIn(client, saver, id, draft, base));

interface CalendarDraft {
  readonly name: string;
  readonly spec: CalendarSpec;
}

/** The same within a transaction; a refusal leaves it usable. */
export async function saveCalendarIn(
  client: pg.PoolClient,
  saver: Saver,
  id: string | null,
  { name, spec }: CalendarDraft,
  base?: number,
): Promise<string> {
  const { workspaceId, who, now } = saver;
  refuseFaults(calendarFaults(spec, Math.floor(now / 1000)).map(({ field, message }) => ({ field: `spec.${field}`, message })));
  await lockRules(client, workspaceId);
  const calendars = await readVersions(client, workspaceId, 'calendar');
  if (id !== null && !calendars.some((one) => one.id === id)) throw noSuchCalendar(id);
  refuseOvertaken(latestOf(calendars, id), base);
  const own = id ?? idFor(name, calendars);
  await addVersions(client, workspaceId, 'calendar', [{ id: own, name, spec, effectiveFrom: new Date(now), savedBy: who.name }]);
  const before = inForce(calendars, now).find((one) => one.id === own)?.spec ?? null;
  await appendAudit(client, saver, { action: 'calendar.saved', subject: { kind: 'calendar', id: own, name }, before, after: spec });
  return own;
}

/** Nothing new may use it; what was promised by it stays as it was. */
export async function retireCalendar({ pool }: Postgres, saver: Saver, id: string): Promise<void> {
  const { workspaceId, who, now } = saver;
  await inTransaction(pool, async (client) => {
    await lockRules(client, workspaceId);
    const calendar = inForce(await readVersions(client, workspaceId, 'calendar', id), now)[0];
    if (!calendar?.spec) throw noSuchCalendar(id);
    const policies = inForce(await readVersions(client, workspaceId, 'policy'), now);
    const user = policies.find(({ spec }) => spec !== null && uses(spec, id));
    if (user) throw new Refusal('not_possible', `The policy "${user.name}" counts by this calendar; give it another one first.`);
    await addVersions(client, workspaceId, 'calendar', [
      { id, name: calendar.name, spec: null, effectiveFrom: new Date(now), savedBy: who.name },
    ]);
    await appendAudit(client, saver, {
      action: 'calendar.retired',
      subject: { kind: 'calendar', id, name: calendar.name },
      before: calendar.spec,
    });
  });
}

const uses = ({ calendar }: PolicySpec, id: string) => calendar.default === id || Object.values(calendar.byPriority).includes(id);

export const noSuchCalendar = (id: string) => new Refusal('not_found', `There is no calendar ${id}.`);
