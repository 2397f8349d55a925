/**
 * What detection proposed becomes incidents by the events that anybody could send. Each has an id that is made of the proposal, so that
 * what is told again after a crash is told once.
 */
import { createHash } from 'node:crypto';
import { affectedBy, titleOf } from '@watchdesk/domain/incident/detection';
import { type IncidentState, stageOf } from '@watchdesk/domain/incident';
import { namesOf } from '../directory/index.ts';
import { APPLICATION, type Door, ensureApplication } from '../ingest/index.ts';
import { stateOf } from '../incidents/index.ts';
import type { Clock } from '../clock.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { type ProposalRecord, recordsWhere, type Told } from './records.ts';

export interface TellParts {
  readonly postgres: Postgres;
  readonly door: Pick<Door, 'accept'>;
  readonly clock: Clock;
}

const DETECTED_BY = 'Watchdesk, from the tickets';
const WHO = { kind: 'system', id: 'detection', name: 'detection', from: null } as const;
const LINKS_AT_ONCE = 200;

/** Tells all that is due in the workspace. */
export async function tellDue(parts: TellParts, workspaceId: string): Promise<void> {
  const { pool } = parts.postgres;
  const due = await recordsWhere(pool, workspaceId, 'due');
  if (due.length === 0) return;
  await ensureApplication(parts.postgres, workspaceId);
  const sites = due.flatMap(({ proposal: { cell } }) => (cell.place.kind === 'site' ? [['site', cell.place.site] as const] : []));
  const names = await namesOf(pool, workspaceId, sites);
  for (const record of due) {
    const said = await tellOne(parts, workspaceId, record, (site) => names.of('site', site).name ?? site);
    // After it was told, so that a crash before loses nothing; what came meanwhile is due still.
    await pool.query('update detection_proposal set told = $3, due = xmin::text <> $4 where workspace_id = $1 and id = $2', [
      workspaceId,
      record.id,
      JSON.stringify(said),
      record.written,
    ]);
  }
}

/** Gives what it comes to. Told again, it says nothing new. */
async function tellOne(parts: TellParts, workspaceId: string, record: ProposalRecord, siteName: (site: string) => string): Promise<Told> {
  const { pool } = parts.postgres;
  const { id, incident, proposal, partOf, settled } = record;
  const said: Told = { title: titleOf(proposal, siteName), ...affectedBy(proposal) };
  const send = (name: string, type: string, data: object) =>
    accept(parts, workspaceId, [{ id: `detection:${id}:${name}`, type, data: { incident, ...data } }]);
  if (record.told === null) {
    const { from, peak } = proposal;
    const summary = summaryOf(peak.observed, Math.round((peak.to - peak.from) / 60_000), peak.expected);
    await send('proposed', 'incident.proposed', {
      ...said,
      summary,
      users: 'multiple',
      block: 'major',
      startedAt: from,
      detectedBy: DETECTED_BY,
    });
  }
  const state = await stateOf(pool, workspaceId, incident);
  const isProposed = state !== null && stageOf(state) === 'proposed';
  const news = record.told !== null && isProposed ? newsOf(state, record.told, said) : { fields: {}, told: record.told ?? said };
  if (Object.keys(news.fields).length > 0) {
    const what = createHash('sha256').update(JSON.stringify(news.fields)).digest('hex').slice(0, 16);
    await send(`grown to ${proposal.ticketCount} ${what}`, 'incident.affected_changed', news.fields);
  }
  if (settled === 'part' && isProposed) {
    const [whole] = await recordsWhere(pool, workspaceId, 'id = $2', [partOf]);
    await send('part', 'incident.dismissed', {
      reason: `A part of ${whole?.incident ?? 'another'}`,
      ...(whole && { mergedInto: whole.incident }),
    });
  }
  if (settled === 'over' && isProposed) await send('over', 'incident.dismissed', { reason: 'Over by itself, and nobody took it up' });
  const target = await targetOf(parts, workspaceId, incident, state);
  if (target !== null) await link(parts, workspaceId, record, target);
  return news.told;
}

