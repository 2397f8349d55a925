/** What people call the values of dimensions. */
import { AGES, bandWords, type DimensionId, dimensionOf } from '@watchdesk/domain/metrics';
import { namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';

const NONE = 'None';
const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** Values that are computed and named by nobody. */
const SAID: { readonly [D in DimensionId]?: (value: string) => string | undefined } = {
  weekday: (value) => DAYS[Number(value) - 1],
  age: (value) => AGES.find(({ id }) => id === value)?.label,
};

/** For each group the labels of its values, by dimension. */
export async function labelsOf(
  { pool }: Postgres,
  workspaceId: string,
  dimensions: readonly DimensionId[],
  groups: readonly (readonly string[])[],
): Promise<Record<string, string>[]> {
  const kinds = dimensions.map((id) => dimensionOf(id).names);
  const wanted = groups.flatMap((group) => kinds.flatMap((kind, index) => (kind && group[index] ? [[kind, group[index]] as const] : [])));
  const names = await namesOf(pool, workspaceId, wanted);
  const labelOf = (index: number, value: string): string => {
    if (value === '') return NONE;
    const kind = kinds[index];
    if (kind) return names.of(kind, value).name;
    const { bands } = dimensionOf(dimensions[index]!);
    if (bands) return bandWords(bands, value);
    return SAID[dimensions[index]!]?.(value) ?? value;
  };
  return groups.map((group) => Object.fromEntries(dimensions.map((id, index) => [id, labelOf(index, group[index]!)])));
}
