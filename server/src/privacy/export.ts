/**
 * Everything that is kept of one customer, as one JSON file: who they are, their tickets with every event and its texts, and what they
 * said on others' tickets. Texts of another customer on the same ticket are not theirs and are left out. Read ticket by ticket, so that
 * memory does not grow with their number.
 */
import { Readable } from 'node:stream';
import type { Postgres } from '../store/postgres/index.ts';
import { rowsWithin } from '../store/wall.ts';

const PART = 100;

interface EventRow {
  readonly source: string;
  readonly id: string;
  readonly at: number;
  readonly type: string;
  readonly actor: { readonly kind: string; readonly id: string | null };
  readonly data: unknown;
  readonly personal: unknown;
}

const EVENT = `l.source, l.id, l.at, l.type, json_build_object('kind', l.actor_kind, 'id', l.actor_id) as actor, l.data,
  case when coalesce(p.customer, $2) = $2 then p.fields end as personal`;
const JOINED = `event_log l left join personal_data p on p.workspace_id = $1 and p.source = l.source and p.event_id = l.id`;
const ORDER = 'order by l.at, l.seq, l.source collate "C", l.id collate "C"';

/** The customer must be known (known-customer.ts). */
export const exportCustomer = (postgres: Postgres, workspaceId: string, customer: string, now: number): Readable =>
  Readable.from(rowsWithin(workspaceId, parts(postgres, workspaceId, customer, now)));

async function* parts({ pool }: Postgres, workspaceId: string, customer: string, now: number): AsyncGenerator<string> {
  const eventsOf = async (stream: string) => {
    const { rows } = await pool.query<EventRow>(`select ${EVENT} from ${JOINED} where l.workspace_id = $1 and l.stream = $3 ${ORDER}`, [
      workspaceId,
      customer,
      stream,
    ]);
    return rows.map(asEvent);
  };
  const { rows: known } = await pool.query<{ attributes: unknown; erased: number | null }>(
    `select state->'attributes' as attributes, (state->>'erasedAt')::bigint as erased from directory
     where workspace_id = $1 and kind = 'customer' and id = $2`,
    [workspaceId, customer],
  );
  const head = {
    format: 'watchdesk customer export 1',
    exportedAt: iso(now),
    customer: { id: customer, attributes: known[0]?.attributes ?? {}, erasedAt: known[0]?.erased ? iso(known[0].erased) : null },
  };
  yield JSON.stringify(head).slice(0, -1);
  yield `,\n"events":${JSON.stringify(await eventsOf(`customer/${customer}`))}`;
  yield ',\n"tickets":[';
  for (let after = '', isFirst = true; ; isFirst = false) {
    const { rows } = await pool.query<{ id: string }>(
      `select id, status, priority, channel, category, product, organisation, language, tags, created_at as "createdAt", updated_at as "updatedAt",
         resolved_at as "resolvedAt" from ticket where workspace_id = $1 and requester = $2 and id > $3 order by id limit ${PART}`,
      [workspaceId, customer, after],
    );
    for (const [index, ticket] of rows.entries())
      yield `${isFirst && index === 0 ? '' : ','}\n${JSON.stringify({ ...ticket, events: await eventsOf(`ticket/${ticket.id}`) })}`;
    if (rows.length < PART) break;
    after = rows.at(-1)!.id;
  }
  const { rows: elsewhere } = await pool.query<EventRow & { ticket: string }>(
    `select substr(l.stream, 8) as ticket, ${EVENT} from ${JOINED.replace('left join', 'join')}
     where l.workspace_id = $1 and p.customer = $2 and l.stream like 'ticket/%'
       and not exists (select from ticket t where t.workspace_id = $1 and 'ticket/' || t.id = l.stream and t.requester = $2) ${ORDER}`,
    [workspaceId, customer],
  );
  yield `],\n"elsewhere":${JSON.stringify(elsewhere.map(asEvent))}}\n`;
}

const asEvent = <E extends EventRow>({ at, ...event }: E) => ({ at: iso(at), ...event });
const iso = (ms: number) => new Date(ms).toISOString();
