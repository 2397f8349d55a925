/** What a person calls a field of the question. */
import { numberMessages } from '../../numbers/index.ts';
import { messages } from './messages.ts';

const FIELDS: Readonly<Record<string, string>> = {
  metrics: messages.metrics,
  dimensions: messages.dimensions,
  filters: messages.filters,
  grain: messages.grain,
  compare: messages.compare,
  segment: messages.beside,
  benchmark: messages.benchmark,
  calendar: numberMessages.hoursLabel,
  having: messages.having,
  order: messages.order,
  limit: messages.limit,
};

export const fieldName = (field: string): string => FIELDS[field.split('.')[0] ?? ''] ?? field;
