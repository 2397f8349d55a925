/** Business calendars as callers see and say them. */
import { calendarSpec } from '@watchdesk/domain/calendar';
import { z } from 'zod';
import { named, plain } from './basics.ts';
import { baseVersion, version } from './versions.ts';

export const calendar = z
  .object({ ...version, spec: calendarSpec, usedBy: z.array(named).meta({ description: 'Policies that count by it.' }) })
  .meta({ id: 'Calendar' });
export const calendars = z.object({ calendars: z.array(calendar) });
export const calendarHistory = z.object({
  versions: z.array(z.object({ ...version, spec: calendarSpec.nullable().meta({ description: 'Null where it was retired.' }) })),
});
export const calendarDraft = z.strictObject({
  name: plain(100).refine((text) => text.trim() !== '', 'must not be empty'),
  spec: calendarSpec,
});
export const calendarSave = calendarDraft.extend({ baseVersion });
export const holidaysIn = z.strictObject({
  text: z.string().max(1_000_000, 'must have at most a million characters').meta({ description: 'An iCalendar file (RFC 5545).' }),
  fromYear: z.int().min(1990).max(2200),
  toYear: z.int().min(1990).max(2200),
});
export const holidaysOut = z.object({
  holidays: z.array(z.object({ date: z.string(), name: z.string() })),
  skipped: z.array(z.object({ name: z.string(), reason: z.string() })),
});
