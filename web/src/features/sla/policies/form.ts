/** The draft of a policy as its fields see it: what is typed so far, how to change it, and what is wrong where. */
import { createContext, use } from 'react';
import type { ClockSettings, PolicyPreview, PolicySpec } from '../../../api/client.ts';
import type { Target } from '../terms.ts';
import { messages } from './messages.ts';

export type Faults = PolicyPreview['faults'];

export interface Form {
  draft: PolicySpec;
  change: (part: Partial<PolicySpec>) => void;
  /** What is wrong with the field of that path, or with what lies in it; undefined where nothing is. */
  faultAt: (path: string) => string | undefined;
  calendars: readonly { id: string; name: string }[];
  mayWrite: boolean;
}

export const FormContext = createContext<Form | null>(null);

export function useForm(): Form {
  const form = use(FormContext);
  if (!form) throw new Error('no draft around this field');
  return form;
}

export function faultAt(faults: Faults, path: string): string | undefined {
  const found = faults.filter(({ field }) => field === path || field.startsWith(`${path}.`));
  return found.length > 0 ? found.map(({ message }) => message).join('; ') : undefined;
}

type ByKey<T> = Readonly<Record<string, T>>;

/** The record with that key set, or without it where the value is undefined. */
export function withKey<T>(record: ByKey<T>, key: string, value: T | undefined): Record<string, T> {
  const { [key]: _, ...rest } = record;
  return value === undefined ? rest : { ...record, [key]: value };
}

/** What is promised by a clock at a priority, set. */
export const withTarget = ({ targets }: PolicySpec, metric: string, priority: string, target: Target): Partial<PolicySpec> => ({
  targets: { ...targets, [metric]: { ...targets[metric], [priority]: target } },
});

export const withCell = ({ cells }: PolicySpec, metric: string, key: string, target: Target | undefined): Partial<PolicySpec> => {
  const own = withKey<Target>(cells[metric] ?? {}, key, target);
  return { cells: withKey(cells, metric, Object.keys(own).length > 0 ? own : undefined) };
};

/** A clock more, promising nothing yet. */
export const withClock = ({ clocks, targets }: PolicySpec, clock: ClockSettings): Partial<PolicySpec> => ({
  clocks: [...clocks, clock],
  targets: { ...targets, [clock.metric]: { P1: null, P2: null, P3: null, P4: null, P5: null } },
});

/** A clock less, with all that was promised by it. */
export const withoutClock = ({ clocks, targets, cells }: PolicySpec, metric: string): Partial<PolicySpec> => ({
  clocks: clocks.filter((clock) => clock.metric !== metric),
  targets: withKey(targets, metric, undefined),
  cells: withKey(cells, metric, undefined),
});

const plain = (tier: string): string =>
  tier
    .trim()
    .replaceAll(/[\s_-]+/g, ' ')
    .toLowerCase();

/** Why a tier cannot be added under that name, if it cannot: two that read the same on the screen could not be told apart. */
export function tierFault({ tiers }: Pick<PolicySpec, 'tiers'>, name: string): string | undefined {
  const same = Object.keys(tiers).find((tier) => plain(tier) === plain(name));
  if (same !== undefined) return messages.editor.tierTwice(same);
  return name.trim() === '__proto__' ? messages.editor.tierName : undefined;
}
