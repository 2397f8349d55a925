/**
 * What was known of a ticket's customer and organisation when the ticket was created (docs/definitions.md, D.0), taken
 * from the log and not from the directory of now: so a rebuild gives the numbers that were there before it, and a
 * change of plan rewrites nothing.
 */
import type { TicketHead } from '@watchdesk/domain/fact';
import type pg from 'pg';
import type { Standing } from './tables.ts';

type Attributes = Readonly<Record<string, unknown>>;

/** What was known from an instant on; oldest first, each whole. */
type History = readonly { readonly from: number; readonly attributes: Attributes }[];

export interface Standings {
  /** Looks up what the tickets need, in one question; `of` answers from it. */
  fetch(workspaceId: string, heads: readonly TicketHead[]): Promise<void>;
  of(workspaceId: string, head: TicketHead): Standing;
  /** Called when an entry changed. */
  forget(workspaceId: string, kind: string, id: string): void;
  clear(): void;
}

/** Some hundred bytes each; beyond it the memory is worth more than the look-ups. */
const MOST_KEPT = 200_000;
const UNKNOWN: Attributes = {};

export function createStandings(pool: pg.Pool): Standings {
  const known = new Map<string, History>();
  const keyOf = (workspaceId: string, kind: string, id: string) => `${workspaceId}\n${kind}\n${id}`;
  const attributes = (workspaceId: string, kind: string, id: string | null, at: number): Attributes => {
    const history = id === null ? undefined : known.get(keyOf(workspaceId, kind, id));
    return history?.findLast(({ from }) => from <= at)?.attributes ?? UNKNOWN;
  };

  const fetchKind = async (workspaceId: string, kind: string, wanted: Iterable<string | null>) => {
    const ids = [...new Set(wanted)].filter((id) => id !== null && !known.has(keyOf(workspaceId, kind, id)));
    if (ids.length === 0) return;
    const { rows } = await pool.query<Told & { id: string }>(
      `select substr(stream, $3) as id, at, data from event_log
       where workspace_id = $1 and stream = any($2::text[]) and type = $4
       order by at, seq, source collate "C", id collate "C"`,
      [workspaceId, ids.map((id) => `${kind}/${id}`), kind.length + 2, `${kind}.upserted`],
    );
    const told = Map.groupBy(rows, ({ id }) => id);
    for (const id of ids) known.set(keyOf(workspaceId, kind, id!), historyOf(told.get(id!) ?? []));
  };

  const organisationOf = (workspaceId: string, { organisation, requester, createdAt }: TicketHead) =>
    organisation ?? text(attributes(workspaceId, 'customer', requester, createdAt)['organisation']);

  return {
    fetch: async (workspaceId, heads) => {
      if (known.size > MOST_KEPT) known.clear();
      await fetchKind(
        workspaceId,
        'customer',
        heads.map(({ requester }) => requester),
      );
      await fetchKind(
        workspaceId,
        'organisation',
        heads.map((head) => organisationOf(workspaceId, head)),
      );
    },
    of: (workspaceId, head) => {
      const customer = attributes(workspaceId, 'customer', head.requester, head.createdAt);
      const organisation = organisationOf(workspaceId, head);
      const { customerTier, plan, mrr, currency, region } = attributes(workspaceId, 'organisation', organisation, head.createdAt);
      return {
        organisation,
        customerTier: text(customerTier),
        plan: text(plan),
        mrr: typeof mrr === 'number' ? mrr : null,
        currency: text(currency),
        country: text(customer['country']),
        region: text(customer['region']) ?? text(region),
      };
    },
    forget: (workspaceId, kind, id) => void known.delete(keyOf(workspaceId, kind, id)),
    clear: () => known.clear(),
  };
}

interface Told {
  readonly at: number;
  readonly data: Attributes;
}

const KEPT = ['organisation', 'country', 'region', 'customerTier', 'plan', 'mrr', 'currency'];

/** Before an attribute was first told it is taken to have been the same: most directories are told of after the fact. */
function historyOf(told: readonly Told[]): History {
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
