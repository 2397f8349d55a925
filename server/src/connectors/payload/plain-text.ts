/** What a person reads of a message's HTML: the text, with line breaks where the page has them. Scripts and styles are no text. */
import { Parser } from 'htmlparser2';

const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'table', 'hr']);
const UNREAD = new Set(['script', 'style', 'head', 'title', 'template']);

export function plainText(html: string): string {
  const parts: string[] = [];
  let unread = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (UNREAD.has(name)) unread++;
      if (BREAKS.has(name)) parts.push('\n');
    },
    ontext: (text) => {
      if (unread === 0) parts.push(text.replace(/[\s\u00a0]+/g, ' '));
    },
    onclosetag: (name) => {
      if (UNREAD.has(name)) unread--;
      if (BREAKS.has(name) && name !== 'br') parts.push('\n');
    },
  });
  parser.end(html);
  const lines = parts.join('').split('\n');
  return lines
    .map((line) => line.replace(/ {2,}/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
