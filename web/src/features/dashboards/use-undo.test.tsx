import { act, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { afterEach, expect, test } from 'vitest';
import { useUndo, type Undo } from './use-undo.ts';

(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true;
const root = createRoot(document.createElement('div'));
let now: Undo<string> & { draft: string };

function Draft() {
  const [draft, change] = useState('a');
  const undo = useUndo(draft, change);
  useEffect(() => {
    now = { draft, ...undo };
  });
  return null;
}
afterEach(() => act(() => root.render(null)));

test('steps are taken back and taken again, until another is made', () => {
  act(() => root.render(<Draft />));
  expect([now.undo, now.redo]).toEqual([null, null]);
  act(() => now.step('b'));
  act(() => now.step('c'));
  act(() => now.undo!());
  act(() => now.undo!());
  expect([now.draft, now.undo]).toEqual(['a', null]);
  act(() => now.redo!());
  expect(now.draft).toBe('b');
  act(() => now.step('d'));
  expect([now.draft, now.redo]).toEqual(['d', null]);
  act(() => now.undo!());
  expect(now.draft).toBe('b');
});
