import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { api } from '../api/index.ts';
import { LastMessages } from './LastMessages.tsx';

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  vi.restoreAllMocks();
});

const message = (id: string, text: string | null, visibility = 'public') => ({
  id,
  source: 'demo',
  type: 'ticket.message',
  at: '2026-11-22T14:05:00Z',
  actor: { kind: 'customer', id: 'c1', name: 'Mara Lind' },
  data: { visibility },
  personal: text === null ? null : { text },
});

/** What is on the screen once the pages, one answer each, have come. */
async function shown(...pages: readonly (readonly object[])[]): Promise<() => string[]> {
  const get = vi.spyOn(api, 'GET');
  for (const [index, items] of pages.entries()) {
    const next = index + 1 < pages.length ? `page ${index + 1}` : null;
    get.mockResolvedValueOnce({ data: { items, next, names: {} }, response: new Response() } as never);
  }
  const place = document.createElement('div');
  root = createRoot(place);
  root.render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <LastMessages id="demo:1" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  await vi.waitFor(() => expect(place.querySelector('section')).not.toBeNull());
  return () => [...place.querySelectorAll('li p')].map((text) => text.textContent ?? '');
}

test('the last messages of a long ticket are those of its last page', async () => {
  const texts = await shown([message('1', 'the first')], [{ ...message('2', null), type: 'status.changed' }, message('3', 'the last')]);
  expect(texts()).toEqual(['the first', 'the last']);
});

test('no more than four, the newest last, and what has no text says so', async () => {
  const texts = await shown(['a', 'b', 'c', 'd', null].map((text, index) => message(String(index), text)));
  expect(texts()).toEqual(['b', 'c', 'd', 'No text']);
});
