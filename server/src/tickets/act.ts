/**
 * Doing something to a ticket: one at a time per ticket, so that of two people who claim it exactly one gets it. Under
 * the ticket's lock the state is read, the deed decided, and its events given to the door like anybody else's; or, where the
 * ticket is a help desk's, what is to be done is asked there.
 */
import { randomUUID } from 'node:crypto';
import type { TicketState } from '@watchdesk/domain/ticket';
import { type Sight, sightSql } from '../accounts/index.ts';
import type { Deed as Told, Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import type { Commands } from '../connectors/runtime/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { APPLICATION, type Door, ensureApplication, type Outcome } from '../ingest/index.ts';
import { type PackedState, unpackState } from '../store/packed-state.ts';
import type { DeedLocks, Postgres } from '../store/postgres/index.ts';
import { type Action, type Deed, deedsOf } from './actions.ts';
import { commandOf } from './orders.ts';
import { type TicketRow, ticketRows } from './ticket-rows.ts';
import { connectionOf, noSuchTicket, sourceOf } from './view-ticket.ts';

export interface ActParts {
  readonly postgres: Postgres;
  readonly door: Pick<Door, 'accept'>;
  readonly clock: Clock;
  readonly locks: DeedLocks;
  readonly commands: Commands;
}

/** Who acts on tickets as which agent. */
export interface Actor {
  readonly agent: string;
  readonly who: Who;
}

/**
 * The ticket after it, also where it has left the sight of whoever did it: they are shown once more what they handed on. What is
 * out of sight is not there, as what is acted on and as what it is merged into. `requestId` makes the ids of the events, so that a
 * repeated request repeats no event.
 */
export async function act(
  parts: ActParts,
  workspaceId: string,
  sight: Sight,
  id: string,
  { agent, who }: Actor,
  action: Action,
  requestId: string = randomUUID(),
): Promise<TicketRow> {
  const { postgres, commands } = parts;
  const source = sourceOf(id);
  const connection = await connectionOf(parts, workspaceId, source);
  await parts.locks.holding(workspaceId, action.name === 'merge' ? [id, action.into] : [id], async () => {
    const state = await stateOf(postgres, workspaceId, sight, id);
    if (!state) throw noSuchTicket(id, sight);
    if (connection.isOrdered) {
      const command = commandOf(state, agent, action, await commands.of(workspaceId, id), connection.label);
      if (command) await commands.ask(workspaceId, source, { id: requestId, ticket: id, action: action.name, command, agent, who });
      return;
    }
    if (!connection.writable)
      throw new Refusal('not_writable', `${connection.label} is read-only here; work on the ticket where it came from.`);
    if (action.name === 'merge') refuseTarget(await stateOf(postgres, workspaceId, sight, action.into));
    const deeds = deedsOf(state, agent, action, requestId);
    if (deeds.length === 0) return;
    await ensureApplication(postgres, workspaceId);
    // What somebody does follows what they saw, even where another clock runs ahead of ours.
    const at = Math.max(parts.clock.now(), (state.lastEvent?.at ?? 0) + 1);
    const events = deeds.map((deed, seq) => ({
      ...deed,
      id: `${requestId}:${seq}`,
      at,
      seq,
      actor: { kind: 'agent', id: agent },
      ticket: id,
    }));
    const outcomes = await parts.door.accept(workspaceId, APPLICATION, events, { who, ...assignmentOf(state, deeds) });
    for (const outcome of outcomes) refuseUnlessTaken(outcome);
  });
  const [row] = await ticketRows(postgres.pool, workspaceId, [id]);
  if (!row) throw noSuchTicket(id, sight);
  return row;
}

/** What the audit log is told of whom a ticket was given to. */
function assignmentOf({ id, now: { assignee, team } }: TicketState, deeds: readonly Deed[]): { readonly deed?: Told } {
  const before = { assignee, team };
  const changes = deeds.map(({ type, data }) =>
    type === 'assignee.changed' ? { assignee: data.to } : type === 'team.changed' ? { team: data.to } : {},
  );
  const after = Object.assign({}, before, ...changes) as typeof before;
  if (after.assignee === assignee && after.team === team) return {};
  return { deed: { action: 'ticket.assigned', subject: { kind: 'ticket', id, name: null }, before, after } };
}

/** A ticket that is gone takes no other in; nor does one that was merged, which is how two would vanish into each other. */
function refuseTarget(target: TicketState | null): void {
  if (!target) throw invalid('into', 'must be a ticket that exists');
  if (target.mergedInto !== null) throw invalid('into', `must be a ticket that is not merged itself, such as ${target.mergedInto}`);
  if (target.deleted || target.spam) throw invalid('into', `must not be a ticket that is ${target.deleted ? 'deleted' : 'spam'}`);
}

async function stateOf({ pool }: Postgres, workspaceId: string, sight: Sight, id: string): Promise<TicketState | null> {
  const seen = sightSql(sight, 2);
  const { rows } = await pool.query<{ state: PackedState | null }>(
    `select t.state from ticket t where t.workspace_id = $1 and t.id = $2 and ${seen.text}`,
    [workspaceId, id, ...seen.values],
  );
  const state = rows[0]?.state;
  return state ? unpackState(state) : null;
}

function refuseUnlessTaken(outcome: Outcome): void {
  if (outcome.outcome === 'rejected') throw invalid(outcome.field.replace(/^data\./, ''), outcome.reason);
}
