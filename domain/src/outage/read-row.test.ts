import { expect, test } from 'vitest';
import { outageMapping, readOutageRow, saidBy } from './index.ts';

/** The two ways in which the times of networks are written, and one that says its zone. */
const readTime = (text: string) => {
  const found = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(?::(\d\d))?(Z)?$/.exec(text);
  return found && { ms: Date.parse(`${found[1]}T${found[2]}:${found[3] ?? '00'}Z`), zoned: found[4] !== undefined };
};
const mapping = outageMapping.parse({
  source: { column: 'operator' },
  externalId: 'id',
  startedAt: 'began',
  endedAt: 'ended',
  estimatedAt: 'estimate',
  latitude: 'lat',
  longitude: 'lon',
  site: 'site',
  customers: 'customers',
  postcodes: 'postcodes',
  description: 'text',
  severity: { column: 'bad', map: { Grave: 'SEV1' }, otherwise: 'SEV3' },
  planned: { column: 'text', contains: 'planned work' },
  zone: 'Europe/London',
});
const row = { operator: 'np', id: 'INCD-1', began: '2021-04-01 08:12', lat: '53.6', lon: '-1.38' };
const read = (more: Record<string, string> = {}, given = mapping) =>
  readOutageRow({ mapping: given, readTime }, (column) => ({ ...row, ...more })[column] ?? '');
const outage = (more?: Record<string, string>) => {
  const answer = read(more);
  return 'outage' in answer ? answer.outage : answer.reason;
};
const reason = (more: Record<string, string>, given = mapping) => {
  const answer = read(more, given);
  return 'reason' in answer ? answer.reason : 'taken';
};

test('times without a zone are of the zone that was said, with its summer, in both ways of writing', () => {
  expect(outage()).toMatchObject({ source: 'np', externalId: 'INCD-1', startedAt: Date.UTC(2021, 3, 1, 7, 12), endedAt: null });
  expect(outage({ began: '2021-04-01T08:12:30' })).toMatchObject({ startedAt: Date.UTC(2021, 3, 1, 7, 12, 30) });
  expect(outage({ began: '2021-01-01 08:12' })).toMatchObject({ startedAt: Date.UTC(2021, 0, 1, 8, 12) });
  expect(outage({ began: '2021-04-01T08:12:00Z' })).toMatchObject({ startedAt: Date.UTC(2021, 3, 1, 8, 12) });
});

test('a time that the clock showed twice or never is noted, or refused where it shall be', () => {
  expect(read({ began: '2021-10-31 01:30' })).toMatchObject({
    outage: { startedAt: Date.UTC(2021, 9, 31, 0, 30) },
    notes: [expect.stringContaining('twice')],
  });
  expect(read({ began: '2021-03-28 01:30' })).toMatchObject({ notes: [expect.stringContaining('never')] });
  expect(reason({ began: '2021-10-31 01:30' }, { ...mapping, disambiguation: 'reject' })).toContain('twice');
});

test('an estimate that is nothing is none, in every way it is written', () => {
  for (const estimate of ['', 'Unknown', 'None', 'unknown', ' none ']) expect(outage({ estimate })).toMatchObject({ estimatedAt: null });
  expect(outage({ estimate: '2021-04-01 18:00' })).toMatchObject({ estimatedAt: Date.UTC(2021, 3, 1, 17) });
  expect(reason({ estimate: 'by tea time' })).toBe('column "estimate" must be a time (iso), not "by tea time"');
});

test('a row that cannot be taken says which column is why', () => {
  expect(reason({ id: '' })).toBe('column "id" is empty');
  expect(reason({ began: 'Unknown' })).toBe('column "began" is empty');
  expect(reason({ lat: '153' })).toBe('column "lat" must be a number from -90 to 90, not "153"');
  expect(reason({ lat: 'NaN' })).toContain('column "lat"');
  expect(reason({ lat: '' })).toBe('has only one of latitude and longitude');
  expect(reason({ lat: '', lon: '' })).toContain('nowhere');
  expect(reason({ lat: '', lon: '', site: 'leeds' })).toBe('taken');
  expect(reason({ customers: '1.5' })).toContain('whole number');
  expect(reason({ id: 'x'.repeat(201) })).toContain('more than 200');
  expect(reason({ text: 'a\0b' })).toContain('no text');
});

test('what ended before it began is over when it began, and says so', () => {
  expect(read({ ended: '2021-04-01 08:00' })).toMatchObject({
    outage: { startedAt: Date.UTC(2021, 3, 1, 7, 12), endedAt: Date.UTC(2021, 3, 1, 7, 12) },
    notes: ['ended before it began; taken as over when it began'],
  });
});

test('a degree next to nothing is written as programs write it', () => {
  expect(outage({ lon: '-1e-05' })).toMatchObject({ longitude: -0.00001 });
});

test('words say how bad it is and whether it was planned; postcodes stand once', () => {
  expect(outage({ bad: ' grave', text: 'We’re carrying out Planned work', postcodes: 'LS1 LS2, LS1' })).toMatchObject({
    severity: 'SEV1',
    isPlanned: true,
    postcodes: ['LS1', 'LS2'],
  });
  expect(outage({ bad: 'slight' })).toMatchObject({ severity: 'SEV3', isPlanned: false });
});

test('a field has a zone of its own, of one source or of all', () => {
  const zones = [
    { field: 'estimatedAt', source: 'sp', zone: 'UTC' },
    { field: 'endedAt', zone: 'America/New_York' },
  ];
  const given = outageMapping.parse({ ...mapping, zones });
  const times = (operator: string) => {
    const answer = read({ operator, began: '2021-04-01 08:00', ended: '2021-04-01 09:00', estimate: '2021-04-01 10:00' }, given);
    return 'outage' in answer ? [answer.outage.startedAt, answer.outage.endedAt, answer.outage.estimatedAt] : answer.reason;
  };
  expect(times('sp')).toEqual([Date.UTC(2021, 3, 1, 7), Date.UTC(2021, 3, 1, 13), Date.UTC(2021, 3, 1, 10)]);
  expect(times('np')).toEqual([Date.UTC(2021, 3, 1, 7), Date.UTC(2021, 3, 1, 13), Date.UTC(2021, 3, 1, 9)]);
});

test('of what a mapping has no column for the table says nothing', () => {
  const bare = {
    source: { value: 'grid' },
    externalId: 'id',
    startedAt: 'began',
    site: 'site',
    severity: { otherwise: 'SEV3' },
    zone: 'UTC',
  };
  expect(saidBy(outageMapping.parse(bare)).toSorted()).toEqual(['site', 'startedAt']);
  const said = saidBy(mapping);
  expect(said).toEqual(expect.arrayContaining(['severity', 'isPlanned', 'latitude', 'estimatedAt']));
  expect(said).not.toContain('incident');
  expect(said).not.toContain('isCancelled');
});
