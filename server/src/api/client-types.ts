/** The web application's copy of the API's description: the OpenAPI document and the TypeScript types made from it. */
import openapiTS, { astToString } from 'openapi-typescript';
import type { Parts } from './routes.ts';
import { createApi } from './index.ts';

const BANNER = '/** Generated from the routes by `node start.mjs scripts/openapi.ts`; a test demands that it is current. */\n';

/** The text of `openapi.json` and of `schema.d.ts`. No part is asked anything, so nothing has to run. */
export async function clientFiles(): Promise<{ 'openapi.json': string; 'schema.d.ts': string }> {
  const app = await createApi(untouched());
  try {
    await app.ready();
    const document = app.swagger();
    const types = await openapiTS(JSON.stringify(document), { defaultNonNullable: false, alphabetize: true });
    return { 'openapi.json': `${JSON.stringify(document, null, 1)}\n`, 'schema.d.ts': BANNER + astToString(types) };
  } finally {
    await app.close();
  }
}

/** Routes take their parts apart when they are registered and call them when they are asked. */
const untouched = (): Parts => new Proxy({} as Parts, { get: () => new Proxy({}, { get: (_target, name) => () => void name }) });
