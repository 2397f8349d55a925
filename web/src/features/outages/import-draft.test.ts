import { expect, test } from 'vitest';
import { draftOf, mappingOf } from './import-draft.ts';
import { readMapSearch } from './filters.ts';

const COLUMNS = [
  'incident_id',
  'operator',
  'received_time',
  'first_estimate',
  'last_estimate',
  'longitude',
  'latitude',
  'postcodes',
  'last_seen',
  'description',
];

test('columns are found by what they are called', () => {
  const draft = draftOf(COLUMNS, 'cuts-2021.csv.gz', 'Europe/London', 'iso');
  expect(draft.columns).toEqual({
    externalId: 'incident_id',
    source: 'operator',
    startedAt: 'received_time',
    endedAt: 'last_seen',
    estimatedAt: 'last_estimate',
    latitude: 'latitude',
    longitude: 'longitude',
    postcodes: 'postcodes',
    description: 'description',
  });
  expect(mappingOf(draft)).toMatchObject({
    source: { column: 'operator' },
    zone: 'Europe/London',
    planned: { column: 'description', contains: 'planned work' },
  });
});

test('there is no mapping while it is open which outage, when or where', () => {
  const draft = draftOf(['id', 'start_time', 'region'], 'a.csv', 'UTC', 'iso');
  expect(mappingOf(draft)).toMatchObject({ source: { value: 'a' }, region: 'region' });
  expect(mappingOf({ ...draft, sourceValue: ' ' })).toBeNull();
  expect(mappingOf({ ...draft, columns: { externalId: 'id', startedAt: 'start_time' } })).toBeNull();
});

test('the address keeps what can be understood of it', () => {
  expect(
    readMapSearch({
      day: '2021-04-14',
      at: 660,
      severity: 'SEV1,SEV9',
      stage: 'running,gone',
      planned: 'false',
      heat: false,
      region: 'North',
    }),
  ).toEqual({ day: '2021-04-14', at: 660, severity: 'SEV1', stage: 'running', planned: false, heat: false, region: 'North' });
  expect(readMapSearch({ day: 'soon', at: '5', severity: 'bad', planned: 'perhaps' })).toEqual({});
  expect(readMapSearch({ day: '2021-04-14', at: 99_999 })).toEqual({ day: '2021-04-14' });
});
