/** Not there yet. */
export const CalendarPage = () => null;
export const NewCalendarPage = () => null;
