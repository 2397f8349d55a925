/** The one guard of every file that a spreadsheet opens as text: what it would run as a formula stays text. */

/** What a formula begins with; some programs pass over white space before it. A tab or the end of a line begins one by itself. */
const FORMULA = /^\s*[=+\-@]|^[\t\r\n]/;

/**
 * The text behind an apostrophe where a spreadsheet would take it for a formula, and as it is elsewhere. For files without types,
 * such as CSV: a cell that says itself that it is text needs none, and would show it.
 */
export const formulaSafe = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);
