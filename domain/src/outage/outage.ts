/** An outage: what failed, where, how badly, and from when to when. Instants are milliseconds since 1970. */
import { SEVERITIES, type Severity } from '../event/index.ts';

export const OUTAGE_STAGES = ['scheduled', 'running', 'ended', 'cancelled'] as const;
export type OutageStage = (typeof OUTAGE_STAGES)[number];

/** The longest of each text, and the most of each list. */
export const LIMITS = { id: 200, name: 200, description: 4_000, postcodes: 2_000, postcode: 16, customers: 1_000_000_000 } as const;

export interface Span {
  readonly startedAt: number;
  /** Null while it runs. */
  readonly endedAt: number | null;
  readonly isCancelled?: boolean;
}

/** As its source tells of it. */
export interface Outage extends Span {
  /** Who tells of it, such as a network operator; with the id there it is the same for good. */
  readonly source: string;
  readonly externalId: string;
  /** What one calls it; empty where nobody does. */
  readonly title: string;
  readonly service: string | null;
  readonly region: string | null;
  readonly site: string | null;
  /** Degrees; null where only a site or a region says where it is. */
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly severity: Severity;
  readonly isPlanned: boolean;
  readonly isCancelled: boolean;
  /** When its source expects it to be over. */
  readonly estimatedAt: number | null;
  /** How many customers are without; null where nobody says. */
  readonly customers: number | null;
  readonly postcodes: readonly string[];
  readonly description: string;
  /** The incident that it belongs to. */
  readonly incident: string | null;
}

/**
 * What it is at an instant. It runs from its beginning to before its end; one that ended in the instant in which it began ran in that instant.
 */
export function stageAt({ startedAt, endedAt, isCancelled = false }: Span, at: number): OutageStage {
  if (isCancelled) return 'cancelled';
  if (at < startedAt) return 'scheduled';
  return endedAt === null || at < endedAt || at === startedAt ? 'running' : 'ended';
}

/** 0 for the worst, so that the least of several is the worst of them. */
export const severityRank = (severity: Severity): number => SEVERITIES.indexOf(severity);
