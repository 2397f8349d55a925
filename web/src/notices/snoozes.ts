/** For how long something may be silent, wherever somebody says so: in the application as by the link in a message. */
import { messages } from './messages.ts';

export const SNOOZES = Object.entries(messages.snoozes).map(([minutes, label]) => ({ minutes: Number(minutes), label }));
export const USUAL_SNOOZE = 60;
