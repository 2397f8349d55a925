/** Nothing that is withheld can be found by subtracting what is shown. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FEWEST_PEOPLE } from './scope-sql.ts';
import { type Cell, withheldOf } from './withhold.ts';

const WHOLE = -1;
const PEOPLE = Array.from({ length: 12 }, (_, index) => `p${index}`);
const firstFive = (people: Iterable<string>) => [...new Set(people)].slice(0, FEWEST_PEOPLE);

/** The whole, the groups, and the buckets of both, of stretches of single people in a team, a channel and an hour. */
function tableOf(rows: readonly (readonly [team: number, channel: number, hour: number, person: string])[]): Cell[] {
  const cells = new Map<string, { group: readonly string[] | null; bucket: number; people: string[] }>();
  for (const [team, channel, hour, person] of rows)
    for (const group of [null, [`${team}`, `${channel}`]])
      for (const bucket of [WHOLE, hour]) {
        const key = JSON.stringify([group, bucket]);
        const cell = cells.get(key) ?? { group, bucket, people: [] };
        cells.set(key, { ...cell, people: [...cell.people, person] });
      }
  return [...cells.values()].map(({ group, bucket, people }) => ({ group, bucket, others: firstFive(people), rows: people.length }));
}

const rows = fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(3), fc.constantFrom(...PEOPLE)), { minLength: 1, maxLength: 150 });

test('what is withheld of a sum that is shown is of five people or more together', () =>
  fc.assert(
    fc.property(rows, (all) => {
      const cells = tableOf(all);
      const withheld = withheldOf(cells, { whole: WHOLE, addsUp: true });
      const isShown = (group: Cell['group'], bucket: number) =>
        cells.some((cell) => JSON.stringify(cell.group) === JSON.stringify(group) && cell.bucket === bucket && !withheld.has(cell));
      const safe = (parts: readonly Cell[]) => {
        const hidden = parts.filter((cell) => withheld.has(cell));
        if (hidden.length === 0) return;
        expect(firstFive(hidden.flatMap(({ others }) => others))).toHaveLength(FEWEST_PEOPLE);
        expect(hidden.length).toBeGreaterThan(1);
      };
      for (const cell of cells) if (cell.others.length < FEWEST_PEOPLE) expect(withheld).toContain(cell);
      for (const bucket of new Set(cells.map((cell) => cell.bucket))) {
        const groups = cells.filter(({ group, bucket: of }) => group !== null && of === bucket);
        if (isShown(null, bucket)) safe(groups);
        // A sum that is withheld is not told by its parts, all of which would be shown.
        else if (groups.length > 0) expect(groups.some((cell) => withheld.has(cell))).toBe(true);
      }
      for (const group of [null, ...cells.flatMap((cell) => (cell.group ? [cell.group] : []))]) {
        const parts = cells.filter((cell) => JSON.stringify(cell.group) === JSON.stringify(group) && cell.bucket !== WHOLE);
        if (isShown(group, WHOLE)) safe(parts);
        else expect(parts.some((cell) => withheld.has(cell))).toBe(true);
      }
    }),
    { numRuns: 500 },
  ));

test('a table in which every cell is of enough is shown', () =>
  expect(withheldOf([{ group: ['a'], bucket: WHOLE, others: PEOPLE.slice(0, 5), rows: 5 }], { whole: WHOLE, addsUp: true }).size).toBe(0));
