/** A maintenance: planned, and begun and ended as planned unless somebody says otherwise. Instants are milliseconds since 1970. */
import type { Span } from './stretches.ts';

export interface Maintenance {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Ids. */
  readonly components: readonly string[];
  readonly startsAt: number;
  readonly endsAt: number;
  readonly begunAt: number | null;
  readonly endedAt: number | null;
  readonly cancelledAt: number | null;
  /** When it was planned first. */
  readonly madeAt: number;
  /** When it was last planned otherwise, and for what time it had been before; null where it never was. */
  readonly moved: { readonly at: number; readonly from: number; readonly to: number } | null;
}
type Times = Pick<Maintenance, 'startsAt' | 'endsAt' | 'begunAt' | 'endedAt' | 'cancelledAt'>;

export const MAINTENANCE_STAGES = ['planned', 'running', 'ended', 'cancelled'] as const;
export type MaintenanceStage = (typeof MAINTENANCE_STAGES)[number];

export function maintenanceStage({ startsAt, endsAt, begunAt, endedAt, cancelledAt }: Times, now: number): MaintenanceStage {
  if (cancelledAt !== null) return 'cancelled';
  if (now >= (endedAt ?? endsAt)) return 'ended';
  return now >= (begunAt ?? startsAt) ? 'running' : 'planned';
}

/** The time its components are under maintenance, up to `now`; none where it has not begun. */
export function spanOfMaintenance(times: Times, now: number): Span[] {
  const stage = maintenanceStage(times, now);
  if (stage === 'planned' || stage === 'cancelled') return [];
  return [
    { from: times.begunAt ?? times.startsAt, to: stage === 'running' ? now + 1 : (times.endedAt ?? times.endsAt), state: 'maintenance' },
  ];
}
