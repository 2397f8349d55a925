/**
 * What somebody is changing, beside what is saved. A newer version that arrives meanwhile takes the place of a draft in
 * which nothing was changed; otherwise it waits until one says which of the two is to be gone on with.
 */
import { hashKey } from '@tanstack/react-query';
import { useState } from 'react';

export interface Draft<T> {
  draft: T;
  change: (next: T | ((now: T) => T)) => void;
  /** The version that the draft began from, and what it said. */
  base: { version: number; saved: T };
  /** A later version than the one it began from; null while there is none. */
  newer: number | null;
  /** Goes on with the newer version; what was changed is lost. */
  take: () => void;
  /** Goes on with what was changed, upon the newer version. */
  keep: () => void;
  /** What was sent is saved; whatever was typed since goes on upon it. */
  landed: (version: number, saved: T, sent: T) => void;
}

/** Whatever the order of fields: the server may give them in another. */
export const isSame = (one: unknown, other: unknown): boolean => hashKey([one]) === hashKey([other]);

/** Of what somebody wrote the fields that they changed: the others may have been changed by somebody else. */
export const changedIn = <T extends object>(draft: T, saved: T): Partial<T> =>
  Object.fromEntries(Object.entries(draft).filter(([name, value]) => !isSame(value, saved[name as keyof T]))) as Partial<T>;

export function useDraft<T>(version: number, saved: T): Draft<T> {
  const [base, setBase] = useState({ version, saved });
  const [draft, setDraft] = useState(saved);
  const isNewer = version !== base.version;
  const take = (): void => {
    setBase({ version, saved });
    setDraft(() => saved);
  };
  if (isNewer && (isSame(draft, base.saved) || isSame(draft, saved))) take();
  return {
    draft,
    change: setDraft,
    base,
    newer: isNewer ? version : null,
    take,
    keep: () => setBase({ version, saved }),
    landed(landedVersion, landedAs, sent) {
      setBase({ version: landedVersion, saved: landedAs });
      setDraft((now) => (isSame(now, sent) ? landedAs : now));
    },
  };
}
