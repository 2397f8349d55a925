/** One row that is not what it should be, as the doctor tells of it. */
export interface FactDifference {
  readonly workspaceId: string;
  readonly table: string;
  /** Whose row it is, and which of several; of people's presence there is an agent, and the instant in milliseconds since 1970. */
  readonly ticket?: string;
  readonly ordinal?: number;
  readonly agent?: string;
  readonly startedAt?: number;
  readonly customer?: string;
  /** What ticket or log yield and what is stored, by column; undefined where there is no such row. */
  readonly expected: Readonly<Record<string, unknown>> | undefined;
  readonly stored: Readonly<Record<string, unknown>> | undefined;
}
