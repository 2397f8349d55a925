/** The ladder: who else is told when nobody has acknowledged until then. Steps that are due are posted like any notices, in the transaction that ends them. */
import { answering, type AudienceStep, type Notice, shortened } from '@watchdesk/domain/notification';
import type { EventType } from '@watchdesk/domain/event';
import { calledOff, type IncidentState } from '@watchdesk/domain/incident';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { createBackOff } from './back-off.ts';
import type { Post } from './post.ts';
import { addDeliveries, endSteps } from './records.ts';

interface Due {
  readonly workspaceId: string;
  readonly notice: string;
  readonly step: number;
  readonly audience: AudienceStep;
  readonly body: Notice;
  readonly postedAt: Date;
  /** There is nothing any more that it could be about. */
  readonly isOver: boolean;
  /** Of an alert by which one incident calls people: what of it called them, and that as it is now. */
  readonly incident: {
    readonly state: IncidentState;
    readonly type: EventType;
    readonly since: number;
    readonly parts: readonly string[];
  } | null;
}

interface StepParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}

const AT_ONCE = 500;
/** So many are tried by themselves where some of them cannot be taken together. */
const ALONE = 50;

export function createSteps({ postgres: { pool }, clock, log }: StepParts, { postAll }: Post) {
  const backOff = createBackOff();

  /** Takes those that are due, at most so many. */
  function takeSome(most: number, onTaken: (due: readonly Due[]) => void = () => {}): Promise<readonly Due[]> {
    return inTransaction(pool, async (client) => {
      const { rows } = await client.query<Due>(
        `select s.workspace_id as "workspaceId", s.notice, s.step, s.audience, n.body, n.posted_at as "postedAt",
           coalesce(t.hidden or t.status not in ('new', 'open', 'pending', 'on_hold'), false) as "isOver",
           case when i.state is not null then jsonb_build_object('state', i.state, 'type', a.figure->'happened'->>'type',
             'since', floor(extract(epoch from a.since) * 1000), 'parts', a.key::jsonb) end as incident from notice_step s
         join notice n on n.workspace_id = s.workspace_id and n.id = s.notice
         left join ticket t on n.body ? 'acknowledgeable' and t.workspace_id = n.workspace_id and t.id = n.body->>'ticketId'
         left join alert a on a.workspace_id = n.workspace_id and a.id = n.body->>'alertId'
         left join incident i on i.workspace_id = a.workspace_id and i.id = a.figure->'happened'->'data'->>'incident'
         where s.ended is null and s.due_at <= $1 order by s.due_at limit $2 for update of s skip locked`,
        [new Date(clock.now()), most],
      );
      onTaken(rows);
      for (const [workspaceId, all] of Map.groupBy(rows, (one) => one.workspaceId)) {
        const off = all.flatMap((due) => {
          const how = howCalledOff(due);
          return how === null ? [] : [{ ...due, how }];
        });
        const own = all.filter((due) => howCalledOff(due) === null);
        // What an automation asks of people is over with its ticket; of alerts it is their rule that says so.
        await postAll(
          client,
          workspaceId,
          own.map((due) => (due.isOver ? { settles: over(due.body, clock.now()) } : newsOf(due))),
        );
        await endSteps(client, workspaceId, own, 'told');
        // Its rule may not have heard of it yet.
        await endSteps(client, workspaceId, off, 'settled');
        await addDeliveries(client, workspaceId, off.map(untold), clock.now());
      }
      return rows;
    });
  }

  const newsOf = ({ body, step, postedAt, audience: { afterMs, ...audience } }: Due) => ({
    notice: escalated(body, step, postedAt.getTime(), clock.now()),
    audience,
  });

  /** One that fails comes later, and keeps no other from being taken. */
  async function takeAlone(): Promise<number> {
    let told = 0;
    for (let tried = 0; tried < ALONE; tried += 1) {
      let taken: Due | undefined;
      try {
        const [done] = await takeSome(1, ([one]) => (taken = one));
        if (!done) break;
        backOff.went(placeOf(done).join(' '));
        told += 1;
      } catch (err) {
        if (!taken) throw err;
        log.warn({ err, notice: taken.notice, step: taken.step }, 'a step of a ladder was not taken; it goes on');
        const later = new Date(clock.now() + backOff.failed(placeOf(taken).join(' ')));
        await pool.query('update notice_step set due_at = $4 where workspace_id = $1 and notice = $2 and step = $3', [
          ...placeOf(taken),
          later,
        ]);
      }
    }
    return told;
  }

  return {
    /** Tells those whose step has come, a storm of them together; gives how many steps that were. */
    take: (): Promise<number> =>
      takeSome(AT_ONCE).then(
        ({ length }) => length,
        () => takeAlone(),
      ),
  };
}

const over = (notice: Notice, now: number): Notice =>
  answering(notice, 'resolved', { what: 'Its ticket is resolved, and nobody further is told.', at: now });

/** Null while it goes on, and of an alert that is about whatever happens to any incident. */
function howCalledOff({ incident }: Due): string | null {
  if (incident === null) return null;
  const { state, type, since, parts } = incident;
  const isOfIt = parts.some((part) => part === state.id || part.startsWith(`${state.id} `));
  return isOfIt ? (calledOff(state, { type, at: since })?.how ?? null) : null;
}

const untold = ({ notice, how }: Due & { readonly how: string }) => ({
  notice,
  way: 'none' as const,
  recipient: 'ladder',
  state: 'nowhere' as const,
  reason: `${how}: whoever is next is not called`,
});

const placeOf = ({ workspaceId, notice, step }: Due): (string | number)[] => [workspaceId, notice, step];

/** For how long, since this very notice: a step that began with another of the conversation counts from that. */
const escalated = (notice: Notice, step: number, postedAt: number, now: number): Notice => ({
  ...notice,
  key: shortened(`${notice.key} step ${step}`, 300),
  event: 'escalated',
  what: shortened(`Nobody has acknowledged this ${unacknowledgedFor(now - postedAt)}. ${notice.what}`, 2000),
  at: now,
});

function unacknowledgedFor(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 1) return 'yet';
  if (minutes < 120) return `for ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return `for ${Math.round(minutes / 60)} hours`;
}
