/**
 * Answers the tickets of an incident with one of its updates to customers: a public reply on each, in the way that its connection takes
 * replies. A ticket is answered once by an update, however often it is asked for: its request has an id that is made of both.
 */
import { createHash } from 'node:crypto';
import type { Sight } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import type { Who } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';
import type { Incidents } from '../incidents/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Tickets } from '../tickets/index.ts';

export type IncidentAnswers = ReturnType<typeof createIncidentAnswers>;

interface Parts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly incidents: Pick<Incidents, 'refuseUnknown' | 'ticketsOf'>;
  readonly tickets: Pick<Tickets, 'act' | 'waysOf'>;
}

interface Reader {
  readonly workspaceId: string;
  readonly sight: Sight;
}

/** As many are answered side by side. */
const AT_ONCE = 4;
/** A request answers no more of them after so long; who asked asks again. */
const LONGEST_MS = 20_000;
/** As many are told one by one. */
const MOST_TOLD = 500;

export interface Update {
  readonly id: string;
  readonly at: string;
  readonly subject: string | null;
  readonly text: string;
}

export interface AnswerPlan {
  /** Null where customers were told nothing yet. */
  readonly update: Update | null;
  /** Of the linked tickets in sight, those that are not answered first; of very many not all. */
  readonly tickets: readonly {
    readonly id: string;
    readonly state: 'ready' | 'answered' | 'refused';
    /** By an event at once, or as an order to the help desk. */
    readonly way: 'here' | 'ordered' | null;
    /** Why it is refused. */
    readonly reason: string | null;
  }[];
  /** Of all of them. */
  readonly counts: { readonly ready: number; readonly answered: number; readonly refused: number };
}

export function createIncidentAnswers({ postgres, clock, incidents, tickets }: Parts) {
  const { pool } = postgres;

  /** The last that customers were told, unless it is named. */
  const updateOf = async (workspaceId: string, incident: string, id?: string): Promise<Update | null> => {
    const { rows } = await pool.query<{ id: string; at: number; subject: string | null; text: string }>(
      `select source || ':' || id as id, at, data->>'subject' as subject, data->>'text' as text from event_log
       where workspace_id = $1 and stream = 'incident/' || $2 and type = 'incident.update_posted' and data->>'audience' = 'customers'
         and ($3::text is null or source || ':' || id = $3) order by at desc, seq desc limit 1`,
      [workspaceId, incident, id ?? null],
    );
    if (!rows[0] && id !== undefined) throw invalid('update', 'must be an update that customers were told');
    return rows[0] ? { ...rows[0], at: new Date(rows[0].at).toISOString() } : null;
  };

  /** All of them, those that are not answered first. */
  const planned = async (reader: Reader, incident: string, id?: string): Promise<Pick<AnswerPlan, 'update' | 'tickets'>> => {
    const { workspaceId } = reader;
    await incidents.refuseUnknown(workspaceId, incident);
    const update = await updateOf(workspaceId, incident, id);
    const linked = await incidents.ticketsOf(reader, incident);
    const { rows } = await pool.query<{ ticket: string }>(
      'select ticket from incident_answer where workspace_id = $1 and incident = $2 and update_id = $3',
      [workspaceId, incident, update?.id ?? ''],
    );
    const answered = new Set(rows.map(({ ticket }) => ticket));
    const open = linked.filter((ticket) => !answered.has(ticket));
    const ways = await tickets.waysOf(workspaceId, open);
    return {
      update,
      tickets: [
        ...open.map((ticket): AnswerPlan['tickets'][number] => {
          const { way, refusal } = ways.get(ticket) ?? { way: null, refusal: 'It is gone.' };
          return { id: ticket, state: refusal === null ? 'ready' : 'refused', way, reason: refusal };
        }),
        ...linked.flatMap((ticket) => (answered.has(ticket) ? [{ id: ticket, state: 'answered' as const, way: null, reason: null }] : [])),
      ],
    };
  };

  return {
    plan: async (reader: Reader, incident: string, id?: string): Promise<AnswerPlan> => told(await planned(reader, incident, id)),

    /** Answers those that are ready, of very many as many as there is time for, and gives how it stands then. What a help desk refuses later stands at its ticket, as with any reply. */
    async answer(reader: Reader, incident: string, { agent, who }: { agent: string; who: Who }, id?: string): Promise<AnswerPlan> {
      const { workspaceId, sight } = reader;
      const before = await planned(reader, incident, id);
      const { update } = before;
      if (!update) return told(before);
      const until = performance.now() + LONGEST_MS;
      const ready = before.tickets.filter(({ state }) => state === 'ready');
      const refused = new Map<string, string>();
      const one = async (ticket: string): Promise<void> => {
        try {
          const requestId = idOf(workspaceId, incident, update.id, ticket);
          await tickets.act(workspaceId, sight, ticket, { agent, who }, { name: 'reply', text: update.text }, requestId);
        } catch (error) {
          if (!(error instanceof Refusal) || error.code === 'unavailable') throw error;
          return void refused.set(ticket, error.message);
        }
        await pool.query(
          'insert into incident_answer (workspace_id, incident, update_id, ticket, answered_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
          [workspaceId, incident, update.id, ticket, new Date(clock.now())],
        );
      };
      for (let from = 0; from < ready.length && performance.now() < until; from += AT_ONCE)
        await Promise.all(ready.slice(from, from + AT_ONCE).map((ticket) => one(ticket.id)));
      const after = await planned(reader, incident, update.id);
      const tried = after.tickets.map((ticket) => {
        const reason = refused.get(ticket.id);
        return reason === undefined ? ticket : { ...ticket, state: 'refused' as const, reason };
      });
      return told({ ...after, tickets: tried });
    },
  };
}

const told = ({ update, tickets }: Pick<AnswerPlan, 'update' | 'tickets'>): AnswerPlan => ({
  update,
  tickets: tickets.slice(0, MOST_TOLD),
  counts: countsOf(tickets),
});

function countsOf(tickets: AnswerPlan['tickets']): AnswerPlan['counts'] {
  const count = (state: string) => tickets.filter((one) => one.state === state).length;
  return { ready: count('ready'), answered: count('answered'), refused: count('refused') };
}

/** The same for the same answer: a UUID, as the ids of requests are. */
function idOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
