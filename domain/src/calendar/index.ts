export { type Calendar, createCalendar } from './calendar.ts';
export type { Interval } from './open-time.ts';
export { type CalendarInput, calendarSpec, type CalendarSpec } from './spec.ts';
