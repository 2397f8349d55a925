/**
 * The one-way arrows: which part may import which.
 *
 * Everything may use the domain, and the domain uses nothing. A feature of the server is a top folder of server/src;
 * it uses the store, the domain, and of another feature what its index.ts offers. Nothing leads back up to the API,
 * the command line or the file that puts the parts together.
 */
import { isTest, type SourceFile } from './tree.ts';

/** The packages a pure workspace may have; each is pure itself. */
const PURE_PACKAGES = new Map([
  ['domain', ['zod']],
  ['simulator', ['pure-rand', 'tinyqueue']],
]);
const TEST_PACKAGES = ['vitest', 'fast-check'];

/** The workspaces a workspace may import, itself aside. */
const MAY_USE: Record<string, string[]> = {
  domain: [],
  simulator: ['domain'],
  server: ['domain', 'simulator'],
  web: ['domain'],
};

/** At the top of server/src: they know every part, so no part may know them. */
const COMPOSITION = ['main.ts', 'app.ts', 'incident-management.ts'];
/** The outermost features, which only the composition root and each other may use. */
const OUTERMOST = ['api', 'cli'];
/** What the two thin features may not touch: a query belongs to the feature whose question it is. */
const ENGINES = ['pg', 'kysely', '@clickhouse/client', 'pg-copy-streams'];

/** One sentence for every import that goes against an arrow. */
export function brokenArrows(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => file.imports.flatMap(({ name, file: target }) => faultOf(file.path, name, target) ?? []));
}

function faultOf(from: string, name: string, target: string | null): string | undefined {
  const fault = target === null ? packageFault(from, name) : (workspaceFault(from, target) ?? insideFault(from, target));
  return fault && `${from} imports ${name}: ${fault}`;
}

function packageFault(from: string, name: string): string | undefined {
  const allowed = PURE_PACKAGES.get(top(from));
  if (allowed && !isTest(from) && !name.startsWith('.') && !allowed.includes(packageOf(name)))
    return `${top(from)} is pure; of packages it may use ${allowed.join(', ') || 'none'}`;
  if (allowed && isTest(from) && !name.startsWith('.') && ![...allowed, ...TEST_PACKAGES].includes(packageOf(name)) && !isNode(name))
    return `a test of ${top(from)} needs no more than ${TEST_PACKAGES.join(' and ')}`;
  if (/^server\/src\/(api|cli)\//.test(from) && !isTest(from) && ENGINES.includes(packageOf(name)))
    return 'api and cli are thin; a question to a store belongs to a feature';
  return undefined;
}

function workspaceFault(from: string, target: string): string | undefined {
  const allowed = MAY_USE[top(from)];
  if (!allowed || top(from) === top(target)) return undefined;
  return allowed.includes(top(target)) ? undefined : `${top(from)} may use ${allowed.join(' and ') || 'no other workspace'}`;
}

function insideFault(from: string, target: string): string | undefined {
  if (isTest(from)) return undefined;
  // e2e/ also holds the start of the real product, which benchmarks and pictures use.
  if (isTest(target) && !target.startsWith('e2e/')) return 'only tests use what is for tests';
  if (from.startsWith('server/src/') && target.startsWith('server/src/')) return serverFault(parts(from), parts(target));
  if (from.startsWith('web/src/') && target.startsWith('web/src/')) return webFault(parts(from), parts(target));
  return undefined;
}

/** The paths are given in parts below `src`. */
function serverFault(from: string[], target: string[]): string | undefined {
  const feature = from[0] ?? '';
  const other = target[0] ?? '';
  if (feature === other) return undefined;
  if (COMPOSITION.includes(other))
    return COMPOSITION.includes(feature) || feature === 'cli' ? undefined : 'the composition root is not a part';
  if (target.length === 1) return undefined;
  if (COMPOSITION.includes(feature)) return undefined;
  if (feature === 'store') return 'the store knows no feature';
  if (OUTERMOST.includes(other)) return OUTERMOST.includes(feature) ? undefined : `no feature uses ${other}`;
  if (other === 'store') return undefined;
  // Each help desk is a feature by itself.
  const depth = other === 'connectors' ? 3 : 2;
  const door = [...target.slice(0, depth - 1), 'index.ts'].join('/');
  return target.join('/') === door ? undefined : `of another feature only its index.ts (${door})`;
}

/** A feature of the web application does not import another; what both need is in ui, live, api or charts, which import no feature. */
function webFault(from: string[], target: string[]): string | undefined {
  if (target[0] !== 'features') return undefined;
  if (from[0] === 'features') return from[1] === target[1] ? undefined : 'a feature does not import a feature';
  return from.length === 1 || from[0] === 'frame' ? undefined : `${from[0]} is used by features, so it may not use one`;
}

const top = (path: string) => path.split('/')[0] ?? '';
const parts = (path: string) => path.split('/').slice(2);
const isNode = (name: string) => name.startsWith('node:');
const packageOf = (name: string) =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
