/** Those of an audience who are there because they are on call at that moment, and why of a schedule nobody is. */
import { type AudienceInput, onCallOf } from '@watchdesk/domain/notification';
import type pg from 'pg';
import type { Colleague } from './people.ts';

export interface OnCallSource {
  /** Who is on call in these schedules; one that is gone has no name, one in a gap nobody. */
  standing(
    tx: pg.ClientBase,
    workspaceId: string,
    schedules: readonly string[],
    at: number,
  ): Promise<readonly { readonly schedule: string; readonly name: string | null; readonly person: string | null }[]>;
  /** Whom a policy tells, with its ladder; null for one that is gone. */
  audienceOf(tx: pg.ClientBase, workspaceId: string, policy: string): Promise<AudienceInput | null>;
}

/** Where there is no on-call. */
export const NOBODY_ON_CALL: OnCallSource = {
  standing: async (_tx, _workspaceId, schedules) => schedules.map((schedule) => ({ schedule, name: null, person: null })),
  audienceOf: async () => null,
};

export interface Paged {
  /** Account and schedule: of several the first. */
  readonly by: ReadonlyMap<string, string>;
  /** Schedules by which nobody is reached, and why. */
  readonly missed: readonly (readonly [schedule: string, reason: string])[];
}

export async function pagedOf(
  source: OnCallSource,
  tx: pg.ClientBase,
  workspaceId: string,
  schedules: readonly string[],
  everybody: readonly Colleague[],
  now: number,
): Promise<Paged> {
  const by = new Map<string, string>();
  const missed: [string, string][] = [];
  for (const { schedule, name, person } of schedules.length === 0 ? [] : await source.standing(tx, workspaceId, schedules, now)) {
    const [account] = person === null ? [] : onCallOf([person], everybody);
    if (account !== undefined) by.set(account, by.get(account) ?? schedule);
    else missed.push([schedule, reasonOf(name, person)]);
  }
  return { by, missed };
}

function reasonOf(name: string | null, person: string | null): string {
  if (name === null) return 'there is no such schedule or policy any more';
  if (person === null) return `nobody is on call in ${name}`;
  const [kind, id] = [person.slice(0, person.indexOf(':')), person.slice(person.indexOf(':') + 1)];
  return kind === 'agent'
    ? `the agent ${id}, who is on call in ${name}, has no account here`
    : `who is on call in ${name} does not belong to the workspace`;
}
