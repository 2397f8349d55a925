import { act, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import type { Alert } from './use-alerts.ts';
import { type Chosen, useChosen } from './use-chosen.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const root = createRoot(document.createElement('div'));
let now: Chosen;

function List({ ids }: { ids: readonly string[] }) {
  const chosen = useChosen(ids.map((id) => ({ id }) as Alert));
  useEffect(() => {
    now = chosen;
  });
  return null;
}
const show = (...ids: string[]) => act(() => root.render(<List ids={ids} />));
const chosen = () => now.alerts.map(({ id }) => id);
afterEach(() => act(() => root.render(null)));

test('is what was chosen, as long as it is in the list', () => {
  show('a', 'b', 'c');
  act(() => now.toggle('c'));
  act(() => now.toggle('a'));
  expect([chosen(), now.has('b')]).toEqual([['a', 'c'], false]);
  act(() => now.toggle('a'));
  expect(chosen()).toEqual(['c']);
  show('a', 'b');
  expect(chosen()).toEqual([]);
});

test('is all of them, and then none', () => {
  show('a', 'b');
  act(() => now.clear());
  act(() => now.toggle('a'));
  act(() => now.toggleAll());
  expect(chosen()).toEqual(['a', 'b']);
  act(() => now.toggleAll());
  expect(chosen()).toEqual([]);
});
