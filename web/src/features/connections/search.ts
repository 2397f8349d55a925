/** What of the pages of connections stands in their addresses. */
export interface NewSearch {
  /** What is connected; chosen first where it is left out. */
  system?: string;
}

export const readNewSearch = ({ system }: Record<string, unknown>): NewSearch =>
  typeof system === 'string' && /^[a-z][a-z-]{0,59}$/.test(system) ? { system } : {};

export const PARTS = ['health', 'words', 'webhooks', 'letters', 'promises', 'verdicts'] as const;
export type Part = (typeof PARTS)[number];

export interface PartSearch {
  /** Which part of a connection's page is open: how it is, where it is left out. */
  part?: Part | undefined;
}

export const readPartSearch = ({ part }: Record<string, unknown>): PartSearch =>
  PARTS.includes(part as Part) && part !== 'health' ? { part: part as Part } : {};
