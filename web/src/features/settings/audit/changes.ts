/** What differs between two values that JSON can hold, path by path. */
export interface Difference {
  /** `spec.targets.P1`; empty for the whole. */
  readonly path: string;
  /** Undefined where it was not, or is no more. */
  readonly before: unknown;
  readonly after: unknown;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const joined = (path: string, key: string): string => (path === '' ? key : `${path}.${key}`);

/** In the order of the keys of what is now, then those that are gone. Lists are compared place by place. */
export function differencesOf(before: unknown, after: unknown, path = ''): Difference[] {
  if (isRecord(before) && isRecord(after) && Array.isArray(before) === Array.isArray(after)) {
    const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
    return keys.flatMap((key) => differencesOf(before[key], after[key], joined(path, key)));
  }
  // What is new or gone is told by its leaves, as everything else is.
  if (isRecord(after) && (before === null || before === undefined))
    return leavesOf(after, path).map(([at, value]) => ({ path: at, before: undefined, after: value }));
  if (isRecord(before) && (after === null || after === undefined))
    return leavesOf(before, path).map(([at, value]) => ({ path: at, before: value, after: undefined }));
  return Object.is(before ?? null, after ?? null) ? [] : [{ path, before, after }];
}

function leavesOf(value: unknown, path: string): [path: string, value: unknown][] {
  if (!isRecord(value) || Object.keys(value).length === 0) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leavesOf(inner, joined(path, key)));
}
