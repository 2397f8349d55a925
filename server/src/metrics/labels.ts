/** What people call the values of dimensions. */
import { bandWords, type DimensionId, dimensionOf } from '@watchdesk/domain/metrics';
import { namesOf } from '../directory/index.ts';
import type { Postgres } from '../store/postgres/index.ts';
import type { Asking } from './frame.ts';

/** What is called so has no value: tickets without a team. */
export const NONE = 'None';

/** For each group the labels of its values, by dimension. A customer is called by their id where no texts may be read. */
export async function labelsOf(
  { pool }: Postgres,
  { workspaceId, scope }: Pick<Asking, 'workspaceId' | 'scope'>,
  dimensions: readonly DimensionId[],
  groups: readonly (readonly string[])[],
): Promise<Record<string, string>[]> {
  const kinds = dimensions.map((id) => {
    const { names } = dimensionOf(id);
    return names === 'customer' && !scope.text ? undefined : names;
  });
  const wanted = groups.flatMap((group) => kinds.flatMap((kind, index) => (kind && group[index] ? [[kind, group[index]] as const] : [])));
  const names = await namesOf(pool, workspaceId, wanted);
  const labelOf = (index: number, value: string): string => {
    if (value === '') return NONE;
    const kind = kinds[index];
    if (kind) return names.of(kind, value).name;
    const { bands, labels } = dimensionOf(dimensions[index]!);
    return bands ? bandWords(bands, value) : (labels?.[value] ?? value);
  };
  return groups.map((group) => Object.fromEntries(dimensions.map((id, index) => [id, labelOf(index, group[index]!)])));
}
