/** The calls of a connector, straight to the fake: without the patience, the limits and the filter of the runtime. */
import type { Calls, Page, Query, Reply } from '../../src/connectors/connector.ts';
import { zendesk } from '../../src/connectors/zendesk/index.ts';
import type { FakeZendesk } from './index.ts';

export function callsTo(fake: FakeZendesk): Calls {
  const options = zendesk.options.parse({ address: fake.origin });
  const { headers } = zendesk.reach(fake.apiToken, options);
  async function ask(method: string, path: string, query: Query = {}, body?: unknown): Promise<Reply> {
    const url = new URL(path, fake.origin);
    for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
    const answer = await fetch(url, { method, headers: { ...headers }, ...(body !== undefined && { body: JSON.stringify(body) }) });
    return { status: answer.status, headers: Object.fromEntries(answer.headers), body: await answer.json() };
  }
  return { get: (path, query) => ask('GET', path, query), send: (method, path, body) => ask(method, path, {}, body) };
}

/** Page after page until there is nothing more for now. */
export async function* pages(fake: FakeZendesk, stream: string, cursor: unknown = null): AsyncGenerator<Page> {
  const call = callsTo(fake);
  const options = zendesk.options.parse({ address: fake.origin });
  for (let next = cursor; ;) {
    const page = await zendesk.pull(call, stream, next, { options, now: fake.now() });
    yield page;
    if (page.done) return;
    next = page.cursor;
  }
}
