/**
 * The custom fields that tickets of a workspace have: each is a dimension. Their names are the workspace's own and not the catalogue's, so
 * what names one is checked against the facts; and as they hold what people wrote, who may read no texts does not divide by them.
 */
import { customDimension, type DimensionId, fieldOf } from '@watchdesk/domain/metrics';
import type { ViewScope } from '../accounts/index.ts';
import { invalid, Refusal } from '../errors.ts';
import type { Analytics } from '../store/analytics/index.ts';
import { runStatement } from './run.ts';

/** More are no fields that anybody made by hand, and no list that anybody reads. */
const MOST_FIELDS = 500;
/** A field that is new is found within these; one that is known stays known. */
const FRESH_MS = 5_000;

interface Known {
  readonly at: number;
  readonly fields: Promise<readonly string[]>;
}
const known = new WeakMap<Analytics, Map<string, Known>>();

/** Their names, in order. `wanted`: one that is not among those known already is looked for again. */
async function customFieldsOf(analytics: Analytics, workspaceId: string, wanted?: string): Promise<readonly string[]> {
  const ofStore = known.get(analytics) ?? new Map<string, Known>();
  known.set(analytics, ofStore);
  const before = ofStore.get(workspaceId);
  const isFresh = before !== undefined && performance.now() - before.at < FRESH_MS;
  if (before && (isFresh || (wanted !== undefined && (await before.fields).includes(wanted)))) return before.fields;
  const fields = readFields(analytics, workspaceId);
  ofStore.set(workspaceId, { at: performance.now(), fields });
  fields.catch(() => ofStore.delete(workspaceId));
  return fields;
}

/** Only the names are read, which are a column of their own. */
async function readFields(analytics: Analytics, workspaceId: string): Promise<readonly string[]> {
  const [row] = await runStatement<{ fields: string[] }>(analytics, {
    sql: `select arraySort(groupUniqArrayArray(${MOST_FIELDS})(arrayMap(one -> toString(one), custom.keys))) as fields
from ticket_fact where workspace_id = {workspaceId: String} and is_deleted = 0 and hidden = 0`,
    params: { workspaceId },
  });
  return row?.fields ?? [];
}

/** A dimension that is asked for, and where. */
export interface AskedDimension {
  readonly id: DimensionId;
  readonly field: string;
}

interface Named {
  readonly dimensions?: readonly DimensionId[] | undefined;
  readonly filters?: readonly { readonly dimension: DimensionId }[] | undefined;
  readonly segment?: readonly { readonly dimension: DimensionId }[] | undefined;
}

/** All that a question names. */
const namedIn = ({ dimensions = [], filters = [], segment = [] }: Named): AskedDimension[] => [
  ...dimensions.map((id, index) => ({ id, field: `dimensions.${index}` })),
  ...filters.map(({ dimension: id }, index) => ({ id, field: `filters.${index}.dimension` })),
  ...segment.map(({ dimension: id }, index) => ({ id, field: `segment.${index}.dimension` })),
];

/** What the workspace does not have, or the viewer may not ask by. */
export async function refuseUnaskable(
  analytics: Analytics,
  { workspaceId, scope }: { readonly workspaceId: string; readonly scope: ViewScope },
  question: Named,
): Promise<void> {
  for (const { id, field } of namedIn(question)) {
    // Whose row it is says the charge, so that who held it at the breach cannot be hidden as those are.
    if (id === 'agent_at_breach' && scope.rows.to !== 'all')
      throw forbidden(field, 'must be agent: who held a ticket at its breach is told to those who see everybody’s work');
    const name = fieldOf(id);
    if (name === null) continue;
    if (!scope.text) throw forbidden(field, 'must not be a custom field, for you may not read what people wrote');
    const fields = await customFieldsOf(analytics, workspaceId, name);
    if (!fields.includes(name))
      throw invalid(
        field,
        `must be a custom field that tickets have${fields.length > 0 ? `: ${fields.slice(0, 20).join(', ')}` : '; they have none'}`,
      );
  }
}

const forbidden = (field: string, message: string) => new Refusal('forbidden', `${field} ${message}`, { fields: [{ field, message }] });

/** Those by which a viewer may divide. */
export const customDimensions = async (analytics: Analytics, workspaceId: string, { text }: ViewScope): Promise<DimensionId[]> =>
  text ? (await customFieldsOf(analytics, workspaceId)).map(customDimension) : [];
