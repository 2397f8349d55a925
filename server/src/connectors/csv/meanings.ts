/**
 * Raw text to what it stands for in our words. What belongs to a closed set and is not known is never guessed at: a
 * status is taken as open, a channel as other, a priority or tier as none, and the import tells of every such value.
 */
import { CHANNELS, type EventType, PRIORITIES, STATUSES, SUPPORT_TIERS } from '@watchdesk/domain/event';
import { invalid } from '../../errors.ts';
import type { BoundCell } from './cells.ts';
import type { Raw } from './entry.ts';

/** Values of a status map that are no status but say what became of the ticket, and the events that say so and take it back. */
export const FATES: Readonly<Record<string, { is: EventType; isNot: EventType }>> = {
  deleted: { is: 'ticket.deleted', isNot: 'ticket.undeleted' },
  spam: { is: 'ticket.spam', isNot: 'ticket.spam' },
};

const CLOSED: Readonly<Record<string, { known: readonly string[]; otherwise: string | null }>> = {
  status: { known: [...STATUSES, ...Object.keys(FATES)], otherwise: 'open' },
  priority: { known: PRIORITIES, otherwise: null },
  supportTier: { known: SUPPORT_TIERS, otherwise: null },
  channel: { known: CHANNELS, otherwise: 'other' },
};

/** The values of an attribute of a closed set, none of others. */
export const knownMeanings = (attribute: string): readonly string[] => CLOSED[attribute]?.known ?? [];

export interface Meaning {
  of(raw: string | null): string | null;
  /** What to tell of a value that is not known or cannot be kept whole; null where all is well. */
  oddity(raw: string): { kind: string; value: string } | null;
}

const LONGEST_NAME = 500;

/** Refused where the map answers what is no value of the attribute. `place` is where the mapping has it. */
export function meaningOf(kind: string, cell: BoundCell, place: string): Meaning {
  const closed = CLOSED[kind];
  if (closed) return amongThese(kind, closed, cell, place);
  return {
    of: (raw) => (raw === null ? null : clip(plain(raw))),
    oddity: (raw) => {
      if (kind === 'subject' && raw.length > LONGEST_NAME) return { kind: 'a subject longer than 500 characters, shortened', value: '' };
      const isOfKind = kind !== 'customFields' || cell.as === 'text' || typeof typed(plain(raw), cell) !== 'string';
      return isOfKind ? null : { kind: `no ${cell.as} in ${place}, kept as text`, value: raw };
    },
  };

  function plain(raw: string): string | null {
    const meaning = cell.meaning(raw);
    return meaning === undefined ? raw : meaning;
  }
}

function amongThese(kind: string, { known, otherwise }: (typeof CLOSED)[string], cell: BoundCell, place: string): Meaning {
  const stray = cell.meanings.find((to) => !known.includes(to));
  if (stray !== undefined) throw invalid(`${place}.map`, `gives the meaning "${stray}", which must be one of ${known.join(', ')}`);
  const find = (raw: string) => {
    // Without a map, or where the map does not know it, our own words are understood.
    const to = (cell.meaning(raw) ?? raw).toLowerCase();
    return known.find((value) => value.toLowerCase() === to);
  };
  return {
    of: (raw) => (raw === null ? null : (find(raw) ?? otherwise)),
    oddity: (raw) => (find(raw) === undefined ? { kind: `unknown ${kind}, taken as ${otherwise ?? 'none'}`, value: raw } : null),
  };
}

/** At most the length a name may have, never half a character. */
export function clip<T extends string | null>(text: T): T {
  if (text === null || text.length <= LONGEST_NAME) return text;
  const short = text.slice(0, LONGEST_NAME);
  return (short.isWellFormed() ? short : short.slice(0, -1)) as T;
}

/** The parts of a list, each once. Systems write lists as JSON as well: the brackets and quotation marks are theirs. */
export function listOf(raw: Raw, { split = ',', meaning }: BoundCell): string[] {
  if (!raw) return [];
  const parts = raw.replace(/^\[|\]$/g, '').split(split);
  const words = parts.map((part) => part.trim().replace(/^"|"$/g, '')).filter((part) => part !== '');
  return [...new Set(words.map((word) => meaning(word) ?? word))];
}

/** As the mapping says; text that is neither number nor truth stays text. */
export function typed(text: string | null, { as }: BoundCell): string | number | boolean | null {
  if (text === null) return null;
  if (as === 'number' && Number.isFinite(Number(text))) return Number(text);
  if (as === 'boolean') return booleanOf(text) ?? clip(text);
  return clip(text);
}

/** Undefined where the word is neither. */
export function booleanOf(text: string): boolean | undefined {
  const word = text.toLowerCase();
  if (['true', 't', 'yes', 'y', '1'].includes(word)) return true;
  if (['false', 'f', 'no', 'n', '0'].includes(word)) return false;
  return undefined;
}
