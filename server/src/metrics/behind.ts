/** The rows behind a number, and where a page of them ends. */
import type { Leaf } from '@watchdesk/domain/metrics';
import { invalid } from '../errors.ts';
import { conditionSql, valueSql } from './compile.ts';
import { bindingOf, cellsSql, type Frame, rowsSql } from './scan.ts';

/** What of the rows is asked: a number's own, with the condition of its leaf. A row without a value is not behind a mean. */
export function behind(leaf: Leaf, frame: Frame) {
  const { population, where, measure } = leaf;
  const binding = bindingOf(frame);
  const value = 'value' in measure ? valueSql(measure.value, population) : null;
  const conditions = [
    rowsSql(population, frame, binding),
    ...(where ? [conditionSql(where, population.fact, binding)] : []),
    ...(value ? [`isNotNull(${value})`] : []),
  ];
  return { binding, value, from: `${population.fact} final${cellsSql(population, frame, binding)}`, conditions };
}

/** The last of a page: its instant, and the ticket or the person. */
export interface Cursor {
  readonly at: number;
  readonly id: string;
}

export const cursorOf = ({ at, id }: Cursor) => Buffer.from(JSON.stringify([at, id])).toString('base64url');

export function readCursor(text: string): Cursor {
  try {
    const read: unknown = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (Array.isArray(read) && Number.isSafeInteger(read[0]) && typeof read[1] === 'string') return { at: read[0] as number, id: read[1] };
  } catch {
    // said below
  }
  throw invalid('cursor', 'must be the `next` of the answer before');
}
