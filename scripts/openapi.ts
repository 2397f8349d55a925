/** Writes the web application's copy of the API's description. Run it after changing a route. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { clientFiles } from '../server/src/api/client-types.ts';

const folder = join(import.meta.dirname, '../web/src/api');
mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(await clientFiles())) writeFileSync(join(folder, name), text);
