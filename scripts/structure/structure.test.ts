import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { brokenArrows } from './arrows.ts';
import { importCycles } from './cycles.ts';
import { LONGEST, misshapen } from './shape.ts';
import { readTree } from './tree.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'watchdesk-structure-'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Writes the files given and reads them back as a tree. */
function tree(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return readTree(root);
}

/** A target for each import below, so that it resolves. */
const TARGETS = {
  'domain/src/ticket/index.ts': 'export const ticket = 1;',
  'simulator/src/index.ts': 'export const centre = 1;',
  'server/src/app.ts': 'export const app = 1;',
  'server/src/errors.ts': 'export const errors = 1;',
  'server/src/api/index.ts': 'export const api = 1;',
  'server/src/cli/serve.ts': 'export const serve = 1;',
  'server/src/store/postgres/pool.ts': 'export const pool = 1;',
  'server/src/ingest/index.ts': 'export const door = 1;',
  'server/src/ingest/fold.ts': 'export const fold = 1;',
  'server/src/connectors/csv/index.ts': 'export const csv = 1;',
  'server/test/databases.ts': 'export const database = 1;',
  'web/src/ui/button.tsx': 'export const button = 1;',
  'web/src/features/queue/index.ts': 'export const queue = 1;',
};

describe('arrows', () => {
  const forbidden: [string, string, string][] = [
    ['the domain uses no package but zod', 'domain/src/time/index.ts', 'temporal-polyfill'],
    ['the domain uses no module of Node', 'domain/src/time/index.ts', 'node:fs'],
    ['the domain uses no workspace', 'domain/src/time/index.ts', '@watchdesk/simulator'],
    ['a test of the domain uses no database', 'domain/src/time/time.test.ts', 'pg'],
    ['the simulator uses no package', 'simulator/src/arrivals.ts', 'zod'],
    ['the simulator does not know the server', 'simulator/src/arrivals.ts', '../../server/src/errors.ts'],
    ['the web application does not know the server', 'web/src/main.tsx', '../../server/src/errors.ts'],
    ['the web application does not know the simulator', 'web/src/main.tsx', '@watchdesk/simulator'],
    ['a feature sees only the index of another', 'server/src/tickets/list.ts', '../ingest/fold.ts'],
    ['so does the API', 'server/src/api/tickets.ts', '../ingest/fold.ts'],
    ['no feature uses the API', 'server/src/tickets/list.ts', '../api/index.ts'],
    ['no feature uses the command line', 'server/src/tickets/list.ts', '../cli/serve.ts'],
    ['no feature knows the whole', 'server/src/tickets/list.ts', '../app.ts'],
    ['the store knows no feature', 'server/src/store/postgres/outbox.ts', '../../ingest/index.ts'],
    ['the API asks no engine itself', 'server/src/api/tickets.ts', 'pg'],
    ['nor does the command line', 'server/src/cli/doctor.ts', '@clickhouse/client'],
    ['the product does not use what is for tests', 'server/src/tickets/list.ts', '../../test/databases.ts'],
    ['a feature of the web does not import a feature', 'web/src/features/tickets/page.tsx', '../queue/index.ts'],
    ['nor do the parts that features share', 'web/src/ui/table.tsx', '../features/queue/index.ts'],
  ];
  test.each(forbidden)('%s', (_law, from, target) => {
    expect(brokenArrows(tree({ ...TARGETS, [from]: `import { a } from '${target}';` }))).toHaveLength(1);
  });

  test.each([
    "export { a } from '@watchdesk/simulator';",
    "export * from '@watchdesk/simulator';",
    "import '@watchdesk/simulator';",
    "import type { A } from '@watchdesk/simulator';",
    "export const lazy = () => import('@watchdesk/simulator');",
    "export type A = import('@watchdesk/simulator').A;",
  ])('%s counts as an import', (statement) => {
    expect(brokenArrows(tree({ ...TARGETS, 'web/src/main.tsx': statement }))).toHaveLength(1);
  });

  const allowed: [string, string][] = [
    ['domain/src/event/index.ts', 'zod'],
    ['domain/src/event/index.ts', '../ticket/index.ts'],
    ['domain/src/event/event.test.ts', 'fast-check'],
    ['simulator/src/arrivals.ts', '@watchdesk/domain/ticket'],
    ['server/src/tickets/list.ts', '../ingest/index.ts'],
    ['server/src/tickets/list.ts', '../store/postgres/pool.ts'],
    ['server/src/cli/import.ts', '../connectors/csv/index.ts'],
    ['server/src/tickets/list.ts', '../errors.ts'],
    ['server/src/tickets/list.ts', 'pg'],
    ['server/src/tickets/list.test.ts', '../ingest/fold.ts'],
    ['server/src/cli/serve-all.ts', '../app.ts'],
    ['server/src/main.ts', './app.ts'],
    ['server/src/app.ts', './api/index.ts'],
    ['web/src/features/tickets/page.tsx', '../../ui/button.tsx'],
    ['web/src/routes.tsx', './features/queue/index.ts'],
    ['web/src/features/tickets/page.tsx', '@watchdesk/domain/ticket'],
  ];
  test.each(allowed)('%s may import %s', (from, target) => {
    expect(brokenArrows(tree({ ...TARGETS, [from]: `import { a } from '${target}';` }))).toEqual([]);
  });
});

