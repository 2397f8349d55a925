/** The days on which a policy holds, as people enter them: from the first to the last, in the zone of the workspace. */
import type { PolicySpec } from '../../../api/client.ts';
import { addDays, dayOf, startOfDay } from '../../../period/zone.ts';
import { formatDate } from '../../../ui/index.ts';
import { messages } from './messages.ts';

type Validity = Pick<PolicySpec, 'validFrom' | 'validTo'>;

/** As a field of a date shows it, empty for no bound. */
export const firstDayOf = ({ validFrom }: Validity, zone: string): string => (validFrom === null ? '' : dayOf(validFrom * 1000, zone));
/** It ends with the last instant of that day. */
export const lastDayOf = ({ validTo }: Validity, zone: string): string => (validTo === null ? '' : dayOf(validTo * 1000 - 1000, zone));

export const fromDay = (day: string, zone: string): number | null => (day === '' ? null : startOfDay(day, zone) / 1000);
export const untilDay = (day: string, zone: string): number | null => (day === '' ? null : startOfDay(addDays(day, 1), zone) / 1000);

/** `Valid from 1 Dec 2026 to 31 Jan 2027.`, nothing where it has no bounds. */
export function validityInWords(validity: Validity, zone: string): string {
  const [first, last] = [firstDayOf(validity, zone), lastDayOf(validity, zone)];
  return messages.editor.valid(first && formatDate(first), last && formatDate(last));
}
