import { readEvent } from '@watchdesk/domain/event';
import { describe, expect, it } from 'vitest';
import { prepared } from '../../../../test/tables.ts';

describe('people and organisations', () => {
  it.each([
    [
      'agents',
      {
        agent: 'id',
        fields: {
          name: 'name',
          teams: { column: 'list', split: ';' },
          skills: { column: 'skills', split: ';' },
          active: 'on',
          hourlyCost: 'cost',
        },
      },
      { agent: 'a1', name: 'Ann', teams: ['x', 'y'], skills: { vpn: 4, mail: 3 }, active: true, hourlyCost: 30.5 },
    ],
    ['teams', { team: 'id', fields: { name: 'name' } }, { id: 'a1', name: 'Ann' }],
    [
      'organisations',
      { organisation: 'id', fields: { name: 'name', mrr: 'cost', since: 'day', plan: 'none' } },
      { organisation: 'a1', name: 'Ann', mrr: 30.5, since: '2020-02-26', plan: null },
    ],
    [
      'customers',
      { customer: { column: 'id', prefix: 'c-' }, fields: { email: 'mail', country: { value: 'GB' } } },
      { customer: 'c-a1', email: 'ann@example.com', country: 'GB' },
    ],
  ])('reads %s', async (shape, mapping, data) => {
    const table = 'id,name,list,skills,on,cost,day,mail,none\na1,Ann,x; y,vpn:4;mail,yes,30.5,2020-02-26 22:55:12,ann@example.com,-\n';
    const { events } = await prepared({ shape, source: 'staff', asOf: '2026-01-01', ...mapping }, table);
    expect(events).toMatchObject([{ at: Date.parse('2026-01-01'), data }]);
    expect(readEvent(events[0], 'staff').ok).toBe(true);
  });

  it('takes a day however it is written, where it can be read in one way only', async () => {
    const mapping = { shape: 'agents', source: 'staff', asOf: '2026-01-01', agent: 'id', fields: { startedOn: 'day' } };
    const { events, rejected } = await prepared(
      mapping,
      'id,day\na,2025-04-01\nb,01/13/2025\nc,13/01/2025\nd,05/05/2025\ne,2025-04-01T23:30:00-05:00\nf,03/04/2025\ng,soon\nh,\n',
    );
    expect(events.map(({ data }) => (data as { startedOn: unknown }).startedOn)).toEqual([
      '2025-04-01',
      '2025-01-13',
      '2025-01-13',
      '2025-05-05',
      '2025-04-01',
      null,
    ]);
    expect(rejected).toEqual([
      '7 column "day" must say which is the day and which the month, as 2026-03-01 does, in "03/04/2025"',
      '8 column "day" must be a day such as 2026-03-01, not "soon"',
    ]);
  });

  it('rejects what is no number and no truth', async () => {
    const mapping = { shape: 'agents', source: 'staff', asOf: '2026-01-01', agent: 'id', fields: { active: 'on', hourlyCost: 'cost' } };
    const { rejected } = await prepared(mapping, 'id,on,cost\na,maybe,1\nb,yes,dear\n');
    expect(rejected).toEqual(['2 column "on" must be true or false, not "maybe"', '3 column "cost" must be a number, not "dear"']);
  });
});
