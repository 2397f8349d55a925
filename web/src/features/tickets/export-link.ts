/** The address of a file with exactly the rows of the list, for the browser to fetch by itself: it streams, whatever its size. */
import type { ListQuestion } from './windows.ts';

/** The address of the export of a list. */
export function exportAddress({ query, order }: ListQuestion): string {
  const parameters = new URLSearchParams({ ...query, ...order, format: 'csv' });
  return `/api/v1/tickets/export?${parameters.toString()}`;
}
