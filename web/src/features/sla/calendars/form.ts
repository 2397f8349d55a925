/** The draft of a calendar as its fields see it. */
import { createContext, use } from 'react';
import type { CalendarSpec } from '../../../api/client.ts';

export interface CalendarForm {
  spec: CalendarSpec;
  change: (part: Partial<CalendarSpec>) => void;
  /** What is wrong at that path or below it, such as `hours.mon.1`, in words; undefined where nothing is. */
  faultAt: (path: string) => string | undefined;
}

export const CalendarFormContext = createContext<CalendarForm | null>(null);

export function useCalendarForm(): CalendarForm {
  const form = use(CalendarFormContext);
  if (!form) throw new Error('no draft around this field');
  return form;
}
