/** What the routes are made of: the parts they ask, and who may ask what. The routes themselves are one file per resource. */
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { Accounts, Scope, Viewer } from '../accounts/index.ts';
import type { Clock } from '../clock.ts';
import type { Dashboards } from '../dashboards/index.ts';
import type { HistorySoFar } from '../demonstration/index.ts';
import type { Directory } from '../directory/index.ts';
import type { Explorations } from '../explorations/index.ts';
import type { Door } from '../ingest/index.ts';
import type { Live } from '../live/index.ts';
import type { Metrics } from '../metrics/index.ts';
import type { Sla } from '../sla/index.ts';
import type { Tickets } from '../tickets/index.ts';
import type { OverviewAnswer, OverviewQuestion } from './schemas/overview.ts';

export interface Parts {
  readonly accounts: Accounts;
  readonly clock: Clock;
  readonly dashboards: Dashboards;
  readonly directory: Directory;
  readonly door: Pick<Door, 'accept'>;
  readonly explorations: Explorations;
  readonly health: () => Promise<Health>;
  /** How much of a workspace's past is in. */
  readonly history: (workspaceId: string) => Promise<HistorySoFar>;
  readonly live: Live;
  readonly metrics: Metrics;
  /** The numbers of the first page; the zone is the workspace's where none is given. */
  readonly overview: { ask(workspaceId: string, question: OverviewQuestion): Promise<OverviewAnswer> };
  readonly sla: Sla;
  readonly tickets: Tickets;
}

export interface Health {
  readonly ok: boolean;
  readonly postgres: { readonly ok: boolean; readonly detail: string | null };
  readonly analytics: { readonly ok: boolean; readonly asOf: string | null; readonly detail: string | null };
  readonly live: { readonly listening: boolean; readonly watchers: number; readonly number: string };
}

export type Routes = (parts: Parts) => FastifyPluginAsyncZod;

/** What a route asks of its caller: nothing, to be somebody, or a scope. */
export type Access = 'public' | 'anybody' | Scope;

declare module 'fastify' {
  interface FastifyContextConfig {
    access?: Access;
  }
  interface FastifyRequest {
    /** Who asks. Set before the handler of every route whose access is not `public`. */
    viewer: Viewer;
  }
}
