/** Whom the place compares and in which order, as it stands in the address: every view is a link. */

export interface PeopleSearch {
  /** A team; left out: everybody the viewer may see. */
  team?: string;
  /** A column; with a minus before it from the largest down. Left out: by name. */
  sort?: string;
}

const textOf = (value: unknown): string | undefined => {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value.trim() !== '' && value.length <= 200 ? value : undefined;
};

export function readPeopleSearch({ team, sort }: Record<string, unknown>): PeopleSearch {
  const read = { team: textOf(team), sort: textOf(sort) };
  return {
    ...(read.team === undefined ? {} : { team: read.team }),
    ...(read.sort === undefined ? {} : { sort: read.sort }),
  };
}
