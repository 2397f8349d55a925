/**
 * Links inside what people wrote. Only http and https are links, whatever the text claims; everything else stays
 * text, so that nothing a sender writes can become anything but words and plain links.
 */
export type TextPart = { text: string; href?: undefined } | { text: string; href: string };

const ADDRESS = /https?:\/\/[^\s<>"'`]+/gi;
/** What ends a sentence rather than an address. */
const TRAILING = /[.,;:!?…]+$/;

const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

const countOf = (text: string, letter: string): number => text.split(letter).length - 1;

/** An address without what belongs to the sentence around it: `(see https://a.b/c).` ends before the bracket. */
function trimmed(address: string): string {
  const end = address.replace(TRAILING, '');
  const opener = OPENERS[end.at(-1) ?? ''];
  if (!opener) return end;
  // Brackets are counted once and then taken off one by one: a text of nothing else must not cost its square.
  const closer = end.at(-1) ?? '';
  let surplus = countOf(end, closer) - countOf(end, opener);
  let length = end.length;
  while (surplus > 0 && end[length - 1] === closer) {
    surplus -= 1;
    length -= 1;
  }
  return length === end.length ? end : end.slice(0, length).replace(TRAILING, '');
}

/** The address as the browser will follow it, or null where it is none. */
function hrefOf(address: string): string | null {
  try {
    const url = new URL(address);
    return (url.protocol === 'https:' || url.protocol === 'http:') && url.hostname !== '' ? url.href : null;
  } catch {
    return null;
  }
}

/** The text in order, cut where links begin and end; joined again it is the same text. */
export function linkParts(text: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    const address = trimmed(match[0]);
    const href = hrefOf(address);
    if (href === null) continue;
    if (match.index > from) parts.push({ text: text.slice(from, match.index) });
    parts.push({ text: address, href });
    from = match.index + address.length;
  }
  if (from < text.length) parts.push({ text: text.slice(from) });
  return parts;
}
