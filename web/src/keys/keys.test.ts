import { expect, test, vi } from 'vitest';
import { createKeys } from './keys.ts';

const binding = (keys: string) => ({ keys, label: keys, run: vi.fn<() => void>() });

test('a key runs what is bound to it while it is bound', () => {
  const keys = createKeys();
  const next = binding('j');
  const leave = keys.register({ title: 'List', bindings: [next] });
  expect(keys.press('j', 0)).toBe(true);
  expect(next.run).toHaveBeenCalledOnce();
  leave();
  expect(keys.press('j', 10)).toBe(false);
  expect(keys.groups()).toEqual([]);
});

test('two keys in a row, the second in time', () => {
  const keys = createKeys();
  const queue = binding('g q');
  keys.register({ title: 'Go', bindings: [queue] });
  expect(keys.press('g', 0)).toBe(true);
  keys.press('q', 900);
  expect(queue.run).toHaveBeenCalledOnce();
  keys.press('g', 2_000);
  expect(keys.press('q', 3_500)).toBe(false);
  expect(queue.run).toHaveBeenCalledOnce();
});

test('a key between the two ends the sequence', () => {
  const keys = createKeys();
  const queue = binding('g q');
  keys.register({ title: 'Go', bindings: [queue] });
  keys.press('g', 0);
  keys.press('x', 100);
  keys.press('q', 200);
  expect(queue.run).not.toHaveBeenCalled();
});

test('the later of two bindings counts', () => {
  const keys = createKeys();
  const [below, above] = [binding('Enter'), binding('Enter')];
  keys.register({ title: 'Page', bindings: [below] });
  const leave = keys.register({ title: 'Drawer', bindings: [above] });
  keys.press('Enter', 0);
  leave();
  keys.press('Enter', 1);
  expect([above.run.mock.calls.length, below.run.mock.calls.length]).toEqual([1, 1]);
});
