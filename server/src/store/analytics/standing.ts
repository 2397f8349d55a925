/**
 * What was known of a ticket's customer and organisation when the ticket was created (docs/definitions.md, D.0), taken
 * from the log and not from the directory of now: so a rebuild gives the numbers that were there before it, and a
 * change of plan rewrites nothing.
 */
import { lifecycleOf, tenureOf } from '@watchdesk/domain/fact';
import type pg from 'pg';
import type { Standing } from './tables.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** What was known from an instant on; oldest first, each whole. */
type History = readonly { readonly from: number; readonly attributes: Attributes }[];

/** Whose ticket it is, and when it was created, in milliseconds since 1970. */
export interface Owned {
  readonly organisation: string | null;
  readonly requester: string | null;
  readonly createdAt: number;
  /** Of the service that is affected, where its region is wanted. */
  readonly serviceSite?: string | null;
}

export interface Standings {
  /** Looks up what the tickets need, and answers how to ask for it. Within a transaction it has to be asked on its connection. */
  fetch(workspaceId: string, heads: readonly Owned[], connection?: Connection): Promise<(head: Owned) => Standing>;
  /** Called when an entry changed. */
  forget(workspaceId: string, kind: string, id: string): void;
  clear(): void;
}

type Connection = Pick<pg.Pool, 'query'>;

/** Some hundred bytes each; beyond it the memory is worth more than the look-ups. */
const MOST_KEPT = 50_000;
const UNKNOWN: Attributes = {};
/** Of all of whom nothing was told: a desk that sends no directory has one for each ticket. */
const NOTHING_TOLD: History = [{ from: Number.NEGATIVE_INFINITY, attributes: UNKNOWN }];

/** `keptMs`: so long an answer is good where nobody says that an entry changed. */
export function createStandings(pool: pg.Pool, { keptMs = Infinity }: { keptMs?: number } = {}): Standings {
  const known = new Map<string, History>();
  let keptSince = performance.now();
  const keyOf = (workspaceId: string, kind: string, id: string) => `${workspaceId}\n${kind}\n${id}`;

  /** The histories of these by id. What is kept may be cleared by who asks at the same time, so they are handed out. */
  const fetchKind = async (connection: Connection, workspaceId: string, kind: string, wanted: Iterable<string | null>) => {
    const ids = [...new Set(wanted)].filter((id) => id !== null);
    const found = new Map<string, History>();
    const missing: string[] = [];
    for (const id of ids) {
      const history = known.get(keyOf(workspaceId, kind, id));
      if (history) found.set(id, history);
      else missing.push(id);
    }
    if (missing.length === 0) return found;
    const { rows } = await connection.query<Told & { id: string }>(
      `select substr(stream, $3) as id, at, data from event_log
       where workspace_id = $1 and stream = any($2::text[]) and type = $4
       order by at, seq, source collate "C", id collate "C"`,
      [workspaceId, missing.map((id) => `${kind}/${id}`), kind.length + 2, `${kind}.upserted`],
    );
    const told = Map.groupBy(rows, ({ id }) => id);
    for (const id of missing) {
      const history = historyOf(told.get(id) ?? []);
      known.set(keyOf(workspaceId, kind, id), history);
      found.set(id, history);
    }
    return found;
  };

  return {
    fetch: async (workspaceId, heads, connection = pool) => {
      if (known.size > MOST_KEPT || performance.now() - keptSince > keptMs) {
        known.clear();
        keptSince = performance.now();
      }
      const requesters = heads.map(({ requester }) => requester);
      const customers = await fetchKind(connection, workspaceId, 'customer', requesters);
      const customerOf = ({ requester, createdAt }: Owned) => attributesAt(customers, requester, createdAt);
      const organisationOf = (head: Owned) => head.organisation ?? text(customerOf(head)['organisation']);
      const organisations = await fetchKind(connection, workspaceId, 'organisation', heads.map(organisationOf));
      const sites = await fetchKind(
        connection,
        workspaceId,
        'site',
        heads.map(({ serviceSite = null }) => serviceSite),
      );
      return (head) => {
        const customer = customerOf(head);
        const organisation = organisationOf(head);
        const { customerTier, plan, mrr, currency, region, domain, since } = attributesAt(organisations, organisation, head.createdAt);
        return {
          organisation,
          customerTier: text(customerTier),
          plan: text(plan),
          mrr: typeof mrr === 'number' ? mrr : null,
          currency: text(currency),
          country: text(customer['country']),
          region: text(customer['region']) ?? text(region),
          domain: text(domain),
          tenure: tenureOf(text(since), head.createdAt),
          lifecycle: lifecycleOf(text(customer['since']), head.createdAt),
          serviceRegion: text(attributesAt(sites, head.serviceSite ?? null, head.createdAt)['region']),
        };
      };
    },
    forget: (workspaceId, kind, id) => void known.delete(keyOf(workspaceId, kind, id)),
    clear: () => known.clear(),
  };
}

function attributesAt(histories: ReadonlyMap<string, History>, id: string | null, at: number): Attributes {
  const history = id === null ? undefined : histories.get(id);
  return history?.findLast(({ from }) => from <= at)?.attributes ?? UNKNOWN;
}

interface Told {
  readonly at: number;
  readonly data: Attributes;
}

const KEPT = ['organisation', 'country', 'region', 'customerTier', 'plan', 'mrr', 'currency', 'domain', 'since'];

/** Before an attribute was first told it is taken to have been the same: most directories are told of after the fact. */
function historyOf(told: readonly Told[]): History {
  if (told.length === 0) return NOTHING_TOLD;
  const steps = told.map(({ at, data }) => ({ at, news: pick(data) }));
  let attributes: Attributes = Object.assign({}, ...steps.map(({ news }) => news).toReversed());
  const history = [{ from: -Infinity, attributes }];
  for (const { at, news } of steps) {
    if (Object.entries(news).every(([name, value]) => attributes[name] === value)) continue;
    attributes = { ...attributes, ...news };
    history.push({ from: at, attributes });
  }
  return history;
}

const pick = (all: Attributes): Attributes => Object.fromEntries(KEPT.filter((name) => name in all).map((name) => [name, all[name]]));
const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
