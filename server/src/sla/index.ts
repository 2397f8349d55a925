/** Promises about time: policies and calendars, the clocks they run, and how they were kept. */
import type { CalendarSpec } from '@watchdesk/domain/calendar';
import { handbookPolicy, liveEscalationPolicy, policySpec, type PolicySpec, segmentPolicy } from '@watchdesk/domain/sla';
import type { Sight, ViewScope } from '../accounts/index.ts';
import type { Who } from '../audit/index.ts';
import type { Clock } from '../clock.ts';
import type { PeriodQuestion } from '../facts/index.ts';
import { clockWorkFor, type Door } from '../ingest/index.ts';
import type { Analytics } from '../store/analytics/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import { type Application, applyToRunning } from './apply.ts';
import { audit } from './audit.ts';
import { createBacktest } from './backtest.ts';
import { calendarVersions, listCalendars, retireCalendar, saveCalendar } from './calendars.ts';
import { compliance, type ComplianceQuestion } from './compliance.ts';
import { openClocks, type OpenClocksQuestion } from './open-clocks.ts';
import { listPolicies, policyVersions, previewPolicy, retirePolicy, savePolicy } from './policies.ts';
import { setup, type SetupStep, tick } from './setup.ts';
import { type Brought, suggestedFor, takeOver } from './take-over.ts';
import { sourceVerdicts, vendorVerdicts } from './vendor-verdicts.ts';
import { viewClocks } from './view-clocks.ts';

export { RISKS } from './open-clocks.ts';
export { PHASES, SETUP_STEPS } from './setup.ts';
export { createReclocking, type Reclocking } from './reclocking.ts';
export { createTimer, type Timer } from './timer.ts';
export { inForce } from './versions.ts';

interface SlaParts {
  readonly postgres: Postgres;
  readonly analytics: Analytics;
  readonly clock: Clock;
  readonly door: Pick<Door, 'accept'>;
}

export type Sla = ReturnType<typeof createSla>;

export function createSla({ postgres, analytics, clock, door }: SlaParts) {
  const clockWork = clockWorkFor(postgres);
  const parts = { postgres, analytics, clock, door, clockWork };
  const backtest = createBacktest({ postgres, clock });
  const saver = (workspaceId: string, who: Who) => ({ workspaceId, who, now: clock.now() });
  return {
    clocksOf: (workspaceId: string, sight: Sight, ticket: string) => viewClocks(parts, workspaceId, sight, ticket),
    vendorVerdicts: (workspaceId: string, sight: Sight, ticket: string) => vendorVerdicts(parts, workspaceId, sight, ticket),
    /** Of the tickets of one source, the last changed first. */
    sourceVerdicts: (workspaceId: string, sight: Sight, source: string, page: { cursor?: string | undefined; limit: number }) =>
      sourceVerdicts(parts, workspaceId, sight, source, page),
    open: (workspaceId: string, sight: Sight, question: OpenClocksQuestion) =>
      openClocks(postgres, workspaceId, sight, clock.now(), question),
    compliance: (workspaceId: string, scope: ViewScope, question: ComplianceQuestion) => compliance(parts, workspaceId, scope, question),
    audit: (workspaceId: string, sight: Sight, question: PeriodQuestion) => audit(parts, workspaceId, sight, question),
    calendars: {
      list: (workspaceId: string) => listCalendars(postgres, workspaceId, clock.now()),
      versions: (workspaceId: string, id: string) => calendarVersions(postgres, workspaceId, id),
      save: async (workspaceId: string, who: Who, id: string | null, draft: { name: string; spec: CalendarSpec }, base?: number) => {
        const saved = await saveCalendar(postgres, saver(workspaceId, who), id, draft, base);
        return (await listCalendars(postgres, workspaceId, clock.now())).find((one) => one.id === saved)!;
      },
      retire: (workspaceId: string, who: Who, id: string) => retireCalendar(postgres, saver(workspaceId, who), id),
    },
    policies: {
      list: (workspaceId: string) => listPolicies(postgres, workspaceId, clock.now()),
      versions: (workspaceId: string, id: string) => policyVersions(postgres, workspaceId, id),
      preview: (workspaceId: string, id: string | null, spec: unknown) => previewPolicy(postgres, workspaceId, clock.now(), id, spec),
      save: async (workspaceId: string, who: Who, id: string | null, spec: PolicySpec, base?: number) => {
        const saved = await savePolicy(postgres, saver(workspaceId, who), id, spec, base);
        return (await listPolicies(postgres, workspaceId, clock.now())).find((one) => one.id === saved)!;
      },
      retire: async (workspaceId: string, who: Who, id: string) => {
        await retirePolicy(postgres, saver(workspaceId, who), id);
      },
      backtest: backtest.run,
      /** Policies to begin with, on two calendars of the workspace. */
      presets: (calendars: { business: string; always: string }) =>
        [handbookPolicy, segmentPolicy, liveEscalationPolicy].map((make) => policySpec.parse(make(calendars))),
    },
    /** Rules of another system, brought in (take-over.ts). */
    takeOver: (workspaceId: string, who: Who, brought: Brought, isTrial: boolean) =>
      takeOver(postgres, saver(workspaceId, who), brought, isTrial),
    suggestedFor: (workspaceId: string, offered: { calendars: readonly { name: string }[]; policies: readonly PolicySpec[] }) =>
      suggestedFor(postgres, workspaceId, clock.now(), offered),
    setup: (workspaceId: string) => setup(parts, workspaceId),
    tick: async (workspaceId: string, who: Who, step: SetupStep, isDone: boolean) => {
      await tick(parts, saver(workspaceId, who), step, isDone);
      return setup(parts, workspaceId);
    },
    /** Ends what runs in threads of its own. */
    stop: () => backtest.stop(),
    apply: (workspaceId: string, application: Application) => applyToRunning(parts, workspaceId, application),
  };
}
