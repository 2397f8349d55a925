/** Stretches of a text, and putting markers in their place. */

/** From is included, to is not. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type Finder = (text: string) => readonly Span[];

/** What a regular expression finds. It must be global, and must not need more than time in proportion to the text. */
export const finderOf =
  (pattern: RegExp): Finder =>
  (text) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) => ({ from: index, to: index + found.length }));

/** Spans that touch or overlap, as one; in order. */
export function united(spans: readonly Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const last = whole.at(-1);
    if (last && span.from < last.to) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else whole.push(span);
  }
  return whole;
}
