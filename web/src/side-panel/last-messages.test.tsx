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

/** What is on the screen once the answer has come. */
async function shown(items: readonly object[]): Promise<() => string[]> {
  const get = vi.spyOn(api, 'GET').mockResolvedValueOnce({ data: { items, names: {} }, response: new Response() });
  const place = document.createElement('div');
  root = createRoot(place);
  root.render(
    <MantineProvider>
      <QueryClientProvider client={new QueryClient()}>
        <LastMessages id="demo:1" />
      </QueryClientProvider>
    </MantineProvider>,
  );
  // No more is asked for than is shown, however long the ticket is.
  await vi.waitFor(() =>
    expect(get).toHaveBeenCalledWith(
      '/api/v1/tickets/{id}/messages',
      expect.objectContaining({ params: { path: { id: 'demo:1' }, query: { limit: 4 } } }),
    ),
  );
  await vi.waitFor(() => expect(place.querySelector('section')).not.toBeNull());
  return () => [...place.querySelectorAll('li p')].map((text) => text.textContent ?? '');
}

test('the newest last, and what has no text says so', async () => {
  const texts = await shown(['a', 'b', null].map((text, index) => message(String(index), text)));
  expect(texts()).toEqual(['a', 'b', 'No text']);
});
