/**
 * A ticket's status: a shape and a word, so that it is told apart without colour. The circle fills as work goes on;
 * what the source itself calls the status is on hover.
 */
import type { Status } from '@watchdesk/domain/event';
import type { ReactNode } from 'react';
import marks from './mark.module.css';
import { messages } from './messages.ts';

const RING = <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />;
const DISC = <circle cx="7" cy="7" r="6" fill="currentColor" />;
const TICK = (
  <path d="M4.4 7.2 6.2 9l3.4-3.8" fill="none" stroke="var(--panel)" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
);

const SHAPES: Record<Status, ReactNode> = {
  new: <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.2 1.9" />,
  open: (
    <>
      {RING}
      <path d="M7 4a3 3 0 0 1 0 6Z" fill="currentColor" />
    </>
  ),
  pending: (
    <>
      {RING}
      <path d="M5.6 5v4M8.4 5v4" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  on_hold: (
    <>
      {RING}
      <path d="M4.5 7h5" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  resolved: (
    <>
      {DISC}
      {TICK}
    </>
  ),
  closed: (
    <>
      {DISC}
      {TICK}
    </>
  ),
};

export function StatusGlyph({ value }: { value: Status }) {
  return (
    <svg className={`${marks['glyph']} ${marks[value] ?? ''}`} width="14" height="14" viewBox="0 0 14 14" aria-hidden="true">
      {SHAPES[value]}
    </svg>
  );
}

export function StatusBadge({ value, raw }: { value: Status; raw?: string | null | undefined }) {
  // A value this build does not know yet is shown as it is.
  const name = (messages.status as Partial<Record<string, string>>)[value] ?? value;
  const meaning = (messages.statusMeaning as Partial<Record<string, string>>)[value] ?? name;
  return (
    <span className={marks['plain']} title={raw ? `${meaning}. ${messages.rawStatus(raw)}` : meaning}>
      <StatusGlyph value={value} />
      <span>{name}</span>
    </span>
  );
}
