/** Redaction: the rules of each workspace, and what the door does to texts by them. */
import { mapTexts, type SupportEvent } from '@watchdesk/domain/event';
import { systemClock } from '../clock.ts';
import { remembered } from '../remembered.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { redactor } from './redact.ts';
import { FIRST_RULES, type RedactionRules } from './rules.ts';

export { checkPatterns } from './custom-patterns.ts';
export { type Redacted, redactor } from './redact.ts';
export { type CustomPattern, FIRST_RULES, LONGEST_NAME, LONGEST_PATTERN, MOST_PATTERNS, type RedactionRules } from './rules.ts';

export interface Redaction {
  /** What becomes of each event of the workspace before anything of it is stored. */
  of(workspaceId: string): Promise<<E extends SupportEvent>(event: E) => E>;
  /** To be told that rules were saved here; other processes notice within a second. */
  forget(): void;
}

export function createRedaction({ postgres: { pool } }: { postgres: Postgres }): Redaction {
  const known = remembered<<E extends SupportEvent>(event: E) => E>(systemClock);
  // Patterns are compiled once for as long as they stay what they are.
  const compiled = new Map<string, (text: string) => string>();

  const compile = (rules: RedactionRules) => {
    const key = JSON.stringify(rules);
    const before = compiled.get(key);
    if (before) return before;
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    const redact = redactor(rules);
    const change = (text: string) => redact(text).text;
    compiled.set(key, change);
    return change;
  };

  return {
    of: (workspaceId) =>
      known.get(workspaceId, async () => {
        const change = compile(await readRules(pool, workspaceId));
        return (event) => mapTexts(event, change);
      }),
    forget: known.forget,
  };
}

const MOST_COMPILED = 1_000;

export async function readRules(queryable: Pick<Postgres['pool'], 'query'>, workspaceId: string): Promise<RedactionRules> {
  const { rows } = await queryable.query<{ rules: RedactionRules | null }>(
    'select redaction as rules from privacy_setting where workspace_id = $1',
    [workspaceId],
  );
  return { ...FIRST_RULES, ...rows[0]?.rules };
}
