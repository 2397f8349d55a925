/** `watchdesk COMMAND`: the entry of the command line. */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Halves the second that reading the sources takes. Where the directory cannot be written, nothing is cached.
enableCompileCache(join(import.meta.dirname, '../../../.runtime/compile-cache'));
const [{ run }, { processSurroundings }] = await Promise.all([import('./run.ts'), import('./context.ts')]);

process.exitCode = await run(process.argv.slice(2), processSurroundings());
