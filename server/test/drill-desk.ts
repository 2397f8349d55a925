/** A demonstration in which drills are held, for tests: a real database, the real door, and people who act at minutes of the drill. */
import { createDrills } from '../src/drills/index.ts';
import { type Actor, createIncidents, type Deed } from '../src/incidents/index.ts';
import { APPLICATION, createDoor } from '../src/ingest/index.ts';
import { ensureRules } from '../src/rules/index.ts';
import { openPostgres } from '../src/store/postgres/index.ts';

export const WHO = { kind: 'person', id: 'p', name: 'Ann', from: null } as const;
export const NOON = Date.UTC(2026, 5, 2, 12);
const MINUTE = 60_000;
export const CENTRE = { seed: 3, startAt: NOON - 30 * 1440 * MINUTE };
const throwing = (error: unknown) => {
  throw error;
};

export async function drillDesk(url: string) {
  const postgres = openPostgres(url);
  let now = NOON;
  let begun = NOON;
  const clock = { now: () => now };
  const door = createDoor({ postgres, clock });
  const incidents = createIncidents({ postgres, clock, door, onTrouble: throwing });
  /** Another process, as far as anybody can tell. */
  const another = () =>
    createDrills({ postgres, clock, door, centreOf: async () => CENTRE, visitorsOf: async () => ['agent-amara-eze'], onTrouble: throwing });
  let drills = another();
  let workspace = '';
  const actor = (): Actor => ({
    workspaceId: workspace,
    sight: { to: 'all' },
    by: 'ann',
    who: WHO,
  });
  const query = async <Row>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    (await postgres.pool.query(text, [workspace, ...values])).rows as Row[];
  return {
    query,
    incidents,
    drills: () => drills,
    restart: () => (drills = another()),
    workspace: () => workspace,
    async enter(name: string, kind = 'demonstration'): Promise<void> {
      now = begun = NOON;
      workspace = name;
      await postgres.pool.query('insert into workspace (workspace_id, name, kind) values ($1, $1, $2)', [name, kind]);
      await ensureRules(postgres, name);
      await door.accept(
        name,
        's',
        ['ann', 'bo', 'cy'].map((agent) => ({ id: agent, at: NOON, type: 'agent.upserted', data: { agent, name: agent } })),
      );
    },
    begin: (wanted: Partial<Parameters<typeof drills.begin>[1]> = {}, name = 'Ann') =>
      drills.begin({ workspaceId: workspace, name, who: WHO }, { scenario: 'sign-in-europe', pace: 1, seed: 5, ...wanted }).then((id) => {
        begun = now;
        return id;
      }),
    /** To a minute of a drill at pace 1, looking each minute on the way as the timer does. */
    async to(minute: number): Promise<void> {
      const end = begun + minute * MINUTE;
      while (now < end) {
        now = Math.min(end, now + MINUTE);
        await drills.look();
      }
    },
    now: () => now,
    /** As a person does in the browser. */
    assign: (ticket: string, to: string) =>
      door.accept(workspace, APPLICATION, [
        { id: `${ticket} to ${to}`, at: now, ticket, actor: { kind: 'agent', id: to }, type: 'assignee.changed', data: { to } },
      ]),
    jump: (minute: number) => (now = begun + minute * MINUTE),
    jumpMs: (ms: number) => (now = begun + ms),
    get: (id: string) => drills.get(workspace, id),
    declare: (more: object = {}) =>
      incidents.open(actor(), {
        isProposed: false,
        title: 'Sign-in fails',
        users: 'multiple',
        block: 'complete',
        overrides: [],
        services: ['Identity'],
        regions: ['EMEA'],
        customers: [],
        tickets: [],
        ...more,
      }),
    act: (id: string, deed: Deed) => incidents.act(actor(), id, deed),
    link: (id: string, tickets: readonly string[]) => incidents.link(actor(), id, tickets, true),
    tickets: async () =>
      (await query<{ id: string }>(`select id from ticket where workspace_id = $1 and id like 'drill:%' order by id`)).map(({ id }) => id),
    async close(): Promise<void> {
      await drills.stop();
      await incidents.close();
      await postgres.close();
    },
  };
}
