/**
 * The sources of a repository as a graph: every TypeScript file with its text and the files and packages it imports.
 *
 * Type-only imports count: a cycle of types is a knot to a reader even though nothing of it is left at run time.
 */
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync } from 'oxc-parser';

/** The folders with code in them, and the files of the root. */
const SOURCES = ['*.{ts,mts,mjs}', '{domain,simulator,server,web,e2e,bench,scripts}/**/*.{ts,tsx,mts,mjs}'];
const NOT_OURS = /(^|\/)(node_modules|dist|coverage|test-results)(\/|$)/;

export interface SourceFile {
  /** From the root of the repository, with forward slashes. */
  path: string;
  text: string;
  lines: number;
  imports: Import[];
}

export interface Import {
  /** As written. */
  name: string;
  /** The file of this repository it leads to, or null for a package or what is not code (a style sheet). */
  file: string | null;
}

/** Reads every source file below `root`. A file that cannot be parsed throws with its name: it is nothing the other checks would accept. */
export function readTree(root: string): SourceFile[] {
  const paths = globSync(SOURCES, { cwd: root, exclude: (path) => NOT_OURS.test(path) });
  return paths.toSorted().map((path) => readSource(root, path));
}

/** A test, or something only tests use: the databases of the server's, fast-check's arbitrary things of the domain's. */
export const isTest = (path: string): boolean => /\.test\.tsx?$|\barbitrary\.ts$|^server\/test\/|^e2e\//.test(path);

/** Made by a program from the API's description, so the limits of what a person should read do not apply. */
export const isGenerated = (file: SourceFile): boolean => /generated/i.test(file.text.slice(0, 300));

function readSource(root: string, path: string): SourceFile {
  const text = readFileSync(join(root, path), 'utf8');
  const imports = importedNames(path, text).map((name) => ({ name, file: resolveImport(root, path, name) }));
  return { path, text, lines: text.split('\n').length - 1, imports };
}

function importedNames(path: string, text: string): string[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const exported = module.staticExports.flatMap((statement) => statement.entries.map((entry) => entry.moduleRequest?.value));
  const imported = module.staticImports.map((statement) => statement.moduleRequest.value);
  // `import('./a.ts')`, whether it is a lazy part or the place of a type.
  const dynamic = [...text.matchAll(/\bimport\(\s*'([^']+)'/g)].map((match) => match[1]);
  return [...new Set([...imported, ...exported, ...dynamic])].filter((name) => name !== undefined);
}

/** A path of this repository, or null. `@watchdesk/domain/event` leads to domain/src/event/index.ts, as its `exports` say. */
function resolveImport(root: string, from: string, name: string): string | null {
  const workspace = /^@watchdesk\/(\w+)(?:\/(.+))?$/.exec(name);
  if (workspace) return [workspace[1], 'src', ...(workspace[2] ? [workspace[2]] : []), 'index.ts'].join('/');
  if (!name.startsWith('.')) return null;
  const path = normalize(join(dirname(from), name)).replaceAll('\\', '/');
  const candidates = [path, `${path}.ts`, `${path}.tsx`, `${path}/index.ts`];
  return candidates.find((candidate) => isCode(candidate) && isFile(join(root, candidate))) ?? null;
}

const isCode = (path: string) => /\.(ts|tsx|mts|mjs)$/.test(path);
const isFile = (path: string) => existsSync(path) && statSync(path).isFile();
