/** What the pages of the place keep in the address; what cannot be understood is left out. */
import { readFilters } from '../../numbers/explain-search.ts';
import type { Filter } from '../../numbers/question.ts';
import { messages as noticeMessages, type Severity } from '../../notices/messages.ts';

export const SEVERITIES = (Object.keys(noticeMessages.severities) as Severity[]).toReversed();
export const STATUSES = ['pending', 'firing', 'acknowledged', 'snoozed', 'resolved', 'superseded'] as const;
export type Status = (typeof STATUSES)[number];

export interface AlertSearch {
  /** Comma-separated, so that an address stays readable. */
  severity?: string;
  /** The ids of rules; messages of a rule lead here by it. */
  rule?: string;
}

export interface HistorySearch extends AlertSearch {
  status?: string;
  ticket?: string;
}

export interface NewRuleSearch {
  /** The standard rule that a new one begins with. */
  template?: string;
  /** The number that it is about, of what, and where it stands, as it is explained elsewhere. */
  metric?: string;
  filters?: Filter[];
  value?: number;
}

export interface RulesSearch {
  /** Words of which a rule has each, in its name, its sentence or whom it tells. */
  q?: string;
}

export const ALERT_NAMES = ['severity', 'rule'] as const;
export const HISTORY_NAMES = [...ALERT_NAMES, 'status', 'ticket'] as const;

const MOST_TEXT = 2000;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim().slice(0, MOST_TEXT) : '');

/** The values of a list in the address, each once. */
export const valuesOf = (text: string | undefined): string[] => [
  ...new Set((text ?? '').split(',').flatMap((value) => value.trim() || [])),
];

/** Those of a list that are known. */
export const chosenOf = <T extends string>(all: readonly T[], text: string | undefined): T[] => {
  const wanted = new Set(valuesOf(text));
  return all.filter((one) => wanted.has(one));
};

const listOf = (values: readonly string[]): string | undefined => (values.length > 0 ? values.join(',') : undefined);

const given = <T extends object>(search: { [Name in keyof T]: T[Name] | undefined }): T =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;

export const readAlertSearch = (raw: Record<string, unknown>): AlertSearch =>
  given<AlertSearch>({
    severity: listOf(chosenOf(SEVERITIES, textOf(raw['severity']))),
    rule: listOf(valuesOf(textOf(raw['rule']))),
  });

export const readHistorySearch = (raw: Record<string, unknown>): HistorySearch => ({
  ...readAlertSearch(raw),
  ...given<Pick<HistorySearch, 'status' | 'ticket'>>({
    status: listOf(chosenOf(STATUSES, textOf(raw['status']))),
    ticket: textOf(raw['ticket']) || undefined,
  }),
});

export const readRulesSearch = (raw: Record<string, unknown>): RulesSearch => given<RulesSearch>({ q: textOf(raw['q']) || undefined });

export const readNewRuleSearch = (raw: Record<string, unknown>): NewRuleSearch =>
  given<NewRuleSearch>({
    template: textOf(raw['template']) || undefined,
    ...(textOf(raw['metric']) !== '' && {
      metric: textOf(raw['metric']),
      filters: readFilters(raw['filters']),
      value: typeof raw['value'] === 'number' && Number.isFinite(raw['value']) ? raw['value'] : undefined,
    }),
  });
