/**
 * Patterns that administrators write. They run on RE2, whose time grows with the text and never with its twists; what would make it
 * slow all the same, or never say anything, is refused when it is saved.
 */
import { RE2JS } from 're2js';
import { invalid } from '../errors.ts';
import { type CustomPattern, LONGEST_NAME, LONGEST_PATTERN, MOST_PATTERNS } from './rules.ts';
import type { Finder, Span } from './spans.ts';

/** A hundred thousand characters take at most so many steps each; counted repetitions are written out by the engine. */
const MOST_STEPS = 600;

/** Throws where the pattern cannot be used: what it should be is the message. */
export function compilePattern(pattern: string): Finder {
  const engine = engineOf(pattern);
  return (text) => {
    const spans: Span[] = [];
    const matcher = engine.matcher(text);
    // What matches nothing takes nothing away.
    while (matcher.find()) if (matcher.end() > matcher.start()) spans.push({ from: matcher.start(), to: matcher.end() });
    return spans;
  };
}

function engineOf(pattern: string): RE2JS {
  if (pattern === '' || pattern.length > LONGEST_PATTERN) throw new UnusablePattern(`must have 1 to ${LONGEST_PATTERN} characters`);
  let engine: RE2JS;
  try {
    engine = RE2JS.compile(pattern);
  } catch (error) {
    throw new UnusablePattern(`must be a regular expression of RE2, which has no look-around and no back-references (${saying(error)})`);
  }
  if (engine.programSize() > MOST_STEPS) throw new UnusablePattern('must be simpler: repeat fewer things fewer times');
  if (engine.matches('')) throw new UnusablePattern('must not match an empty text');
  return engine;
}

/** What a pattern should have been. */
class UnusablePattern extends Error {}

const saying = (error: unknown): string => (error as Error).message.replace(/^error parsing regexp: /, '');

/** Refuses the first of the patterns that cannot be used, by its field. */
export function checkPatterns(patterns: readonly CustomPattern[]): void {
  if (patterns.length > MOST_PATTERNS) throw invalid('redaction.patterns', `must be at most ${MOST_PATTERNS}`);
  for (const [index, { name, pattern }] of patterns.entries()) {
    const field = `redaction.patterns.${index}`;
    if (!/^[^\s[\]\p{Cc}](?:[^[\]\p{Cc}]*[^\s[\]\p{Cc}])?$/u.test(name) || name.length > LONGEST_NAME)
      throw invalid(`${field}.name`, `must have 1 to ${LONGEST_NAME} characters, no square brackets, and no space at either end`);
    if (patterns.findIndex((other) => other.name === name) < index)
      throw invalid(`${field}.name`, 'must be another than that of a pattern before');
    try {
      compilePattern(pattern);
    } catch (error) {
      if (!(error instanceof UnusablePattern)) throw error;
      throw invalid(`${field}.pattern`, error.message);
    }
  }
}
