/** What a field of tickets has been lately, the most usual first, so that it need not be typed. */
import { useValues } from '../../numbers/index.ts';
import { useTimeZone } from '../../period/viewing.ts';

const DIMENSIONS: Readonly<Record<string, string>> = {
  category: 'category',
  product: 'product',
  plan: 'plan',
  language: 'language',
  source: 'source',
  customerTier: 'customer_tier',
  tags: 'tags',
  'event.added': 'tags',
};

export function useSuggestions(field: string): readonly string[] {
  const timeZone = useTimeZone();
  const values = useValues(DIMENSIONS[field] ?? null, { period: '90d', timeZone }) ?? [];
  return values.flatMap(({ value }) => (value === '' ? [] : [value]));
}
