/** Events that were accepted and wait for what they refer to, the newest first; of the tickets in sight where not all are. */
import { refuseBlind, type Sight, sightSql } from '../accounts/index.ts';
import { invalid } from '../errors.ts';
import type { Postgres } from '../store/postgres/index.ts';

export async function parkedEvents(
  { pool }: Postgres,
  workspaceId: string,
  sight: Sight,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
) {
  refuseBlind(sight);
  const seen = sightSql(sight, 5);
  const [at, source, id] = cursor === undefined ? [null, '', ''] : partsOf(cursor);
  const { rows } = await pool.query<{
    source: string;
    id: string;
    stream: string;
    awaits: string;
    reason: string;
    type: string;
    at: number;
    parkedAt: Date;
    key: string;
  }>(
    `select p.source, p.id, p.stream, p.awaits, p.reason, l.type, l.at, p.parked_at as "parkedAt", p.parked_at::text as key
     from parked_event p join event_log l on l.workspace_id = p.workspace_id and l.source = p.source and l.id = p.id
     where p.workspace_id = $1 and ($2::timestamptz is null or (p.parked_at, p.source, p.id) < ($2::timestamptz, $3, $4))
       ${sight.to === 'all' ? '' : `and exists (select from ticket t where t.workspace_id = $1 and 'ticket/' || t.id = p.stream and ${seen.text})`}
     order by p.parked_at desc, p.source desc, p.id desc limit $5`,
    [workspaceId, at, source, id, limit + 1, ...seen.values],
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    parked: shown.map(({ stream, at: happenedAt, parkedAt, key: _, ...event }) => ({
      ...event,
      ticket: stream.startsWith('ticket/') ? stream.slice('ticket/'.length) : null,
      at: new Date(happenedAt).toISOString(),
      parkedAt: parkedAt.toISOString(),
    })),
    next: rows.length > limit && last ? Buffer.from(JSON.stringify([last.key, last.source, last.id])).toString('base64url') : null,
  };
}

function partsOf(cursor: string): [string, string, string] {
  try {
    const parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
    if (
      Array.isArray(parts) &&
      parts.length === 3 &&
      parts.every((part) => typeof part === 'string' && !part.includes('\0')) &&
      /^\d{4}-\d\d-\d\d [\d:.]+[+-][\d:]+$/.test(parts[0] as string)
    )
      return parts as [string, string, string];
  } catch {
    // said below
  }
  throw invalid('cursor', 'must be the `next` of an answer before');
}
