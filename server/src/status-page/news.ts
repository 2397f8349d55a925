/**
 * What is new on a page reaches each subscriber once. It is noted under an id that says what it is, whoever notices it; then it is put into the outbox for some subscribers
 * at a time, each step in one transaction with how far it has come, so that whoever dies is followed by the next.
 */
import { createHash } from 'node:crypto';
import { SILENT_AFTER_MS } from '@watchdesk/domain/event';
import type { StatusPage } from '@watchdesk/domain/status-page';
import { addMessage } from '../outbox/index.ts';
import type { Clock } from '../clock.ts';
import { asOnly, inTransaction, type Postgres } from '../store/postgres/index.ts';
import { withinWorkspace } from '../store/wall.ts';
import type { Vault } from '../vault/index.ts';
import type { News } from './letters.ts';
import { A_SUBSCRIBER, SUBSCRIBER_CALL, SUBSCRIBER_MAIL } from './subscribers.ts';
import { momentsOf, STATUS } from './words.ts';

interface NewsParts {
  readonly postgres: Postgres;
  readonly clock: Clock;
  readonly vault: Vault;
}

const LOCK = 7_274_556;
const AT_ONCE = 200;
/** Nobody wants to be told later than this. */
const WANTED_MS = 2 * 86_400_000;
/** Whoever was told that it began wants to be told of its end, after however long a stop; less than what is known of it is kept for. */
const END_WANTED_MS = 30 * 86_400_000;
const KEPT_MS = 90 * 86_400_000;
const NOBODY = '00000000-0000-0000-0000-000000000000';

export function createNews({ postgres: { pool }, clock, vault }: NewsParts) {
  /** Puts one piece of news into the outbox for the next subscribers; false where all have it. */
  const tellSome = (workspaceId: string, id: string): Promise<boolean> =>
    inTransaction(pool, async (client) => {
      const { rows } = await client.query<{ toldTo: string | null; madeAt: Date }>(
        `select told_to::text as "toldTo", made_at as "madeAt" from status_news where workspace_id = $1 and id = $2 and not is_told for update`,
        [workspaceId, id],
      );
      const [news] = rows;
      if (!news) return false;
      const subscribers = await client.query<{ id: string; kind: 'mail' | 'webhook' }>(
        `select s.id::text, s.kind from status_subscriber s join status_page p using (workspace_id)
         where s.workspace_id = $1 and s.confirmed_at <= $2 and s.id > $3::uuid
           and coalesce(p.settings->>case s.kind when 'mail' then 'letters' else 'webhooks' end, 'true') = 'true'
         order by s.id limit ${AT_ONCE}`,
        [workspaceId, news.madeAt, news.toldTo ?? NOBODY],
      );
      for (const one of subscribers.rows)
        await addMessage(client, vault, {
          workspaceId,
          id: messageId(one.id, id),
          kind: one.kind === 'mail' ? SUBSCRIBER_MAIL : SUBSCRIBER_CALL,
          to: A_SUBSCRIBER,
          template: 'status-news',
          // Those of one address go one after the other, in their order.
          channel: one.id,
          queue: `~${one.id[0]}`,
          thread: 'news',
          content: { subscriber: one.id, news: id },
          until: news.madeAt.getTime() + WANTED_MS,
          now: clock.now(),
        });
      const isTold = subscribers.rows.length < AT_ONCE;
      await client.query('update status_news set told_to = $3, is_told = $4 where workspace_id = $1 and id = $2', [
        workspaceId,
        id,
        subscribers.rows.at(-1)?.id ?? news.toldTo,
        isTold,
      ]);
      return !isTold;
    });

  return {
    /**
     * Notes what a page says that it did not say before. What was told before the page was there is no news; of an incident that came onto the page later, or whose updates
     * were seen late, only what it is in now.
     */
    async note(workspaceId: string, page: StatusPage): Promise<void> {
      const now = clock.now();
      const ends = new Set(page.incidents.flatMap(({ isEndTold, updates }) => (isEndTold ? updates.slice(0, 1) : [])).map(({ id }) => id));
      const said = newsIn(page).filter(({ id, at }) => at > now - (ends.has(id) ? END_WANTED_MS : WANTED_MS));
      if (said.length === 0) return;
      const { rows: known } = await pool.query<{ id: string; about: string; isTold: boolean }>(
        `select id, content->>'about' as about, (not is_told or told_to is not null) as "isTold" from status_news where workspace_id = $1 and (id = any($2) or content->>'about' = any($3))`,
        [workspaceId, said.map(({ id }) => id), said.map(({ about }) => about)],
      );
      const fresh = said.filter((one) => !known.some(({ id }) => id === one.id));
      if (fresh.length === 0) return;
      const { rows: heard } = await pool.query<{ id: string }>(
        `select l.source || '/' || l.id as id from event_log l join status_page p using (workspace_id)
         where l.workspace_id = $1 and l.stream = any($2) and l.type = 'incident.update_posted' and l.received_at >= p.news_since
           and l.at > extract(epoch from l.received_at) * 1000 - $3`,
        [
          workspaceId,
          [...new Set(fresh.filter(({ kind }) => kind === 'incident').map(({ about }) => `incident/${about}`))],
          SILENT_AFTER_MS,
        ],
      );
      const { rows: since } = await pool.query<{ at: Date }>('select news_since as at from status_page where workspace_id = $1', [
        workspaceId,
      ]);
      const isNews = (one: News) =>
        one.kind === 'incident'
          ? heard.some(({ id }) => id === one.id)
          : one.at >= (since[0]?.at.getTime() ?? now) && one.at > now - SILENT_AFTER_MS;
      const about = (rows: typeof known) => new Set(rows.map((one) => one.about));
      const decided = decidedOf(
        fresh.filter(isNews),
        { known: about(known), told: about(known.filter(({ isTold }) => isTold)), ends },
        page,
        now,
      );
      for (const { news, isWanted } of decided)
        await pool.query(
          'insert into status_news (workspace_id, id, content, made_at, is_told) values ($1, $2, $3, $4, $5) on conflict do nothing',
          [workspaceId, news.id, JSON.stringify(news), new Date(now), !isWanted],
        );
    },

    /** Puts into the outbox what is to be told; false where another process is at it. */
    tell: (): Promise<boolean> =>
      asOnly(pool, { number: LOCK }, async () => {
        const { rows } = await pool.query<{ workspaceId: string; id: string }>(
          'select workspace_id as "workspaceId", id from status_news where not is_told order by made_at, id limit 100',
        );
        for (const { workspaceId, id } of rows)
          await withinWorkspace(workspaceId, async () => {
            while (await tellSome(workspaceId, id));
          });
      }),

    /** What was told long ago is forgotten. */
    tidy: () => pool.query('delete from status_news where is_told and made_at < $1', [new Date(clock.now() - KEPT_MS)]),
  };
}

