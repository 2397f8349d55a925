/** Which alerts of the list are chosen, to do the same about all of them. What is not in the list any more is chosen no more. */
import { useMemo, useState } from 'react';
import type { Alert } from './use-alerts.ts';

export interface Chosen {
  readonly alerts: readonly Alert[];
  readonly has: (id: string) => boolean;
  readonly toggle: (id: string) => void;
  /** All there are; or, where all are chosen, none. */
  readonly toggleAll: () => void;
  readonly clear: () => void;
}

export function useChosen(all: readonly Alert[]): Chosen {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const alerts = useMemo(() => all.filter(({ id }) => ids.has(id)), [all, ids]);
  return {
    alerts,
    has: (id) => ids.has(id),
    toggle: (id) =>
      setIds((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      }),
    toggleAll: () => setIds(new Set(alerts.length === all.length ? [] : all.map(({ id }) => id))),
    clear: () => setIds(new Set()),
  };
}
