/** What is typed into a field of numbers is the number that is meant, or none; never another one. */
import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import type { Target } from '../terms.ts';
import { TargetInput } from './TargetInput.tsx';

let root: Root | undefined;
afterEach(() => root?.unmount());

interface Shown {
  readonly seen: ReturnType<typeof vi.fn<(target: Target) => void>>;
  readonly field: HTMLInputElement;
  readonly unit: () => string;
}

async function show(began: Target): Promise<Shown> {
  const seen = vi.fn<(target: Target) => void>();
  function Draft() {
    const [value, setValue] = useState(began);
    const change = (target: Target): void => {
      seen(target);
      setValue(target);
    };
    return <TargetInput label="Reply" value={value} onChange={change} />;
  }
  const place = document.createElement('div');
  root = createRoot(place);
  root.render(
    <MantineProvider>
      <Draft />
    </MantineProvider>,
  );
  const field = await vi.waitUntil(() => place.querySelector<HTMLInputElement>('[aria-label="Reply"]'));
  return { seen, field, unit: () => place.querySelector<HTMLInputElement>('[aria-label="Reply, unit"]')?.value ?? '' };
}

const rendered = () => new Promise((done) => void setTimeout(done));

/** What became of a target after something was typed or pasted, and what stands in its field then. */
async function typed(text: string, began: Target): Promise<[target: Target, shown: string, unit: string]> {
  const { seen, field, unit } = await show(began);
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await rendered();
  return [seen.mock.lastCall?.[0] ?? null, field.value, unit()];
}

test.each<[string, Target, Target, string]>([
  ['7.5', 900, 450, 'minutes'],
  ['1.5', 900, 90, 'minutes'],
  ['0.1', 900, 6, 'minutes'],
  ['1.1', 7200, 3960, 'hours'],
  // No whole seconds: a fault, and the unit does not run away from the finger.
  ['7.333', 900, 439.98, 'minutes'],
  ['1e9', 900, 0, 'minutes'],
  ['1,000', 900, 0, 'minutes'],
  ['-5', 900, -300, 'minutes'],
  ['9'.repeat(400), 900, 0, 'minutes'],
  ['2.5', { businessDays: 1 }, { businessDays: 2.5 }, 'open days'],
])('%s typed over %j is %j and stays as it was typed', async (text, began, target, unit) => {
  expect(await typed(text, began)).toEqual([target, text, unit]);
});

test.each<[string, Target, Target, string]>([
  ['ArrowUp', 900, 960, '16'],
  ['ArrowUp', { businessDays: 2.5 }, { businessDays: 3 }, '3'],
  ['ArrowDown', { businessDays: 2.5 }, { businessDays: 2 }, '2'],
  ['ArrowDown', 60, 0, '0'], // a fault, and not below it
])('%s on %j makes %j', async (key, began, target, shown) => {
  const { seen, field, unit } = await show(began);
  const before = unit();
  field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  await rendered();
  expect([seen.mock.lastCall?.[0], field.value, unit()]).toEqual([target, shown, before]);
});
