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
    const document = inOrder(JSON.parse(JSON.stringify(app.swagger())) as Described);
    const types = await openapiTS(JSON.stringify(document), { defaultNonNullable: false, alphabetize: true });
    return { 'openapi.json': `${JSON.stringify(document, null, 1)}\n`, 'schema.d.ts': BANNER + withPatterns(astToString(types)) };
  } finally {
    await app.close();
  }
}

interface Described {
  components: { schemas: Record<string, unknown> };
}

/** Schemas come in the order in which their modules were first loaded, which is another one beside other tests: here by name. */
function inOrder(document: Described): Described {
  const byName = Object.entries(document.components.schemas).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(byName) } };
}

/** A pattern is any text to the generator: beside the ids of dimensions that would be every text there is. */
const withPatterns = (types: string): string => types.replaceAll(/(\((?:"\w+" \| )+"\w+"\)) \| string\b/g, '$1 | `custom:${string}`');

/** Routes take their parts apart when they are registered and call them when they are asked. */
const untouched = (): Parts => new Proxy({} as Parts, { get: () => new Proxy({}, { get: (_target, name) => () => void name }) });
