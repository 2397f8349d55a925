/** The tiers of policies, in the order people think of them; the store gives them in one of its own. */
import { useState } from 'react';
import type { PolicySpec } from '../../api/client.ts';

/** Every tier that a policy names, the quickest first. */
export function tiersOf(specs: readonly PolicySpec[]): string[] {
  const factors = new Map<string, number>();
  for (const { tiers, cells } of specs) {
    for (const [tier, factor] of Object.entries(tiers)) factors.set(tier, factor);
    for (const key of Object.values(cells).flatMap(Object.keys)) if (!factors.has(key.slice(3))) factors.set(key.slice(3), 1);
  }
  return [...factors].toSorted(([, a], [, b]) => a - b).map(([tier]) => tier);
}

/** The same order for rows that one edits: rows that sort themselves while one types run away from the finger. New ones come last. */
export function useTierOrder(spec: PolicySpec): (one: string, other: string) => number {
  const [order] = useState(() => tiersOf([spec]));
  const place = (tier: string): number => (order.includes(tier) ? order.indexOf(tier) : order.length);
  return (one, other) => place(one) - place(other);
}