const summaryOf = (customers: number, minutes: number, usual: number): string =>
  `${customers} customers wrote within ${minutes} minutes; usually it is ${usual < 10 ? usual.toFixed(1) : Math.round(usual)}.`;

/**
 * What it says otherwise than before, and what it has told by then, of what nobody else has said anything about. What somebody has changed is
 * theirs, and stays as it was told, so that it never looks like ours again.
 */
function newsOf({ title, affected }: IncidentState, before: Told, said: Told): { fields: Partial<Told>; told: Told } {
  const now: Told = { title, services: affected.services, regions: affected.regions };
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  // Told already, though the process died before it was kept, it is ours too.
  const ours = (['title', 'services', 'regions'] as const).filter(
    (name) => isSame(now[name], before[name]) || isSame(now[name], said[name]),
  );
  const own = (names: readonly (keyof Told)[]) => Object.fromEntries(names.map((name) => [name, said[name]]));
  return { fields: own(ours.filter((name) => !isSame(said[name], now[name]))), told: { ...before, ...own(ours) } };
}

const STAGES = new Set(['investigating', 'identified', 'monitoring', 'resolved']);

/** The incident that its tickets belong to: the one it became, or was merged into; null while, or since, it is none. */
async function targetOf({ postgres: { pool } }: TellParts, workspaceId: string, incident: string, state: IncidentState | null) {
  for (let [id, at, left] = [incident, state, 5]; at !== null && left > 0; left -= 1) {
    if (STAGES.has(stageOf(at))) return id;
    if (stageOf(at) !== 'dismissed' || at.mergedInto == null) return null;
    id = at.mergedInto;
    at = await stateOf(pool, workspaceId, id);
  }
  return null;
}

/** A ticket is linked once: taken off by hand, it stays off. */
async function link(parts: TellParts, workspaceId: string, { id, proposal }: ProposalRecord, target: string): Promise<void> {
  const { pool } = parts.postgres;
  const reason =
    proposal.words.length === 0 ? 'It came with what detection saw' : `It is like what detection saw: ${words(proposal.words)}`;
  for (;;) {
    const { rows } = await pool.query<{ ticket: string; lastAt: Date | null; isThere: boolean }>(
      `select d.ticket, t.updated_at as "lastAt", (t.state is not null and not t.hidden and t.merged_into is null) is true as "isThere"
       from detection_ticket d left join ticket t on t.workspace_id = d.workspace_id and t.id = d.ticket
       where d.workspace_id = $1 and d.proposal = $2 and not d.linked order by d.ticket limit ${LINKS_AT_ONCE}`,
      [workspaceId, id],
    );
    const events = rows
      .filter(({ isThere }) => isThere)
      .map(({ ticket, lastAt }) => ({
        id: `detection:${id}:${ticket}:${target}`,
        at: Math.max(parts.clock.now(), (lastAt?.getTime() ?? 0) + 1),
        ticket,
        type: 'ticket.linked',
        data: { to: target, kind: 'incident', reason },
      }));
    await accept(parts, workspaceId, events);
    await pool.query('update detection_ticket set linked = true where workspace_id = $1 and proposal = $2 and ticket = any($3)', [
      workspaceId,
      id,
      rows.map(({ ticket }) => ticket),
    ]);
    if (rows.length < LINKS_AT_ONCE) return;
  }
}

const words = (all: readonly { readonly word: string }[]) =>
  all
    .map(({ word }) => `“${word}”`)
    .join(', ')
    .slice(0, 200);

async function accept({ door, clock }: TellParts, workspaceId: string, events: readonly object[]): Promise<void> {
  if (events.length === 0) return;
  const at = clock.now();
  const sent = events.map((event, seq) => ({ at, seq, actor: { kind: 'system' }, ...event }));
  for (const outcome of await door.accept(workspaceId, APPLICATION, sent, { who: WHO }))
    if (outcome.outcome === 'rejected') throw new Error(`${outcome.field} ${outcome.reason}`);
}
