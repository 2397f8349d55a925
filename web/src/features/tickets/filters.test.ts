import { describe, expect, it, test } from 'vitest';
import fc from 'fast-check';
import type { TicketRow } from '../../api/client.ts';
import { isNarrowed, LISTS, matches, orderAfterClick, orderOf, NO_FILTERS, queryOf, readTicketSearch, SORTS, valuesOf } from './filters.ts';

const NOW = Date.parse('2026-03-10T12:00:30Z');

describe('reading the address', () => {
  it('keeps what it understands and leaves out the rest', () => {
    const read = readTicketSearch({
      status: 'open,,new, open',
      q: 1042,
      waiting: 'true',
      sort: 'created',
      direction: 'sideways',
      created: 'soon',
      period: '7d',
      open: 'demo:7',
    });
    expect(read).toEqual({ status: 'open,new', q: '1042', waiting: true, sort: 'created', open: 'demo:7' });
  });

  it('drops words the vocabularies do not have', () => {
    expect(readTicketSearch({ priority: 'P9', status: 'zzz', channel: 'toString', sort: 'foo' })).toEqual({});
    expect(readTicketSearch({ priority: 'P9,P1', team: 'anything' })).toEqual({ priority: 'P1', team: 'anything' });
  });

  it('never throws and is the same when read again', () => {
    const anything = fc.dictionary(fc.constantFrom(...LISTS, 'q', 'created', 'waiting', 'sort', 'direction', 'open'), fc.jsonValue());
    fc.assert(
      fc.property(anything, (search) => {
        const once = readTicketSearch(search);
        expect(readTicketSearch(once)).toEqual(once);
      }),
    );
  });

  it('leaves the usual order unsaid', () => {
    expect(readTicketSearch({ sort: 'waiting' })).toEqual({});
    expect(orderOf({})).toEqual({ sort: 'waiting', direction: 'desc' });
  });
});

describe('clicking a header', () => {
  test.each(SORTS)('%s: its usual direction, the other, and back', (sort) => {
    const first = orderAfterClick({ sort: sort === 'created' ? 'updated' : 'created' }, sort);
    const second = orderAfterClick(first, sort);
    const third = orderAfterClick(second, sort);
    expect(orderOf(first).sort).toBe(sort);
    expect(orderOf(second)).not.toEqual(orderOf(first));
    expect(orderOf(third)).toEqual(orderOf(first));
  });
});

test('taking all filters back keeps the order', () => {
  const search = { status: 'open', q: 'invoice', sort: 'created', direction: 'asc' } as const;
  expect(isNarrowed(search)).toBe(true);
  expect(isNarrowed({ ...search, ...NO_FILTERS })).toBe(false);
  expect(orderOf({ ...search, ...NO_FILTERS })).toEqual(orderOf(search));
});

describe('the question to the server', () => {
  it('gives a sliding period a steady beginning and no end', () => {
    expect(queryOf({ created: '24h' }, NOW, 'UTC')).toEqual({ createdFrom: '2026-03-09T13:00:00.000Z' });
  });

  it('gives past days both ends, in the zone of the viewer', () => {
    expect(queryOf({ created: '2026-03-01..2026-03-02', status: 'open' }, NOW, 'Asia/Tokyo')).toEqual({
      status: 'open',
      createdFrom: '2026-02-28T15:00:00.000Z',
      createdTo: '2026-03-02T15:00:00.000Z',
    });
  });
});

const ticket = {
  id: 'demo:1042',
  subject: 'Invoice shows the wrong address',
  status: 'open',
  priority: 'P2',
  channel: 'email',
  category: 'billing',
  product: null,
  supportTier: 'L1',
  tags: ['vat', 'invoice'],
  createdAt: '2026-03-09T12:00:00.000Z',
  waitingSince: null,
  team: { id: 'team-billing', name: 'Billing' },
  assignee: null,
  requester: { id: 'customer-1', name: 'Ada' },
  organisation: null,
} as unknown as TicketRow;

describe('whether a changed ticket belongs to the list', () => {
  test.each([
    [{}, true],
    [{ status: 'new,open' }, true],
    [{ status: 'new' }, false],
    [{ status: 'open', priority: 'P1' }, false],
    [{ assignee: 'none' }, true],
    [{ team: 'none' }, false],
    [{ customerTier: 'none,enterprise' }, true],
    [{ tag: 'vat' }, true],
    [{ tag: 'none' }, false],
    [{ waiting: 'true' as const }, false],
    [{ q: 'wrong invoice' }, true],
    [{ q: '1042' }, true],
    [{ q: 'refund' }, false],
    [{ createdFrom: '2026-03-09T12:00:00.000Z' }, true],
    [{ createdTo: '2026-03-09T12:00:00.000Z' }, false],
  ])('%j: %s', (query, fits) => {
    expect(matches(query, ticket)).toBe(fits);
  });
});

test('values are separated by commas, each once', () => {
  expect(valuesOf(' a, b,a,,')).toEqual(['a', 'b']);
  expect(valuesOf(undefined)).toEqual([]);
});
