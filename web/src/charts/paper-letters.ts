/**
 * Which letters the font of PDF files (Roboto) has: Latin with all its marks, Greek and Cyrillic, and the signs that numbers are
 * written with. A text with another is drawn by the browser, whose fonts have it, and put in as an image.
 */
const KNOWN =
  /^[\u0020-\u007e\u00a0-\u017f\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u0386-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u0482\u048a-\u0513\u1ea0-\u1ef9\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2212\u2264\u2265]*$/u;

/** A text as the font can write it: letters with their marks as one, and no spaces it does not know. */
export const onPaper = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/[\u2007\u2009\u202f]/g, '\u00a0')
    .replaceAll(/\s*\n\s*/g, ' ');

export const hasLetters = (text: string): boolean => KNOWN.test(text);

/** The texts of a drawing, to know whether all can be written. */
export const textsIn = (svg: string): string =>
  svg
    .replaceAll(/<style>.*?<\/style>/gs, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');
