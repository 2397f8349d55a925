/**
 * Which cells of a table are withheld (docs/adr/0024-few-people-are-not-summed-up.md): those that tell of too few people, and as
 * many more as keep the first from being found by subtracting what is shown from a sum that is shown too.
 */
import { FEWEST_PEOPLE } from './scope-sql.ts';

/** A figure of a group, or of everything where it is null, in a bucket or a whole period. */
export interface Cell {
  readonly group: readonly string[] | null;
  readonly bucket: number;
  /** Whom its rows are of besides the viewer; as many as matter. */
  readonly others: readonly string[];
  readonly rows: number;
}

interface Table {
  /** The buckets that are a whole period. Cells of these are the sums of those of other buckets. */
  readonly whole: number;
  /** Whether the buckets add up to the whole. */
  readonly addsUp: boolean;
}

/** The cells that are withheld, whatever is chosen of the table for show, so that one choice does not tell what another hides. */
export function withheldOf(cells: readonly Cell[], { whole, addsUp }: Table): Set<Cell> {
  const told = cells.filter(({ others }) => others.length > 0);
  const withheld = new Set(told.filter(({ others }) => others.length < FEWEST_PEOPLE));
  if (withheld.size === 0) return withheld;
  const groups = told.filter(({ group }) => group !== null);
  const dimensions = groups[0]?.group?.length ?? 0;
  // Cells that agree on some of the dimensions add up to a cell of a coarser table.
  const lines = Array.from({ length: 2 ** dimensions - 1 }, (_, kept) =>
    linesOf(groups, ({ group, bucket }) => [bucket, ...group!.map((value, index) => (kept & (1 << index) ? value : null))]),
  ).flat();
  const inTime = addsUp
    ? linesOf(
        told.filter(({ bucket }) => bucket >= 0),
        ({ group }) => group,
      )
    : [];
  const sums = addsUp
    ? linesOf(
        told.filter(({ bucket }) => bucket >= 0 || bucket === whole),
        ({ group }) => group,
      )
    : [];
  const overGroups = linesOf(told, ({ bucket }) => bucket);
  for (let before = -1; before !== withheld.size;) {
    before = withheld.size;
    for (const line of [...lines, ...inTime]) protect(line, withheld);
    for (const line of sums) withholdParts(line, ({ bucket }) => bucket === whole, withheld);
    for (const line of overGroups) withholdParts(line, ({ group }) => group === null, withheld);
  }
  return withheld;
}

function linesOf(cells: readonly Cell[], keyOf: (cell: Cell) => unknown): Cell[][] {
  const lines = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = JSON.stringify(keyOf(cell));
    const line = lines.get(key);
    if (line) line.push(cell);
    else lines.set(key, [cell]);
  }
  return [...lines.values()];
}

/** What is withheld of a line is its sum less the others: it has to be of enough people together. */
function protect(line: readonly Cell[], withheld: Set<Cell>): void {
  const hidden = line.filter((cell) => withheld.has(cell));
  if (hidden.length === 0) return;
  const people = new Set(hidden.flatMap(({ others }) => others));
  const isSafe = () => people.size >= FEWEST_PEOPLE && hidden.length > 1;
  if (isSafe()) return;
  for (const cell of line.filter((one) => !withheld.has(one)).toSorted(bySize)) {
    if (isSafe()) return;
    withheld.add(cell);
    hidden.push(cell);
    for (const one of cell.others) people.add(one);
  }
}

/** The parts of a sum that is withheld would tell it. */
function withholdParts(line: readonly Cell[], isSum: (cell: Cell) => boolean, withheld: Set<Cell>): void {
  if (line.some((cell) => isSum(cell) && withheld.has(cell))) for (const cell of line) withheld.add(cell);
}

const bySize = (a: Cell, b: Cell) => a.rows - b.rows || nameOf(a).localeCompare(nameOf(b));
const nameOf = ({ group, bucket }: Cell) => JSON.stringify([group, bucket]);
