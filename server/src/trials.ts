/**
 * Trials: dry runs, which read much of the past while somebody waits. Each person has one at a time, since what they ask for anew makes what they asked for
 * before useless; and what nobody waits for any more is ended. Within this process: a second one is the worst that another can add.
 */
import { Refusal } from './errors.ts';

/** So many tickets are tried, the latest first, and for so long: a trial is begun at each pause of typing, and is not to hold up the database's daily work. */
export const MOST_TRIED = 20_000;
export const LONGEST_TRIAL_MS = 10_000;

/** Where a trial stopped before it had looked at all. */
export interface TrialBound {
  readonly tickets: number;
  readonly why: 'tickets' | 'time';
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
