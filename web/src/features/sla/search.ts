/** What the pages of the place keep in the address; what cannot be understood is left out. */
export const RISKS = ['breached', 'critical', 'at_risk', 'watched', 'calm', 'paused', 'unpromised'] as const;
export type Risk = (typeof RISKS)[number];

export interface ComplianceSearch {
  /** The clock whose trend, breakdowns and breaches are shown. */
  clock?: string;
}

export interface ClockSearch {
  /** Comma-separated, so that an address stays readable. */
  risk?: string;
  clock?: string;
}

export interface DocumentSearch {
  /** The customer tier that the document is for. */
  tier?: string;
}

export interface DraftSearch {
  /** The name of the preset that a new policy begins with. */
  preset?: string;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);

/** The values of a list in the address, each once. */
export const valuesOf = (text: string | undefined): string[] => [
  ...new Set((text ?? '').split(',').flatMap((value) => value.trim() || [])),
];

export function readComplianceSearch({ clock }: Record<string, unknown>): ComplianceSearch {
  const chosen = textOf(clock);
  return chosen ? { clock: chosen } : {};
}

export function readClockSearch({ risk, clock }: Record<string, unknown>): ClockSearch {
  const risks = valuesOf(textOf(risk)).filter((one) => (RISKS as readonly string[]).includes(one));
  const clocks = valuesOf(textOf(clock));
  return { ...(risks.length > 0 ? { risk: risks.join(',') } : {}), ...(clocks.length > 0 ? { clock: clocks.join(',') } : {}) };
}

export function readDocumentSearch({ tier }: Record<string, unknown>): DocumentSearch {
  const chosen = textOf(tier);
  return chosen ? { tier: chosen } : {};
}

export function readDraftSearch({ preset }: Record<string, unknown>): DraftSearch {
  const chosen = textOf(preset);
  return chosen ? { preset: chosen } : {};
}
