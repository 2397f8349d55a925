/** The metrics of the catalogue as the options of a field, under the names of their families. */
import { useMemo } from 'react';
import { messages } from './messages.ts';
import type { Catalogue } from './use-catalogue.ts';

export function useMetricOptions({ metrics }: Catalogue) {
  return useMemo(
    () =>
      [...Map.groupBy(metrics, ({ family }) => family)].map(([family, members]) => ({
        group: messages.families[family] ?? family,
        items: members.map(({ id, label }) => ({ value: id, label })),
      })),
    [metrics],
  );
}
