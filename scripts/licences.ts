/**
 * Reads the lock file: does every package we install, at any depth, come under a licence that lets anyone use, change
 * and sell what contains it? The exceptions are files we neither change nor mix into ours, each with its reason.
 */
import { readFile } from 'node:fs/promises';

const FREE = [
  'MIT',
  'MIT License',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'Unlicense',
  'CC0-1.0',
  'Zlib',
];

const EXCEPTIONS: Record<string, string> = {
  lightningcss: 'MPL-2.0: a tool of the build, used unchanged',
  'axe-core': 'MPL-2.0: a tool of the tests, used unchanged',
  '@axe-core/playwright': 'MPL-2.0: a tool of the tests, used unchanged',
  argparse: 'Python-2.0: permissive, the licence of Python itself',
  '@fontsource-variable/inter': 'OFL-1.1: a font, shipped as it is',
  'png-js': 'MIT by its LICENSE file; its package.json does not say so',
};

interface LockedPackage {
  license?: string;
  link?: boolean;
}

const lock = JSON.parse(await readFile('package-lock.json', 'utf8')) as { packages: Record<string, LockedPackage> };
const installed = Object.entries(lock.packages).filter(([path, { link }]) => path.includes('node_modules/') && !link);
const faults = installed.flatMap(([path, { license }]) => {
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  return isFree(license) || exceptionFor(name) ? [] : [`${name}: ${license ?? 'no licence given'}`];
});
for (const fault of new Set(faults)) console.log(fault);
console.log(`${installed.length} packages, ${faults.length} under a licence that is not on the list`);
process.exitCode = faults.length > 0 ? 1 : 0;

/** Of `A OR B` one is enough, of `A AND B` all are needed. */
function isFree(license = ''): boolean {
  const all = license.replace(/[()]/g, '').split(' AND ');
  return all.every((part) => part.split(' OR ').some((name) => FREE.includes(name)));
}

/** The packages of a platform's binary are named after the package they belong to. */
function exceptionFor(name: string): string | undefined {
  return Object.entries(EXCEPTIONS).find(([known]) => name === known || name.startsWith(`${known}-`))?.[1];
}
