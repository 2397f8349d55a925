/** A ticket's priority: P1 and P2 in colour, the rest calm. Marks stand in lists by the hundred, so their hints are the browser's own. */
import { VisuallyHidden } from '@mantine/core';
import type { Priority as Level } from '@watchdesk/domain/event';
import marks from './mark.module.css';
import { messages } from './messages.ts';

export function Priority({ value }: { value: Level }) {
  // A value this build does not know yet is shown as it is.
  const meaning = (messages.priority as Partial<Record<string, string>>)[value];
  return (
    <span className={`${marks['pill']} ${marks[value] ?? ''}`} title={meaning}>
      {value}
      {meaning && <VisuallyHidden>{meaning.slice(meaning.indexOf(','))}</VisuallyHidden>}
    </span>
  );
}
