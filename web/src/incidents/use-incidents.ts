/** Incidents as the stream tells of them, and what people do about one, wherever it stands. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, answeredAs, api } from '../api/index.ts';
import type { Incident } from '../api/client.ts';
import type { paths } from '../api/schema.d.ts';
import { useLiveQuery } from '../live/use-live-query.ts';
import { useSession } from '../session/session.ts';

export type IncidentList = Awaited<ReturnType<typeof answeredAs<'/api/v1/incidents'>>>;

/** Those on which somebody works. */
export const ONGOING = ['investigating', 'identified', 'monitoring'] as const;

/** Who only looks on changes nothing. The server decides; this spares a vain try. */
export const useMayAct = (): boolean => useSession().scopes.includes('tickets:write');

/** Who tells customers, and decides that it is none: leads and up, and whoever has command or communications of it. The server decides; this spares a vain try. */
export function useMaySpeak(roles?: Pick<Incident['roles'], 'commander' | 'communications'>): boolean {
  const { person } = useSession();
  if (['lead', 'manager', 'admin'].includes(person.role)) return true;
  const own = person.agentId ?? person.name;
  return roles !== undefined && [...roles.commander, ...roles.communications].some(({ id }) => id === own);
}

export const useIncidentList = (query: object) =>
  useLiveQuery<IncidentList>({
    queryKey: ['incidents', 'list', query],
    question: { incidents: query },
    ask: (signal) => answeredAs<'/api/v1/incidents'>(api.GET('/api/v1/incidents', { params: { query: query as never }, signal })),
    keeps: true,
  });

/** How many are open: what the navigation shows wherever one is. */
export function useIncidentCount() {
  const { account } = useSession();
  return useLiveQuery({
    queryKey: ['incidents', 'count'],
    question: account?.needsSecondFactor ? null : { incidentCount: {} },
    ask: (signal) => answered(api.GET('/api/v1/incidents/count', { signal })),
  });
}

export const incidentKey = (id: string) => ['incidents', 'one', id];

type Path = Extract<keyof paths, `/api/v1/incidents/{id}/${string}`>;
type Verb = Path extends infer P
  ? P extends `/api/v1/incidents/{id}/${infer V}`
    ? paths[P & Path] extends { post: object }
      ? V
      : never
    : never
  : never;
type Body<V extends Verb> = paths[`/api/v1/incidents/{id}/${V}`] extends {
  post: { requestBody: { content: { 'application/json': infer B } } };
}
  ? B
  : never;
/** One thing to do, with what it needs. */
export type IncidentDeed = { [V in Verb]: { do: V } & (string extends keyof Body<V> ? object : Body<V>) }[Verb];

async function doIt(id: string, { do: verb, ...body }: IncidentDeed): Promise<Incident> {
  // The body belongs to the verb, which the compiler cannot follow through a path made of both.
  const post = api.POST as (path: string, init: object) => Promise<{ data?: Incident; error?: unknown; response: Response }>;
  const header = { 'idempotency-key': crypto.randomUUID() };
  return answered(post(`/api/v1/incidents/{id}/${verb}`, { params: { path: { id }, header }, body }));
}

/** Whether an item is ticked, with what is under way. */
export function isTicked(deed: { isPending: boolean; variables: IncidentDeed | undefined }, item: string, is: boolean): boolean {
  const under = deed.isPending ? deed.variables : undefined;
  return under?.do === 'checklist' && under.item === item ? (under.is ?? true) : is;
}

/** The answer is in sight at once; of the lists the stream tells. */
export function useIncidentDeed(id: string, then: () => void = () => {}) {
  const client = useQueryClient();
  return useMutation({
    scope: { id: `incident ${id}` },
    networkMode: 'always',
    mutationFn: (deed: IncidentDeed) => doIt(id, deed),
    onSuccess: (incident) => {
      client.setQueryData(incidentKey(id), incident);
      then();
    },
    // Somebody was quicker: what they did is in sight then.
    onSettled: () => client.invalidateQueries({ queryKey: ['incidents'] }),
  });
}
