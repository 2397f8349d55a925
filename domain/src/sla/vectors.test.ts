/** The worked examples, which an independent program made (domain/vectors). */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { runScenarios, scenarioFile } from './scenario.ts';

interface Vector {
  id: number;
  name: string;
  events: { at: string; id?: string }[];
  expect: object[];
}
const file = JSON.parse(readFileSync(new URL('../../vectors/sla-vectors.json', import.meta.url), 'utf8')) as {
  calendars: object;
  vectors: Vector[];
};
const cyclesOf = (vector: Vector) => runScenarios(scenarioFile.parse({ calendars: file.calendars, vectors: [vector] }))[0]!.cycles;

describe('worked examples', () => {
  test.each(file.vectors.map((vector) => [vector.id, vector.name, vector] as const))('%s: %s', (_id, _name, vector) => {
    expect(cyclesOf(vector)).toEqual(vector.expect);
  });
});

test('the order in which events arrive, and how often, changes nothing', () => {
  const vectors = fc.constantFrom(...file.vectors).chain((vector) => {
    const named = vector.events.map((event, index) => ({ ...event, id: event.id ?? `e${index}` }));
    return fc.record({
      vector: fc.constant(vector),
      events: fc
        .shuffledSubarray([...named, ...named], { minLength: named.length })
        .filter((some) => named.every(({ id }) => some.some((one) => one.id === id))),
    });
  });
  fc.assert(
    fc.property(vectors, ({ vector, events }) => {
      expect(cyclesOf({ ...vector, events })).toEqual(vector.expect);
    }),
  );
});
