/**
 * What people saved is read by today's schema, which may know less than the one it was saved by: a metric was taken out, a way of showing renamed.
 * Such a one says so where it is opened, and the lists of all others go on without it.
 */
import type { z } from 'zod';
import { Refusal } from '../errors.ts';

/** Throws `not_possible` with the part that this version does not know. */
export function readSaved<T>(shape: z.ZodType<T>, saved: unknown): T {
  const read = shape.safeParse(saved);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new Refusal('not_possible', `This version of Watchdesk cannot show it: ${issue!.path.join('.')} ${issue!.message}.`);
}

/** Those of the rows that this version can read. */
export function readable<Row>(rows: readonly Row[], read: (row: Row) => Row): Row[] {
  return rows.flatMap((row) => {
    try {
      return [read(row)];
    } catch (error) {
      if (error instanceof Refusal) return [];
      throw error;
    }
  });
}
