import { MantineProvider } from '@mantine/core';
import { useState } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { AddressAmount } from './AddressAmount.tsx';

let root: Root | undefined;
afterEach(() => root?.unmount());

async function shown(whole?: { least: number; most: number }) {
  const told: (number | null)[] = [];
  const Field = () => {
    const [value, setValue] = useState<number | null>(10);
    const tell = (next: number | null) => {
      told.push(next);
      setValue(next);
    };
    return <AddressAmount label="Groups" value={value} onChange={tell} {...(whole && { whole })} />;
  };
  const place = document.createElement('div');
  root = createRoot(place);
  root.render(
    <MantineProvider>
      <Field />
    </MantineProvider>,
  );
  await vi.waitFor(() => expect(place.querySelector('input')).not.toBeNull());
  const input = place.querySelector('input')!;
  const type = async (text: string) => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await vi.waitFor(() => expect(input.value).toBe(text));
  };
  return { told, type, isFaulty: () => input.getAttribute('aria-invalid') === 'true' };
}

test('tells what is a number, and keeps the rest in the field', async () => {
  const { told, type, isFaulty } = await shown();
  await type('');
  await type('abc');
  await vi.waitFor(() => expect(isFaulty()).toBe(true));
  expect(told).toEqual([]);
  await type('2.5');
  await vi.waitFor(() => expect(isFaulty()).toBe(false));
  expect(told).toEqual([2.5]);
});

test('of whole numbers tells those within the bounds, and that there is none', async () => {
  const { told, type, isFaulty } = await shown({ least: 1, most: 1000 });
  for (const text of ['2.5', '0', '1001']) {
    await type(text);
    await vi.waitFor(() => expect(isFaulty()).toBe(true));
  }
  expect(told).toEqual([]);
  await type('25');
  await type('');
  expect(told).toEqual([25, null]);
});
