/** The words of a subject, as they are counted. */

/** So many of a subject are looked at; each costs a few looks. */
const MOST_WORDS = 8;
const LONGEST_WORD = 40;
const LONGEST_SUBJECT = 300;
const segmenter = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * The first eight different words, in small letters; in languages that write without spaces too. Numbers, what holds a digit and
 * single letters are none: an invoice's number is no topic. Filler need not be left out, as it is as frequent as ever.
 */
export function wordsOf(subject: string): string[] {
  const words = new Set<string>();
  for (const { segment, isWordLike } of segmenter.segment(subject.slice(0, LONGEST_SUBJECT).normalize('NFKC').toLowerCase())) {
    if (!isWordLike || segment.length > LONGEST_WORD || /\p{N}/u.test(segment) || !/\p{L}{2}|\p{Script=Han}/u.test(segment)) continue;
    words.add(segment);
    if (words.size === MOST_WORDS) break;
  }
  return [...words];
}
