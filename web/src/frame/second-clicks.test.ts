/** Of a double click on a button that does something, the second is none; single clicks, the keyboard and other buttons are as they were. */
import { expect, test } from 'vitest';
import { ignoreSecondClicks } from './second-clicks.ts';

ignoreSecondClicks(document);

test.each([
  ['mantine-Button-root', [1, 2], 1],
  ['mantine-Button-root', [1, 1], 2],
  ['mantine-Button-root', [0, 0], 2],
  ['mantine-ActionIcon-root', [1, 2, 3], 3],
])('%s pressed with counts %j is heard %i times', (className, details, heard) => {
  const button = document.createElement('button');
  button.className = className;
  const label = document.createElement('span');
  button.append(label);
  document.body.append(button);
  let count = 0;
  button.addEventListener('click', () => (count += 1));
  for (const detail of details) label.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
  expect(count).toBe(heard);
});
