/** What groups of an answer are called, and which colour each has. */
import type { QueryAnswer } from '../api/client.ts';
import { countryName, languageName, sentenceCase, uiMessages } from '../ui/index.ts';

export type Group = QueryAnswer['groups'][number];

const KNOWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  channel: uiMessages.channel,
  status: uiMessages.status,
  escalation_kind: uiMessages.escalationKind,
  presence: uiMessages.presence,
};
/** Words and codes that say their own names. */
const SPOKEN: Readonly<Record<string, (value: string) => string>> = {
  country: countryName,
  language: languageName,
  customer_tier: sentenceCase,
  promised_tier: sentenceCase,
  plan: sentenceCase,
  created_by: sentenceCase,
};

/** A value of a dimension as people call it. */
export const valueName = (dimension: string, value: string, label: string): string => {
  if (dimension === 'hour' && value !== '') return `${value.padStart(2, '0')}:00`;
  if (value === '') return label;
  return KNOWN[dimension]?.[value] ?? SPOKEN[dimension]?.(value) ?? label;
};

export const groupName = ({ key, labels }: Pick<Group, 'key' | 'labels'>, dimensions: readonly string[]): string =>
  dimensions.map((id) => valueName(id, key[id] ?? '', labels[id] ?? '')).join(' · ');

const COLOURS = 8;

/** FNV-1a: the same text has the same number everywhere. */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (const letter of text) sum = Math.imul(sum ^ letter.codePointAt(0)!, 0x01000193);
  return sum >>> 0;
}

/** A colour for each of at most eight names: its own wherever it stands, or the next one where two would share it. */
export function coloursOf(ids: readonly string[]): Map<string, number> {
  const taken = new Map<number, string>();
  for (const id of ids.slice(0, COLOURS).toSorted()) {
    let colour = hash(id) % COLOURS;
    while (taken.has(colour)) colour = (colour + 1) % COLOURS;
    taken.set(colour, id);
  }
  return new Map([...taken].map(([colour, id]) => [id, colour]));
}
