/**
 * The real ServiceNow log, heard ticket by ticket: five weeks to learn from, and what detection proposes in the rest. Nobody wrote down which
 * outages there were; what is checked is that it speaks seldom, and only of what stands out plainly.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createDetection, type HeardTicket, type Proposal, usualRates } from '@watchdesk/domain/incident/detection';
import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';

const FILE = resolve(process.env['WATCHDESK_REAL_DATA']!, 'data/servicenow-incident-log-2016-03-04.csv.gz');
const HOUR = 3_600_000;
const WEEK = 168 * HOUR;

type Row = Record<'number' | 'opened_at' | 'location' | 'category' | 'subcategory' | 'caller_id', string>;
const rows: Row[] = parse(gunzipSync(readFileSync(FILE)).toString('utf8'), { columns: true });
const known = (value: string) => (value === '?' ? null : value);
/** Day first, and of no zone. */
function instantOf(text: string): number {
  const [day, month, year, hour, minute] = text.split(/[/ :]/).map(Number) as [number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute);
}
const tickets = [...Map.groupBy(rows, ({ number }) => number).values()]
  .map(([row]): HeardTicket => ({
    id: row!.number,
    at: instantOf(row!.opened_at),
    region: null,
    site: known(row!.location),
    category: known(row!.category),
    product: known(row!.subcategory),
    customer: known(row!.caller_id),
    words: [],
  }))
  .toSorted((a, b) => a.at - b.at);

it('speaks a few times a week, of many customers more than usual, and of the largest flood', () => {
  const from = tickets[0]!.at + 5 * WEEK;
  const past = tickets.filter(({ at }) => at < from);
  const hours = [...Map.groupBy(past, ({ at }) => Math.floor(at / HOUR))].map(([hour, list]) => ({
    region: null,
    at: hour * HOUR,
    tickets: list.length,
  }));
  const detection = createDetection({ usual: usualRates(hours, {}, from, (at) => at)!, localOf: (at) => at });
  for (const ticket of past) detection.learn(ticket);
  const found = new Map<string, Proposal>();
  for (const ticket of tickets.slice(past.length)) {
    for (const proposal of detection.hear(ticket, ticket.at).proposals) found.set(proposal.id, proposal);
    for (const proposal of detection.pass(ticket.at)) found.set(proposal.id, proposal);
  }
  const weeks = (tickets.at(-1)!.at - from) / WEEK;
  expect(found.size / weeks).toBeGreaterThan(0.5);
  expect(found.size / weeks).toBeLessThan(5);
  for (const { peak } of found.values()) expect(peak.observed).toBeGreaterThan(8 * peak.expected);
  const largest = [...found.values()].toSorted((a, b) => b.peak.observed - a.peak.observed)[0]!;
  expect(largest.cell.topic).toEqual({ kind: 'category', name: 'Category 42' });
  expect(largest.peak.observed).toBeGreaterThan(40);
});
