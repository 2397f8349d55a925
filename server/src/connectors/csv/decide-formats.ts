/** Looks through a file once to learn the order of day and month in the columns whose format the mapping leaves open. */
import { Refusal } from '../../errors.ts';
import { createDayOrder } from './day-order.ts';
import type { Mapping } from './mapping.ts';
import { undecidedMoments } from './moments.ts';
import { openTable, type TableOptions } from './read-table.ts';

/** So many rows at least are asked, so that one slip of a hand does not decide alone. */
const ENOUGH = 10_000;

/** The format of each such column. Refused where the values do not decide, or contradict one another. */
export async function decideFormats(
  path: string,
  mapping: Mapping,
  options: TableOptions & { readonly signal?: AbortSignal } = {},
): Promise<Map<string, string>> {
  const open = undecidedMoments(mapping);
  if (open.length === 0) return new Map();
  const table = await openTable(path, mapping, options);
  const orders = open.map(({ column, field }) => ({ column, field, index: table.header.indexOf(column, field), order: createDayOrder() }));
  let rows = 0;
  for await (const batch of table.rows()) {
    options.signal?.throwIfAborted();
    for (const { fields, fault } of batch) if (fault === null) for (const { index, order } of orders) order.see(fields[index]!.trim());
    rows += batch.length;
    if (rows >= ENOUGH && orders.every(({ order }) => order.verdict() !== null)) break;
  }
  return new Map(orders.map(({ column, field, order }) => [column, decided(column, field, order.verdict())]));
}

function decided(column: string, field: string, verdict: string | null): string {
  if (verdict !== null && verdict !== 'contradictory') return verdict;
  const why =
    verdict === null ? 'no value decides whether the day or the month stands first' : 'some values have the day first and some the month';
  const message = `column "${column}": ${why}; give its format, such as "day first", "month first" or "d/M/yyyy HH:mm"`;
  throw new Refusal('invalid', `${field}.format is needed: ${message}`, { fields: [{ field: `${field}.format`, message }] });
}
