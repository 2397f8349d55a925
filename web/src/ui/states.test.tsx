/** An error as it is read: each sentence once, and fields by the names they have on the screen. */
import { MantineProvider } from '@mantine/core';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, expect, test, vi } from 'vitest';
import { ProblemError, readProblem } from './problem.ts';
import { ErrorState } from './states.tsx';

let root: Root | undefined;
afterEach(() => root?.unmount());

test.each([
  ['text is no iCalendar file', ['The file is no iCalendar file']],
  ['Look again.', ['Look again.', 'The file is no iCalendar file']],
])('“%s” of a field', async (detail, sentences) => {
  const problem = { code: 'invalid', title: 'Not valid', detail, fields: [{ field: 'text', message: 'is no iCalendar file' }] };
  const place = document.createElement('div');
  root = createRoot(place);
  root.render(
    <MantineProvider>
      <ErrorState error={new ProblemError(readProblem(problem, 400))} fieldName={(field) => (field === 'text' ? 'The file' : field)} />
    </MantineProvider>,
  );
  await vi.waitFor(() => expect(place.querySelector('[role="alert"]')).not.toBeNull());
  const said = [...place.querySelectorAll('[role="alert"] div p')].map(({ textContent }) => textContent);
  expect(said).toEqual([...sentences, 'Change what you asked for and try again.']);
});
