/** What a person calls a field of the question. */
import { messages } from './messages.ts';

const FIELDS: Readonly<Record<string, string>> = {
  metrics: messages.metrics,
  dimensions: messages.dimensions,
  filters: messages.filters,
  grain: messages.grain,
  compare: messages.compare,
  segment: messages.beside,
  benchmark: messages.benchmark,
  calendar: messages.calendar,
  having: messages.having,
  order: messages.order,
  limit: messages.limit,
};

export const fieldName = (field: string): string => FIELDS[field.split('.')[0] ?? ''] ?? field;
