/** What calendars and policies have in common: versions, of which one is in force. */
import type { Who } from '../audit/index.ts';
import { type FieldFault, Refusal } from '../errors.ts';
import type { StoredVersion } from '../rules/index.ts';

/** Who saves what into which workspace, and when. */
export interface Saver {
  readonly workspaceId: string;
  readonly who: Who;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Of each thing the version in force at an instant (milliseconds since 1970), retired ones included. */
export function inForce<V extends StoredVersion>(versions: readonly V[], now: number): V[] {
  const begun = versions.filter(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom.getTime() <= now);
  return [...Map.groupBy(begun, ({ id }) => id).values()].map((own) =>
    own.reduce((best, one) => (begins(one) > begins(best) || (begins(one) === begins(best) && one.version > best.version) ? one : best)),
  );
}

const begins = ({ effectiveFrom }: StoredVersion) => effectiveFrom?.getTime() ?? -Infinity;

export const versionView = ({ id, version, name, effectiveFrom, savedAt, savedBy }: StoredVersion) => ({
  id,
  version,
  name,
  effectiveFrom: effectiveFrom?.toISOString() ?? null,
  savedAt: savedAt.toISOString(),
  savedBy,
});

/** The latest version of a thing; 0 where it has none. */
export const latestOf = (versions: readonly StoredVersion[], id: string | null): number =>
  versions.filter((one) => one.id === id).reduce((last, { version }) => Math.max(last, version), 0);

export function refuseFaults(faults: readonly FieldFault[]): void {
  const [first] = faults;
  if (first) throw new Refusal('invalid', `${first.field} ${first.message}`, { fields: faults });
}

/** An id from a name, other than all there are. */
export function idFor(name: string, known: readonly { readonly id: string }[]): string {
  const slug =
    name
      .toLowerCase()
      .normalize('NFKD')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 50) || 'unnamed';
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? slug : `${slug}-${number}`;
    if (!known.some((one) => one.id === id)) return id;
  }
}
