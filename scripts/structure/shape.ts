/**
 * The shape of single files: how long they are and what they and their folders are called.
 * The limits were measured on well-kept public projects; a file past them usually holds two nouns.
 */
import { isGenerated, isTest, type SourceFile } from './tree.ts';

/** No file is longer, a test somewhat, as its tables are; and at most a tenth of all is longer than the last. */
export const LONGEST = 300;
const LONGEST_TEST = 350;
const LONGEST_OF_MOST = 200;

/** A function lives with the noun it is about, so there is no place for what is about nothing. */
const FOLDERS = ['shared', 'common', 'utils', 'util', 'helpers', 'core', 'lib', 'misc'];
/** Words that say that a file does something, but not what. */
const VAGUE = /(^|[-.])(manager|handler|helpers?|processor|utils?|impl)([-.]|$)/i;

/** One sentence for every file that breaks a limit or has a name that says nothing. */
export function misshapen(files: readonly SourceFile[]): string[] {
  const written = files.filter((file) => !isGenerated(file));
  return [...tooLong(written), ...files.flatMap(({ path }) => badName(path) ?? []), ...written.flatMap((file) => headless(file) ?? [])];
}

function tooLong(files: readonly SourceFile[]): string[] {
  const limit = (path: string) => (isTest(path) ? LONGEST_TEST : LONGEST);
  const long = files.flatMap(({ path, lines }) => (lines > limit(path) ? [`${path} has ${lines} lines; the limit is ${limit(path)}`] : []));
  const lengths = files.map(({ lines }) => lines).toSorted((a, b) => a - b);
  const p90 = lengths[Math.floor(lengths.length * 0.9)] ?? 0;
  return p90 > LONGEST_OF_MOST ? [...long, `a tenth of the files is longer than ${p90} lines; the limit is ${LONGEST_OF_MOST}`] : long;
}

function badName(path: string): string | undefined {
  const folders = path.split('/');
  const file = folders.pop() ?? '';
  const folder = folders.find((name) => FOLDERS.includes(name));
  if (folder) return `${path} lies in a folder called ${folder}; name it after what it is about`;
  return VAGUE.test(file) ? `${path} has a name that does not say what it is about` : undefined;
}

/** Every source begins by saying what it is. A test says it by its name, and an index only lists. */
function headless({ path, text }: SourceFile): string | undefined {
  if (isTest(path) || path.endsWith('/index.ts')) return undefined;
  return /^(#!.*\n)?\s*(\/\*\*|\/\/)/.test(text) ? undefined : `${path} does not begin with a comment that says what it is`;
}