describe('cycles', () => {
  test('a ring of three is one knot, whatever hangs on it', () => {
    const files = tree({
      'domain/src/a/index.ts': "import '../b/index.ts';",
      'domain/src/b/index.ts': "export * from '../c/index.ts';",
      'domain/src/c/index.ts': "import '@watchdesk/domain/a';",
      'domain/src/d/index.ts': "import '../a/index.ts';",
    });
    expect(importCycles(files)).toEqual(['import cycle: domain/src/a/index.ts ↔ domain/src/b/index.ts ↔ domain/src/c/index.ts']);
  });
  test('types alone make a cycle', () => {
    const files = tree({ 'domain/src/a.ts': "import type { B } from './b.ts';", 'domain/src/b.ts': "import type { A } from './a.ts';" });
    expect(importCycles(files)).toHaveLength(1);
  });
  test('a file that imports itself is one too', () => {
    expect(importCycles(tree({ 'domain/src/a.ts': "import './a.ts';" }))).toHaveLength(1);
  });
  test('a diamond is none', () => {
    const files = tree({
      'domain/src/a.ts': "import './b.ts';\nimport './c.ts';",
      'domain/src/b.ts': "import './d.ts';",
      'domain/src/c.ts': "import './d.ts';",
      'domain/src/d.ts': '',
    });
    expect(importCycles(files)).toEqual([]);
  });
});

describe('shape', () => {
  const headed = (lines: number) => `/** What it is. */\n${'export {};\n'.repeat(lines - 1)}`;
  test.each([
    ['a long file', { 'server/src/long.ts': headed(LONGEST + 1) }],
    ['a file without a head', { 'server/src/queue.ts': 'export const a = 1;\n' }],
    ['a folder for everything', { 'server/src/utils/text.ts': headed(2) }],
    ['a name for anything', { 'server/src/tickets/ticket-manager.ts': headed(2) }],
  ])('%s is a fault', (_name, files) => expect(misshapen(tree(files as Record<string, string>))).not.toEqual([]));

  test('so is a tenth of longish files', () => {
    const many = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`server/src/a${index}.ts`, headed(index < 8 ? 50 : 250)]));
    expect(misshapen(tree(many))).toEqual([expect.stringContaining('a tenth of the files')]);
  });
  test('a generated file may be long', () => {
    expect(misshapen(tree({ 'web/src/api/schema.ts': `/** Generated from the API. */\n${'export {};\n'.repeat(900)}` }))).toEqual([]);
  });
  test('an ordinary file is none', () => expect(misshapen(tree({ 'server/src/queue.ts': headed(120) }))).toEqual([]));
});
