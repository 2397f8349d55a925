/** Texts as a message may carry them: in one line, no longer than its place, and escaped for what reads it. */

/** One line of so many characters at most, without what changes how others are read: controls, directions, halves of characters. */
export function oneLine(text: string, longest = 100): string {
  const plain = text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = Array.from(plain);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : plain;
}

/** The same with its line breaks, of which no two empty lines follow each other. */
export function fewLines(text: string, longest: number): string {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.replace(/[\p{C}\s]+/gu, ' ').trim());
  return shortened(
    lines
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim(),
    longest,
  );
}

/** Of so many UTF-16 units at most, which is what most services count; never half a character. */
export function shortened(text: string, longest: number): string {
  if (text.length <= longest) return text;
  let kept = '';
  for (const character of text) {
    if (kept.length + character.length > longest - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ESCAPED[character]!);

/** A piece of HTML: what is put in is text, in an element as in a quoted attribute. */
export const html = (pieces: TemplateStringsArray, ...values: string[]): string => String.raw({ raw: pieces }, ...values.map(escapeHtml));

/** Slack reads `<…>` as links and mentions, whoever typed them (docs.slack.dev, Formatting message text). */
export const escapeMrkdwn = (text: string): string => text.replace(/[&<>]/g, (character) => ESCAPED[character]!);
