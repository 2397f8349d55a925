/** The ladder: who else is told when nobody has acknowledged until then. A step that is due is posted like any notice, in the transaction that ends the step. */
import { type AudienceStep, type Notice, shortened } from '@watchdesk/domain/notification';
import type { Clock } from '../clock.ts';
import type { Logger } from '../log.ts';
import { inTransaction, type Postgres } from '../store/postgres/index.ts';
import { createBackOff } from './back-off.ts';
import type { Post } from './post.ts';

interface Due {
  readonly workspaceId: string;
  readonly notice: string;
  readonly step: number;
  readonly audience: AudienceStep;
  readonly body: Notice;
}

interface StepParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'warn'>;
}

const AT_ONCE = 50;

export function createSteps({ postgres: { pool }, clock, log }: StepParts, { post }: Post) {
  const backOff = createBackOff();

  /** Takes one that is due; undefined where none is. */
  function takeOne(onTaken: (due: Due) => void): Promise<Due | undefined> {
    return inTransaction(pool, async (client) => {
      const { rows } = await client.query<Due>(
        `select s.workspace_id as "workspaceId", s.notice, s.step, s.audience, n.body from notice_step s
         join notice n on n.workspace_id = s.workspace_id and n.id = s.notice
         where s.ended is null and s.due_at <= $1 order by s.due_at limit 1 for update of s skip locked`,
        [new Date(clock.now())],
      );
      const [due] = rows;
      if (!due) return undefined;
      onTaken(due);
      const { afterMs, ...group } = due.audience;
      await post(client, due.workspaceId, escalated(due.body, due.step, afterMs, clock.now()), group);
      await client.query(`update notice_step set ended = 'told' where workspace_id = $1 and notice = $2 and step = $3`, placeOf(due));
      return due;
    });
  }

  return {
    /** Tells those whose step has come; gives how many steps that were. One that fails comes later, and keeps no other from being taken. */
    async take(): Promise<number> {
      let told = 0;
      for (let tried = 0; tried < AT_ONCE; tried += 1) {
        let taken: Due | undefined;
        try {
          const done = await takeOne((due) => (taken = due));
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
    },
  };
}

const placeOf = ({ workspaceId, notice, step }: Due): (string | number)[] => [workspaceId, notice, step];

const escalated = (notice: Notice, step: number, afterMs: number, now: number): Notice => ({
  ...notice,
  key: shortened(`${notice.key} step ${step}`, 300),
  event: 'escalated',
  what: shortened(`Nobody has acknowledged this for ${durationOf(afterMs)}. ${notice.what}`, 2000),
  at: now,
});

function durationOf(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  return `${Math.round(minutes / 60)} hours`;
}
