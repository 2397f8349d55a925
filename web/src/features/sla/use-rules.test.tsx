/** A change that came too late brings the version that was quicker, without which nobody could choose between the two. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { useCalendars } from '../../api/calendar-questions.ts';
import { api } from '../../api/index.ts';
import { usePolicies, useSaveCalendar, useSavePolicy } from './use-rules.ts';

let root: Root | undefined;
afterEach(() => {
  root?.unmount();
  vi.restoreAllMocks();
});

const refused = (status: number) => ({ error: { status, title: 'Not possible' }, response: new Response('{}', { status }) }) as never;

function Policy() {
  const { data } = usePolicies();
  const { mutate, isError } = useSavePolicy(() => undefined);
  return (
    <button type="button" data-failed={isError} onClick={() => mutate({ id: 'a', spec: {} as never, baseVersion: 1 })}>
      {data?.[0]?.version}
    </button>
  );
}

function Calendar() {
  const { data } = useCalendars();
  const { mutate, isError } = useSaveCalendar(() => undefined);
  return (
    <button type="button" data-failed={isError} onClick={() => mutate({ id: 'a', name: 'A', spec: {} as never, baseVersion: 1 })}>
      {data?.[0]?.version}
    </button>
  );
}

test.each([
  ['policy', 409, '2'],
  ['calendar', 409, '2'],
  ['policy', 400, '1'],
] as const)('after saving a %s was refused with %i, version %s is known', async (kind, status, version) => {
  const saved = (now: number) =>
    ({ data: { policies: [{ version: now }], calendars: [{ version: now }] }, response: new Response() }) as never;
  vi.spyOn(api, 'GET').mockResolvedValue(saved(2)).mockResolvedValueOnce(saved(1));
  vi.spyOn(api, 'PUT').mockResolvedValue(refused(status));
  const place = document.createElement('div');
  root = createRoot(place);
  root.render(<QueryClientProvider client={new QueryClient()}>{kind === 'policy' ? <Policy /> : <Calendar />}</QueryClientProvider>);
  const button = await vi.waitUntil(() => place.querySelector('button'));
  await vi.waitFor(() => expect(button.textContent).toBe('1'));
  document.body.append(place);
  button.click();
  await vi.waitFor(() => expect(button.dataset['failed']).toBe('true'));
  await vi.waitFor(() => expect(button.textContent).toBe(version));
});
