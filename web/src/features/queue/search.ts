/** The queue's filters, as they stand in the URL. */
import { uiMessages } from '../../ui/index.ts';

export interface QueueSearch {
  /** Lists are comma-separated, so that an address stays readable. */
  team?: string;
  channel?: string;
  priority?: string;
  customerTier?: string;
  /** Only what the viewer holds. */
  mine?: true;
  /** By the next breach; without it by need. */
  sort?: 'breach';
  /** The ticket open in the drawer. */
  open?: string;
}

export const LISTS = ['team', 'channel', 'priority', 'customerTier'] as const;
export type ListFilter = (typeof LISTS)[number];

const ALLOWED: Partial<Record<ListFilter, readonly string[]>> = {
  channel: Object.keys(uiMessages.channel),
  priority: Object.keys(uiMessages.priority),
};

/** The values of one filter, each once. */
export const valuesOf = (text: unknown): string[] =>
  typeof text === 'string' ? [...new Set(text.split(',').map((value) => value.trim()))].filter((value) => value !== '') : [];

/** Whatever the query string holds, only what can be understood comes out; empty filters are left out of the URL. */
export function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  const read: QueueSearch = {};
  for (const name of LISTS) {
    const values = valuesOf(search[name]).filter((value) => ALLOWED[name]?.includes(value) ?? true);
    if (values.length > 0) read[name] = values.join(',');
  }
  if (search['mine'] === true) read.mine = true;
  if (search['sort'] === 'breach') read.sort = 'breach';
  if (typeof search['open'] === 'string' && search['open'] !== '') read.open = search['open'];
  return read;
}

/** Whether any filter is set. */
export const isNarrowed = (search: QueueSearch): boolean => search.mine === true || LISTS.some((name) => search[name] !== undefined);
