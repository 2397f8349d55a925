import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { clientFiles } from './client-types.ts';

const folder = join(import.meta.dirname, '../../../web/src/api');

test('the web application’s copy of the description is current: node start.mjs scripts/openapi.ts', async () => {
  for (const [name, text] of Object.entries(await clientFiles())) expect(await readFile(join(folder, name), 'utf8')).toBe(text);
});
