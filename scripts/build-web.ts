/**
 * `npm run build`: the web application into web/dist, unless what is there was built from these very sources. The mark is
 * a hash of them, because dates say nothing after a checkout. Files that a browser fetches lie there compressed as well.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = resolve(import.meta.dirname, '..');
const dist = join(root, 'web/dist');
const MARK = '.built-from';

/** What the result depends on. Tests are left out: changing one must not delay a start. */
const SOURCES = ['web/src', 'web/public', 'web/index.html', 'web/vite.config.ts', 'web/package.json', 'domain/src', 'package-lock.json'];
const isTest = (path: string) => /\.test\.tsx?$/.test(path);

/** Resolves when web/dist is up to date; throws when it cannot be built. */
export async function buildWeb(): Promise<void> {
  const wanted = await hashOfSources();
  const mark = join(dist, MARK);
  if (existsSync(mark) && (await readFile(mark, 'utf8')) === wanted) return;
  console.error('Building the web application; a few seconds, and only when it changed');
  // Beside its place and renamed into it: a server that runs meanwhile serves the old one whole.
  const draft = `${dist}.${process.pid}`;
  try {
    const { status } = spawnSync('vite', ['build', '--outDir', draft, '--emptyOutDir', '--logLevel', 'warn'], {
      cwd: join(root, 'web'),
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    if (status !== 0) throw new Error('The web application could not be built; the reason stands above');
    await compressFiles(draft);
    await writeFile(join(draft, MARK), wanted);
    await rm(dist, { recursive: true, force: true });
    await rename(draft, dist);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function hashOfSources(): Promise<string> {
  const files = (await Promise.all(SOURCES.map(filesUnder))).flat().filter((path) => !isTest(path));
  const contents = await Promise.all(files.map((path) => readFile(join(root, path))));
  const hash = createHash('sha256');
  for (const [index, path] of files.entries()) hash.update(`${path}\0`).update(contents[index]!).update('\0');
  return hash.digest('hex');
}

/** Paths from the root, in a fixed order. */
async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(join(root, path))) return [];
  if (extname(path) !== '') return [path];
  const entries = await readdir(join(root, path), { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .toSorted();
}

const TEXT = new Set(['.js', '.css', '.html', '.svg', '.json']);
const WORTH_BYTES = 1024;

/** Once here instead of at every request, and smaller: Brotli at 9 takes a second for all, 11 would take ten. */
async function compressFiles(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true, recursive: true });
  await Promise.all(
    entries.map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !TEXT.has(extname(path))) return;
      const content = await readFile(path);
      if (content.length < WORTH_BYTES) return;
      await writeFile(`${path}.br`, await promisify(brotliCompress)(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }));
      await writeFile(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
    }),
  );
}

if (process.argv[1] === import.meta.filename) await buildWeb();
