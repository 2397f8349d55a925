/**
 * Words looked for in what people wrote: whole words, whatever their case, with `*` at the end for any ending. Where a script puts no spaces between
 * words, as Japanese and Thai do, it is enough that the word stands there.
 */

/** One apostrophe, one kind of space, one composition of accents: people type all of them. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02BC\u0060\u00B4]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();

const SPACELESS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const LETTER = /[\p{L}\p{N}\p{M}]/u;

/** What is wrong with a word to look for, as the end of a sentence that begins with its field; null when nothing is. */
export function keywordFault(word: string): string | null {
  const stem = plain(word).replace(/\*$/, '').trim();
  if (stem === '') return 'must have words that are not empty';
  return stem.includes('*') ? 'must have * only at the end of a word' : null;
}

/** The first of the words that stands in one of the texts, as it was given; null where none does. */
export function keywordIn(words: readonly string[], texts: readonly (string | null)[]): string | null {
  const read = texts.flatMap((text) => (text ? [plain(text)] : []));
  return words.find((word) => read.some((text) => stands(plain(word), text))) ?? null;
}

function stands(word: string, text: string): boolean {
  const isOpen = word.endsWith('*');
  const stem = (isOpen ? word.slice(0, -1) : word).trim();
  if (stem === '') return false;
  for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
    const before = characterBefore(text, at);
    const after = String.fromCodePoint(text.codePointAt(at + stem.length) ?? 32);
    if (isEdge(before, stem) && (isOpen || isEdge(after, stem))) return true;
  }
  return false;
}

function characterBefore(text: string, at: number): string {
  if (at === 0) return ' ';
  const low = text.charCodeAt(at - 1);
  return low >= 0xdc00 && low <= 0xdfff && at > 1 ? text.slice(at - 2, at) : text[at - 1]!;
}

const isEdge = (beside: string, stem: string): boolean => !LETTER.test(beside) || SPACELESS.test(beside) || SPACELESS.test(stem);

/** The words of a text that say what it is about: those of three letters and more. */
const tellingWords = (text: string): Set<string> => new Set(plain(text).match(/[\p{L}\p{N}]{3,}/gu) ?? []);

/** How much of the words of two texts is common to both: 0 to 1 (Jaccard). */
export function likeness(one: string, other: string): number {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  if (a.size === 0 || b.size === 0) return 0;
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}
