/**
 * A mapping as it is put together: which column is taken for what, and what its values stand for. The document itself is all there is, so
 * that what the page cannot show, which a mapping file may say, stays as it is.
 */
import type { ImportColumn, ImportDetection } from '../../api/client.ts';
import type { Mapping } from './use-imports.ts';

export type Target = ImportDetection['targets'][number];

const isRecord = (value: unknown): value is Mapping => typeof value === 'object' && value !== null && !Array.isArray(value);

export function cellAt(mapping: Mapping, path: string): unknown {
  return path.split('.').reduce<unknown>((part, name) => (isRecord(part) ? part[name] : undefined), mapping);
}

export const columnOf = (cell: unknown): string | null =>
  typeof cell === 'string' ? cell : isRecord(cell) && typeof cell['column'] === 'string' ? cell['column'] : null;

/** The mapping with another value at a place; undefined takes it away, and what is empty then. */
export function withCell(mapping: Mapping, path: string, cell: unknown): Mapping {
  const [first, ...rest] = path.split('.') as [string, ...string[]];
  const next = { ...mapping };
  const inside = isRecord(next[first]) ? next[first] : {};
  const value = rest.length === 0 ? cell : withCell(inside, rest.join('.'), cell);
  if (value === undefined || (isRecord(value) && Object.keys(value).length === 0 && rest.length > 0)) delete next[first];
  else next[first] = value;
  return next;
}

/** The shapes whose rows may carry fields of the workspace's own. */
export const takesCustom = (shape: string): boolean => shape === 'tickets' || shape === 'snapshots';

/** What a column is taken for; null where it is left out. */
export function targetOf(mapping: Mapping, targets: readonly Target[], column: string): string | null {
  const found = targets.find(({ path }) => columnOf(cellAt(mapping, path)) === column);
  if (found) return found.path;
  const custom = cellAt(mapping, 'fields.customFields');
  const name = isRecord(custom) ? Object.keys(custom).find((one) => columnOf(custom[one]) === column) : undefined;
  return name === undefined ? null : 'custom';
}

/** Takes a column for something, or leaves it out. Whatever column was taken for it before is left out. */
export function take(mapping: Mapping, targets: readonly Target[], column: ImportColumn, path: string | null): Mapping {
  const before = targetOf(mapping, targets, column.name);
  let next = before === null ? mapping : clear(mapping, before, column.name);
  if (path === null) return next;
  if (path === 'custom') {
    const custom = cellAt(next, 'fields.customFields');
    const kind =
      column.kind === 'number'
        ? { column: column.name, as: 'number' }
        : column.kind === 'truth'
          ? { column: column.name, as: 'boolean' }
          : column.name;
    return withCell(next, 'fields', {
      ...(cellAt(next, 'fields') as object | undefined),
      customFields: { ...(custom as object | undefined), [column.name]: kind },
    });
  }
  const target = targets.find((one) => one.path === path)!;
  if (path === 'actor.id') next = withCell(next, 'actor', { kind: 'agent', ...(cellAt(next, 'actor') as object | undefined) });
  if (path === 'at') next = withCell(next, 'asOf', undefined);
  return withCell(next, path, cellFor(target, column));
}

function clear(mapping: Mapping, path: string, column: string): Mapping {
  if (path === 'actor.id') return withCell(mapping, 'actor', undefined);
  if (path !== 'custom') return withCell(mapping, path, undefined);
  const custom = cellAt(mapping, 'fields.customFields') as Mapping;
  const left = Object.fromEntries(Object.entries(custom).filter(([, cell]) => columnOf(cell) !== column));
  const { customFields: _gone, ...fields } = cellAt(mapping, 'fields') as Mapping;
  const kept = Object.keys(left).length > 0 ? { ...fields, customFields: left } : fields;
  return withCell(mapping, 'fields', Object.keys(kept).length > 0 ? kept : undefined);
}

function cellFor({ path, isTime, meanings }: Target, column: ImportColumn): unknown {
  const attribute = nameOf(path);
  if (isTime && column.time?.format) return { column: column.name, format: column.time.format };
  if (meanings.length > 0) return { column: column.name, map: column.maps[attribute] ?? {} };
  return column.name;
}

export const nameOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

/** Columns of which the person has to say how they write times. */
export function openQuestions(mapping: Mapping, targets: readonly Target[], columns: readonly ImportColumn[]): string[] {
  return targets
    .filter(({ isTime, path }) => isTime && formatOf(mapping, path) === null)
    .flatMap(({ path }) =>
      columns
        .filter(({ name, time }) => name === columnOf(cellAt(mapping, path)) && time !== null && time.format === null)
        .map(({ name }) => name),
    );
}

/** The answer for one column, and for all others that are asked the same and have no answer yet: a file is of one hand. */
export function answer(
  mapping: Mapping,
  targets: readonly Target[],
  columns: readonly ImportColumn[],
  path: string,
  format: string,
): Mapping {
  const asked = columns.find(({ name }) => name === columnOf(cellAt(mapping, path)));
  const alike = (one: ImportColumn) =>
    one.time?.format === null && asked?.time?.format === null && one.time.candidates.join() === asked.time.candidates.join();
  return targets
    .filter((target) => target.isTime && (target.path === path || formatOf(mapping, target.path) === null))
    .reduce((next, target) => {
      const column = columns.find(({ name }) => name === columnOf(cellAt(next, target.path)));
      return column && (target.path === path || alike(column)) ? withCell(next, target.path, { column: column.name, format }) : next;
    }, mapping);
}

export function formatOf(mapping: Mapping, path: string): string | null {
  const format = cellAt(mapping, `${path}.format`);
  return typeof format === 'string' ? format : null;
}

/** What is needed and no column is taken for. */
export const missing = (mapping: Mapping, targets: readonly Target[]): string[] =>
  targets.filter(({ path, isNeeded }) => isNeeded && cellAt(mapping, path) === undefined).map(({ path }) => path);

/** Whether some of the times used do not say their zone, so that the person has to. */
export const hasNaiveTimes = (mapping: Mapping, targets: readonly Target[], columns: readonly ImportColumn[]): boolean =>
  targets.some(({ path, isTime }) => isTime && columns.some(({ name, time }) => name === columnOf(cellAt(mapping, path)) && time?.isNaive));
