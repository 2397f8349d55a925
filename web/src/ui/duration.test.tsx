import { MantineProvider } from '@mantine/core';
import { act, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { expect, test } from 'vitest';
import { DurationInput } from './DurationInput.tsx';

let told: number;

function Place() {
  const [seconds, setSeconds] = useState(7200);
  return (
    <MantineProvider env="test">
      <DurationInput
        label="So long"
        seconds={seconds}
        onChange={(next) => {
          told = next;
          setSeconds(next);
        }}
      />
    </MantineProvider>
  );
}

test.each([
  ['abc', Number.NaN, 'This is no number'],
  ['90 min', Number.NaN, 'This is no number'],
  ['', Number.NaN, 'This is no number'],
  ['-5', -18_000, 'Must not be below 0'],
  ['1.5', 5400, null],
])('%j in a field of hours is %d seconds, and the field says at once: %s', async (text, seconds, fault) => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });
  const place = document.body.appendChild(document.createElement('div'));
  const root = createRoot(place);
  await act(async () => root.render(<Place />));
  const field = place.querySelector<HTMLInputElement>('input[aria-label="So long"]')!;
  await act(async () => {
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(field, text);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  expect(told).toBe(seconds);
  expect(field.value).toBe(text);
  expect(place.querySelector('.mantine-InputWrapper-error')?.textContent ?? null).toBe(fault);
  expect(field.getAttribute('aria-invalid')).toBe(String(fault !== null));
  await act(async () => root.unmount());
});
