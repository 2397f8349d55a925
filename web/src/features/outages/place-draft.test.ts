import { expect, test } from 'vitest';
import { coordinatesOf, draftOfPlace, faultsOf, placesOf } from './place-draft.ts';

const leeds = { kind: 'site', id: 'leeds', name: 'Leeds', latitude: 53.8, longitude: -1.55 } as const;

test.each([
  ['53.80, -1.55', { latitude: 53.8, longitude: -1.55 }],
  ['53.8 -1.55', { latitude: 53.8, longitude: -1.55 }],
  [' 53.8° ; 1.5° ', { latitude: 53.8, longitude: 1.5 }],
  ['-90,180', { latitude: -90, longitude: 180 }],
  ['91, 0', null],
  ['0, 181', null],
  ['53.8', null],
  ['north, west', null],
  ['53,8, 1,5', null],
])('%s are coordinates, or none', (text, expected) => {
  expect(coordinatesOf(text)).toEqual(expected);
});

test('a place is the same after it was shown in a form', () => {
  expect(placesOf([draftOfPlace(leeds, 1)])).toEqual([leeds]);
  expect(placesOf([draftOfPlace({ ...leeds, kind: 'region', id: 'North', name: 'North' }, 1)])).toMatchObject([
    { id: 'North', name: 'North' },
  ]);
});

test('one without a name, or at no place, or told twice keeps all from being saved', () => {
  const first = draftOfPlace(leeds, 1);
  expect(faultsOf({ ...first, id: ' ' }, [first])).toEqual({ id: 'empty' });
  expect(faultsOf({ ...first, at: 'Leeds' }, [first])).toEqual({ at: 'none' });
  const second = { ...first, key: 2 };
  expect(faultsOf(second, [first, second])).toEqual({ id: 'twice' });
  expect(faultsOf({ ...second, kind: 'region' }, [first, { ...second, kind: 'region' }])).toEqual({});
  expect(placesOf([first, second])).toBeNull();
});
