/** `npm start`: the web application built when it changed, then the server. */
import { buildWeb } from './build-web.ts';

await buildWeb();
process.argv.splice(2, Infinity, 'serve');
await import('../server/src/cli/watchdesk.ts');