/** What a page says that may be told, the oldest first. */
function newsIn({ incidents, maintenances, timeZone }: StatusPage): News[] {
  return [
    ...incidents.flatMap(({ id: about, title, components, updates }) =>
      updates.map(({ id, at, status, subject, text }) => ({
        id,
        kind: 'incident' as const,
        about,
        title: subject !== null && subject !== '' ? subject : title,
        status: STATUS[status],
        text,
        components,
        at,
      })),
    ),
    ...maintenances.flatMap((one) =>
      momentsOf(one, timeZone).map(({ key, ...moment }) => ({
        id: `maintenance/${one.id}/${key}`,
        kind: 'maintenance' as const,
        about: one.id,
        title: one.title,
        components: one.components,
        ...moment,
      })),
    ),
  ].toSorted((a, b) => a.at - b.at);
}

interface Decided {
  readonly news: News;
  /** False: it is noted, so that nobody asks again, and told to nobody. */
  readonly isWanted: boolean;
}

interface Before {
  /** Of which anything was noted, and of which anybody was told or is about to be. */
  readonly known: ReadonlySet<string>;
  readonly told: ReadonlySet<string>;
  /** The ids of updates that tell the end of an incident that is over. */
  readonly ends: ReadonlySet<string>;
}

/**
 * Which of what is fresh is told; the oldest first. Of an incident that nothing was known of, the last update alone, however many came before it was shown. One that is seen
 * later than at once is told in the status that it is in by now; and of what is resolved by then nothing but its end, to those who were told of it before.
 */
function decidedOf(fresh: readonly News[], { known, told, ends }: Before, { incidents }: StatusPage, now: number): Decided[] {
  return fresh.map((news) => {
    if (news.kind === 'maintenance') return { news, isWanted: true };
    const isLate = news.at <= now - SILENT_AFTER_MS;
    const isLast = fresh.findLast(({ about }) => about === news.about) === news;
    if (!isLate) return { news, isWanted: isLast || known.has(news.about) };
    const incident = incidents.find(({ id }) => id === news.about);
    if (incident === undefined) return { news, isWanted: false };
    const isWanted = incident.resolvedAt === null ? isLast : ends.has(news.id) && told.has(news.about);
    return { news: { ...news, status: STATUS[incident.status] }, isWanted };
  });
}

/** The same for the same news to the same subscriber, so that it is put in once. */
function messageId(subscriber: string, news: string): string {
  const hex = createHash('sha256').update(`${subscriber} ${news}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-');
}
