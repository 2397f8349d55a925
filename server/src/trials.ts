/**
 * Trials: dry runs, which read much of the past while somebody waits. Each person has one at a time, since what they ask for anew makes what they asked for
 * before useless; and what nobody waits for any more is ended. Within this process: a second one is the worst that another can add.
 */
import { Refusal } from './errors.ts';

/** So many tickets are tried, the latest first, and for so long: a trial is begun at each pause of typing, and is not to hold up the database's daily work. */
export const MOST_TRIED = 20_000;
export const LONGEST_TRIAL_MS = 10_000;

/** Where a trial stopped before it had looked at all; `before`: what was so before its period decides, and was looked for in vain. */
export interface TrialBound {
  readonly tickets: number;
  readonly why: 'tickets' | 'time' | 'before';
}

/**
 * The ids of the tickets to which something a trial looks at may have happened in a period, the one touched last first, one more than are tried: those touched
 * since `$2`, and where `alsoStill` those that were open before and still are, to which time and promises alone do something. Of the workspace `$1`, created
 * before `$3`; `sight` is of the alias t, with its values from `$4` on.
 */
export function triedTickets({ alsoStill, sight = 'true' }: { readonly alsoStill: boolean; readonly sight?: string }): string {
  const some = (which: string) => `(select t.id, t.updated_at from ticket t where t.workspace_id = $1 and not t.hidden
    and (t.created_at is null or t.created_at < $3) and ${which} and ${sight} order by t.updated_at desc, t.id limit ${MOST_TRIED + 1})`;
  // Nothing has changed a ticket that was not touched since: what is open now was open then.
  const still = `t.updated_at < $2 and t.status in ('new', 'open', 'pending', 'on_hold')`;
  const parts = [some('t.updated_at >= $2'), ...(alsoStill ? [some(still)] : [])];
  return `select id from (${parts.join(' union all ')}) tried order by updated_at desc, id limit ${MOST_TRIED + 1}`;
}

export type Trials = ReturnType<typeof createTrials>;

export function createTrials() {
  const running = new Map<string, AbortController>();
  return {
    /** Work that looks at its signal between its steps. `gone`: whoever asked waits no longer. Rejects with a refusal where it is ended. */
    async of<T>(person: string, gone: AbortSignal | undefined, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
      running.get(person)?.abort(new Refusal('not_possible', 'A newer dry run of yours has ended this one.'));
      const own = new AbortController();
      running.set(person, own);
      const leave = () => own.abort(new Refusal('not_possible', 'Nobody waits for this dry run any more.'));
      if (gone?.aborted) leave();
      gone?.addEventListener('abort', leave, { once: true });
      try {
        return await work(own.signal);
      } finally {
        gone?.removeEventListener('abort', leave);
        if (running.get(person) === own) running.delete(person);
      }
    },
  };
}
