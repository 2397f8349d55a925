/** Asks before somebody leaves what they typed and did not save. Going on within the page, as with another time zone, is no leaving. */
import { useBlocker } from '@tanstack/react-router';
import { messages } from './messages.ts';

export function useUnsaved(isChanged: boolean): void {
  useBlocker({
    disabled: !isChanged,
    enableBeforeUnload: isChanged,
    shouldBlockFn: ({ current, next }) =>
      current.pathname !== next.pathname &&
      // The browser's own question, which also a screen reader and the keyboard know.
      // oxlint-disable-next-line no-alert
      !window.confirm(messages.unsaved),
  });
}
