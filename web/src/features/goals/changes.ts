/** What somebody did to a goal, from one version to the next, in words. */
import type { GoalSpec } from '../../api/client.ts';
import { isSame } from '../../drafts/index.ts';
import { messages } from './messages.ts';

const words = messages.history;

export interface Version {
  spec: GoalSpec;
  outcome: 'reached' | 'missed' | 'dropped' | null;
}

const FIELDS = Object.keys(words.fields) as (keyof GoalSpec)[];

/** The names of what differs. */
const changedFields = (spec: GoalSpec, before: GoalSpec): string[] =>
  FIELDS.filter((field) => !isSame(spec[field] ?? null, before[field] ?? null)).map((field) => words.fields[field]!);

/** Of the first version, that the goal was set. */
export function didWhat(version: Version, before: Version | undefined): string {
  if (!before) return words.made;
  if (version.outcome !== null) return words.closed(messages.outcomes[version.outcome]);
  if (before.outcome !== null) return words.reopened;
  const fields = changedFields(version.spec, before.spec);
  return fields.length === 0 ? words.nothing : `${words.changed} ${fields.join(', ')}`;
}
