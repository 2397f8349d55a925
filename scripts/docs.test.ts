/** What the documentation names must exist: files, folders, npm scripts, checks, links and their targets. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { CHECKS } from './checks/table.ts';

const pages = [...globSync('*.md'), ...globSync('docs/**/*.md')];
const textOf = (page: string) => readFileSync(page, 'utf8');
const all = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** `server/src/app.ts` in back quotes; not a pattern such as `features/<place>` or `NNNN-what.sql`. */
const PATHS = /`((?:domain|simulator|server|web|e2e|bench|scripts|docs)\/[\w./-]*)`/g;

test.each(pages)('%s names files that exist', (page) => {
  const named = all(textOf(page), PATHS).filter((path) => !path.includes('NNNN'));
  expect(named.filter((path) => !existsSync(path))).toEqual([]);
});

test.each(pages)('%s links to pages that exist', (page) => {
  const links = all(textOf(page), /(?:\]\(|srcset="|src=")([^)#\s"]+)/g).filter((link) => !/^[a-z]+:/.test(link));
  expect(links.filter((link) => !existsSync(join(dirname(page), link)))).toEqual([]);
});

test.each(pages)('%s names npm scripts and checks that exist', (page) => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const run = all(textOf(page), /npm run (?:-s )?([\w:-]+)/g);
  expect(run.filter((name) => !(name in scripts))).toEqual([]);
  const checks = all(textOf(page), /npm test -- ([a-z ]+)/g).flatMap((names) => names.trim().split(/\s+/));
  expect(checks.filter((name) => !CHECKS.some((check) => check.name === name))).toEqual([]);
});

test('every decision is listed, and every listed one has its three parts', () => {
  const index = textOf('docs/adr/README.md');
  for (const page of globSync('docs/adr/0*.md')) {
    expect(index).toContain(page.slice('docs/adr/'.length));
    expect(textOf(page)).toMatch(/^# \d+\. .+\n\n## Context\n[^]+\n## Decision\n[^]+\n## Price\n/);
  }
});
