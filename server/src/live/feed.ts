/**
 * Hears that there is something in the outbox and reads it, once per process. NOTIFY only says "look": what is read
 * comes from the outbox in its order, so a lost notice costs a second and never a change. Rows of a transaction that
 * finished while an older one still runs become readable later; then it looks again shortly.
 */
import pg from 'pg';
import {
  type Bell,
  BELLS,
  channelOf,
  OUTBOX_CHANNEL,
  type OutboxCursor,
  outboxHead,
  type OutboxRow,
  type Postgres,
  readOutbox,
} from '../store/postgres/index.ts';

export interface Feed {
  start(): Promise<void>;
  stop(): Promise<void>;
  isListening(): boolean;
  /** Up to where it has read. */
  cursor(): OutboxCursor;
}

interface FeedOptions {
  readonly postgres: Postgres;
  /** The rows that are new, in order. The next ones are read when it is done. */
  readonly onRows: (rows: readonly OutboxRow[]) => Promise<void>;
  /** Another channel was heard: the facts of this workspace have changed; of all of them where none is named. */
  readonly onFacts: (workspaceId?: string) => void;
  readonly factsChannel: string;
  /** And what is no event of it, likewise. */
  readonly onBell: (bell: Bell, workspaceId?: string) => void;
  readonly onTrouble: (error: unknown) => void;
}

/** Changes of this long go out together: shorter costs more than anyone sees. */
const TICK_MS = 50;
/** Looked at without a notice, in case one was lost. */
const IDLE_MS = 1000;
const RETRY_MS = 500;
const BATCH = 2000;

export function createFeed(options: FeedOptions): Feed {
  const { postgres, onRows, onFacts, factsChannel, onBell, onTrouble } = options;
  let cursor: OutboxCursor | undefined;
  let listener: pg.Client | undefined;
  let isRunning = false;
  let timer: NodeJS.Timeout | undefined;
  let dueAt = Infinity;
  let reading: Promise<void> = Promise.resolve();
  let isReading = false;

  /** Looks again after so long, or sooner when that is asked for already. */
  const lookIn = (ms: number) => {
    if (!isRunning || isReading || performance.now() + ms >= dueAt) return;
    clearTimeout(timer);
    dueAt = performance.now() + ms;
    timer = setTimeout(() => {
      reading = look();
    }, ms);
  };

  const look = async (): Promise<void> => {
    dueAt = Infinity;
    isReading = true;
    let next = IDLE_MS;
    try {
      next = await readOn();
    } catch (error) {
      onTrouble(error);
      next = RETRY_MS;
    }
    isReading = false;
    lookIn(wasCalled ? Math.min(next, TICK_MS) : next);
    wasCalled = false;
  };

  let wasCalled = false;
  const call = () => {
    if (isReading) wasCalled = true;
    lookIn(TICK_MS);
  };

  const readOn = async (): Promise<number> => {
    cursor ??= await outboxHead(postgres.pool);
    const rows = await readOutbox(postgres.pool, cursor, BATCH);
    const last = rows.at(-1);
    if (!last) return (await isMoreHidden(postgres.pool, cursor)) ? TICK_MS : IDLE_MS;
    await onRows(rows);
    cursor = last.cursor;
    return rows.length === BATCH ? 0 : TICK_MS;
  };

  const listen = async (): Promise<void> => {
    const client = new pg.Client({ connectionString: postgres.url, application_name: 'watchdesk live', keepAlive: true });
    client.on('error', (error) => {
      if (listener !== client) return;
      listener = undefined;
      onTrouble(error);
      client.end(() => {});
      if (isRunning) setTimeout(() => void listenAgain(), RETRY_MS).unref();
    });
    client.on('notification', ({ channel, payload }) => {
      if (channel === factsChannel) onFacts(payload || undefined);
      else if (channel === OUTBOX_CHANNEL) call();
      else for (const bell of BELLS) if (channel === channelOf(bell)) onBell(bell, payload || undefined);
    });
    await client.connect();
    const channels = [OUTBOX_CHANNEL, factsChannel, ...BELLS.map(channelOf)];
    await client.query(channels.map((channel) => `listen ${channel}`).join('; '));
    if (!isRunning) return client.end();
    listener = client;
    call();
    // What was said while nobody listened is not said again.
    onFacts();
    for (const bell of BELLS) onBell(bell);
  };

  const listenAgain = async (): Promise<void> => {
    if (!isRunning || listener) return;
    await listen().catch((error: unknown) => {
      onTrouble(error);
      if (isRunning) setTimeout(() => void listenAgain(), RETRY_MS * 2).unref();
    });
  };

  return {
    async start() {
      if (isRunning) return;
      isRunning = true;
      cursor = await outboxHead(postgres.pool).catch((error: unknown) => {
        isRunning = false;
        throw error;
      });
      await listenAgain();
      lookIn(0);
    },
    async stop() {
      isRunning = false;
      clearTimeout(timer);
      dueAt = Infinity;
      await reading;
      const client = listener;
      listener = undefined;
      await client?.end();
    },
    isListening: () => listener !== undefined,
    cursor: () => cursor ?? { transaction: '0', position: 0 },
  };
}

/** Whether there is anything behind the cursor that cannot be read yet. */
async function isMoreHidden(pool: pg.Pool, after: OutboxCursor): Promise<boolean> {
  const { rows } = await pool.query<{ is: boolean }>(
    'select exists (select from outbox where (transaction_id, position) > ($1::xid8, $2)) as is',
    [after.transaction, after.position],
  );
  return rows[0]!.is;
}

/** As text, in numbers of the stream. */
export const numberOf = ({ transaction, position }: OutboxCursor): string => `${transaction}.${position}`;

/** The place a number names; undefined for what is no number of the stream. */
export function cursorOfNumber(text: string): OutboxCursor | undefined {
  const [, transaction, position] = /^(\d{1,19})\.(\d{1,15})$/.exec(text) ?? [];
  return transaction === undefined || position === undefined ? undefined : { transaction, position: Number(position) };
}
