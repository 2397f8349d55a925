export { type Calendar, createCalendar } from './calendar.ts';
export { closedAhead, type ClosedAhead, MOST_LISTED, NEVER_CLOSED } from './closed-ahead.ts';
export { calendarFaults, type Fault } from './faults.ts';
export { countUpTo, type Interval } from './open-time.ts';
export { calendarFile, type CalendarResult, instantOf, runCalendarCases, textOf } from './scenario.ts';
export { type CalendarInput, calendarSpec, type CalendarSpec, dateOf, dayOf, WEEKDAYS, weekdayOf } from './spec.ts';
