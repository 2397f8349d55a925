/** Not there yet. */
export const CalendarsPage = () => null;
