/**
 * Declaring an incident, doing something to it, and saying which tickets belong to it: one at a time for each incident, and every deed
 * given to the door as events like anybody else's.
 */
import { randomUUID } from 'node:crypto';
import type { Block, Override, UsersHit } from '@watchdesk/domain/event';
import { type IncidentState, severityOf } from '@watchdesk/domain/incident';
import { type Sight, sightSql } from '../accounts/index.ts';
import type { Deed as Audited, Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import { invalid, refuseOvertaken, Refusal } from '../errors.ts';
import { APPLICATION, type Door, ensureApplication, type Outcome } from '../ingest/index.ts';
import type { DeedLocks, Postgres } from '../store/postgres/index.ts';
import { type Deed, deedsOf } from './deeds.ts';
import { type Doer, refuseUnlessMay } from './may.ts';
import { policyOf } from './policy.ts';
import { noSuchIncident, type Queryable, stateOf } from './records.ts';
import { saidVersions } from './said-versions.ts';

export interface ActParts {
  readonly postgres: Postgres;
  readonly door: Pick<Door, 'accept'>;
  readonly clock: Clock;
  readonly locks: DeedLocks;
}

export interface Actor extends Doer {
  readonly workspaceId: string;
  readonly sight: Sight;
  readonly who: Who;
}

export interface Opening {
  /** Somebody thinks so, and it waits to be taken up. */
  readonly isProposed: boolean;
  readonly title: string;
  readonly summary?: string | undefined;
  readonly users: UsersHit;
  readonly block: Block;
  readonly overrides: readonly Override[];
  readonly services: readonly string[];
  readonly regions: readonly string[];
  readonly customers: readonly string[];
  /** Milliseconds since 1970. */
  readonly startedAt?: number | undefined;
  readonly detectedBy?: string | undefined;
  readonly commander?: string | undefined;
  readonly tickets: readonly string[];
}

/** What a machine does, such as whoever bears a key, is no response of a person and nobody's work. */
const doerOf = ({ by, who }: Actor) => ({ kind: who.kind === 'person' ? 'agent' : 'automation', id: by });

/** The id of the new incident: its number. A repeated request, known by its id, gives the one that it made. */
export async function open(parts: ActParts, actor: Actor, opening: Opening, requestId: string = randomUUID()): Promise<string> {
  const { postgres, door, clock } = parts;
  const { isProposed, tickets, commander, startedAt, summary, detectedBy, ...said } = opening;
  if (startedAt !== undefined && startedAt > clock.now()) throw invalid('startedAt', 'must not lie in the future');
  await refuseStrangers(postgres, actor, tickets);
  if (commander !== undefined) await refuseNobody(postgres, actor, commander);
  const made = await madeBy(postgres, actor.workspaceId, `${requestId}:0`);
  if (made !== null) {
    // It may have stopped between the two.
    if (tickets.length > 0) await linkTickets(parts, actor, made, tickets, true, requestId);
    return made;
  }
  await ensureApplication(postgres, actor.workspaceId);
  const incident = await nextNumber(postgres.pool, actor.workspaceId);
  const { policy } = await policyOf(postgres.pool, actor.workspaceId);
  const data = {
    incident,
    ...said,
    ...(summary !== undefined && summary !== '' && { summary }),
    ...(startedAt !== undefined && { startedAt }),
    ...(detectedBy !== undefined && { detectedBy }),
    ...(!isProposed && { policy, severity: severityOf(opening).severity }),
  };
  const at = clock.now();
  const events = [
    { type: isProposed ? 'incident.proposed' : 'incident.declared', data },
    ...(commander === undefined || isProposed
      ? []
      : [{ type: 'incident.role_assigned', data: { incident, role: 'commander', agent: commander } }]),
  ].map((event, seq) => ({ ...event, id: `${requestId}:${seq}`, at, seq, actor: doerOf(actor) }));
  const deed: Audited = {
    action: isProposed ? 'incident.proposed' : 'incident.declared',
    subject: { kind: 'incident', id: incident, name: opening.title },
    after: { users: opening.users, block: opening.block, overrides: opening.overrides },
  };
  const outcomes = await door.accept(actor.workspaceId, APPLICATION, events, { who: actor.who, deed });
  for (const outcome of outcomes) refuseUnlessTaken(outcome);
  if (tickets.length > 0) await linkTickets(parts, actor, incident, tickets, true, requestId);
  return (await madeBy(postgres, actor.workspaceId, `${requestId}:0`)) ?? incident;
}

/** `requestId` makes the ids of the events, so that a repeated request repeats no event. */
export async function act(parts: ActParts, actor: Actor, id: string, deed: Deed, requestId: string = randomUUID()): Promise<void> {
  const { postgres, door, clock } = parts;
  const { workspaceId } = actor;
  if (deed.name === 'role' && deed.is) await refuseNobody(postgres, actor, deed.agent);
  if (deed.name === 'action' && deed.owner != null) await refuseNobody(postgres, actor, deed.owner, 'owner');
  await parts.locks.holding(workspaceId, [`incident ${id}`], async () => {
    const state = await stateOf(postgres.pool, workspaceId, id);
    if (!state) throw noSuchIncident(id);
    if (deed.name === 'dismiss' && deed.mergedInto !== undefined) await refuseNoWhole(postgres, workspaceId, id, deed.mergedInto);
    if ((deed.name === 'affected' || deed.name === 'review' || deed.name === 'severity') && deed.baseVersion !== undefined) {
      const { description, ...versions } = await saidVersions(postgres.pool, workspaceId, id);
      refuseOvertaken(deed.name === 'affected' ? description : versions[deed.name], deed.baseVersion);
    }
    // What somebody does follows what they saw, even where another clock runs ahead of ours.
    const at = Math.max(clock.now(), (state.lastEvent?.at ?? 0) + 1);
    refuseUnlessMay(actor, state, deed);
    // What a repeated request has told already is not refused because it was told.
    if (deed.name === 'status' && deed.notice && (await madeBy(postgres, workspaceId, `${requestId}:0`)) !== null) return;
    const said = deedsOf(state, deed, at);
    if (said.length === 0) return;
    const policy = deed.name === 'declare' ? { policy: (await policyOf(postgres.pool, workspaceId)).policy } : {};
    await ensureApplication(postgres, workspaceId);
    const events = said.map(({ type, data }, seq) => ({
      id: `${requestId}:${seq}`,
      at,
      seq,
      actor: doerOf(actor),
      type,
      data: { incident: id, ...data, ...policy },
    }));
    const outcomes = await door.accept(workspaceId, APPLICATION, events, { who: actor.who, ...audited(state, deed) });
    for (const outcome of outcomes) refuseUnlessTaken(outcome);
  });
}

/**
 * Tickets in sight become part of it, or no longer are. What belongs together is our own saying and nothing of the help desk's, so that
 * it can be said of a ticket whose connection is read-only too.
 */
export async function linkTickets(
  { postgres, door, clock }: ActParts,
  actor: Actor,
  incident: string,
  tickets: readonly string[],
  is: boolean,
  requestId: string = randomUUID(),
): Promise<void> {
  const { workspaceId } = actor;
  const lastAt = await refuseStrangers(postgres, actor, tickets);
  const state = await stateOf(postgres.pool, workspaceId, incident);
  if (!state) throw noSuchIncident(incident);
  const { rows } = await postgres.pool.query<{ ticket: string }>(
    'select ticket from incident_ticket where workspace_id = $1 and incident = $2 and ticket = any($3)',
    [workspaceId, incident, tickets],
  );
  const linked = new Set(rows.map(({ ticket }) => ticket));
  const changed = [...new Set(tickets)].filter((ticket) => linked.has(ticket) !== is);
  if (changed.length === 0) return;
  await ensureApplication(postgres, workspaceId);
  const place = new Map(tickets.map((ticket, index) => [ticket, index]));
  const events = changed.map((ticket, index) => ({
    // A request that is repeated for the rest of them calls none by another's name.
    id: `${requestId}:link:${place.get(ticket)}`,
    // What somebody does follows what they saw, even where another clock runs ahead of ours.
    at: Math.max(clock.now(), (lastAt.get(ticket) ?? 0) + 1),
    seq: index,
    actor: doerOf(actor),
    ticket,
    type: is ? 'ticket.linked' : 'ticket.unlinked',
    data: { to: incident, kind: 'incident' },
  }));
  for (const outcome of await door.accept(workspaceId, APPLICATION, events, { who: actor.who })) refuseUnlessTaken(outcome);
}

/** What of it the audit log is told: what decides who is called, and when it is over. */
function audited({ id, title, severity, status }: IncidentState, deed: Deed): { readonly deed?: Audited } {
  const subject = { kind: 'incident', id, name: title } as const;
  switch (deed.name) {
    case 'declare':
      return { deed: { action: 'incident.declared', subject } };
    case 'dismiss':
      return { deed: { action: 'incident.dismissed', subject, after: { reason: deed.reason ?? null } } };
    case 'severity':
      return {
        deed: {
          action: 'incident.severity_changed',
          subject,
          before: { severity },
          after: { users: deed.users, block: deed.block, overrides: deed.overrides },
        },
      };
    case 'status':
      return { deed: { action: 'incident.status_changed', subject, before: { status }, after: { status: deed.status } } };
    case 'completeReview':
      return { deed: { action: 'incident.reviewed', subject } };
    default:
      return {};
  }
}

/** When something last happened to each, in ms. */
async function refuseStrangers(
  { pool }: Postgres,
  { workspaceId, sight }: Actor,
  tickets: readonly string[],
): Promise<Map<string, number>> {
  if (tickets.length === 0) return new Map();
  const seen = sightSql(sight, 2);
  const { rows } = await pool.query<{ id: string; at: Date | null }>(
    `select t.id, t.updated_at as at from ticket t where t.workspace_id = $1 and t.id = any($2) and t.state is not null and ${seen.text}`,
    [workspaceId, tickets, ...seen.values],
  );
  const there = new Map(rows.map(({ id, at }) => [id, at?.getTime() ?? 0]));
  const stranger = tickets.find((id) => !there.has(id));
  if (stranger !== undefined) throw invalid('tickets', `must be tickets that exist; there is no ${JSON.stringify(stranger)}`);
  return there;
}

/** A part belongs to another incident that somebody works on, or did. */
async function refuseNoWhole({ pool }: Postgres, workspaceId: string, id: string, whole: string): Promise<void> {
  if (whole === id) throw invalid('mergedInto', 'must be another incident');
  const state = await stateOf(pool, workspaceId, whole);
  if (!state || state.declaredAt === null || state.dismissedAt !== null)
    throw invalid('mergedInto', `must be an incident that was declared; ${JSON.stringify(whole)} is none`);
}

/** Whoever acts may name themselves, agent or not. */
async function refuseNobody({ pool }: Postgres, { workspaceId, by }: Actor, agent: string, field = 'agent'): Promise<void> {
  if (agent === by) return;
  const { rows } = await pool.query(`select from directory where workspace_id = $1 and kind = 'agent' and id = $2`, [workspaceId, agent]);
  if (rows.length === 0) throw invalid(field, `must be an agent of the directory; there is no ${JSON.stringify(agent)}`);
}

/** The id of an incident to come; given up, it is nobody's. */
export async function nextNumber(pool: Queryable, workspaceId: string): Promise<string> {
  for (;;) {
    const { rows } = await pool.query<{ last: number }>(
      `insert into incident_number (workspace_id, last) values ($1, 1)
       on conflict (workspace_id) do update set last = incident_number.last + 1 returning last`,
      [workspaceId],
    );
    const id = `INC-${rows[0]!.last}`;
    // Somebody who sends events may have called one so.
    const taken = await pool.query('select from incident where workspace_id = $1 and id = $2', [workspaceId, id]);
    if (taken.rows.length === 0) return id;
  }
}

async function madeBy({ pool }: Postgres, workspaceId: string, event: string): Promise<string | null> {
  const { rows } = await pool.query<{ incident: string }>(
    `select data->>'incident' as incident from event_log where workspace_id = $1 and source = $2 and id = $3`,
    [workspaceId, APPLICATION, event],
  );
  return rows[0]?.incident ?? null;
}

function refuseUnlessTaken(outcome: Outcome): void {
  if (outcome.outcome === 'rejected') throw invalid(outcome.field.replace(/^data\./, ''), outcome.reason);
  if (outcome.outcome === 'parked') throw new Refusal('not_possible', outcome.reason);
}
