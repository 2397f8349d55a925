/** What fills the slots of a text: the same value wherever a ticket mentions it, as it depends on the seed and the ticket only. */
import { versionAt } from '../arrivals/intensity.ts';
import type { Written } from '../model.ts';
import { between, index, pick, type Random, stream } from '../random.ts';
import { DAY } from '../zone.ts';

const FILES = [
  'orders_export.csv',
  'sales_daily.csv',
  'customers.xlsx',
  'stock_levels.csv',
  'invoices_2026.csv',
  'shipments.csv',
  'leads.xlsx',
  'payroll.csv',
  'web_events.json',
  'budget_plan.xlsx',
  'returns.csv',
  'tickets.csv',
];
const DASHBOARDS = [
  'Sales overview',
  'Weekly revenue',
  'Operations cockpit',
  'Churn monitor',
  'Marketing funnel',
  'Stock and orders',
  'Board report',
  'Regional performance',
  'Customer health',
  'Cash flow',
  'Logistics',
  'Product usage',
];
const ENDPOINTS = [
  '/v2/reports',
  '/v2/exports',
  '/v2/datasets/rows',
  '/v2/users',
  '/v2/events/bulk',
  '/v2/dashboards',
  '/v2/customers',
  '/v2/metrics/query',
];
const PHONES = ['iPhone 15', 'iPhone 16 Pro', 'Pixel 9', 'Galaxy S24', 'Galaxy A55', 'iPhone SE', 'OnePlus 12', 'Xperia 5'];

type Fill = (random: Random, ticket: Written, startAt: number) => string;

/** The language of dates: days and months are written as the conversation is. */
const dated = (at: number, { language }: Written, format: Intl.DateTimeFormatOptions) => formatOf(language, format).format(at);
const earlier = (random: Random, { createdAt }: Written, days: number) => createdAt - between(random, 0.5, days) * DAY;

const FILLS: Readonly<Record<string, Fill>> = {
  file: (random) => pick(random, FILES),
  dashboard: (random) => pick(random, DASHBOARDS),
  endpoint: (random) => pick(random, ENDPOINTS),
  phone: (random) => pick(random, PHONES),
  request: (random) => `req_${(random.next() >>> 0).toString(36)}${(random.next() >>> 0).toString(36)}`,
  count: (random) => Math.round(10 ** between(random, 2.5, 4.9)).toLocaleString('en-GB'),
  small: (random) => String(2 + index(random, 9)),
  hours: (random) => String(2 + index(random, 5)),
  seats: (random) => String(5 + index(random, 90)),
  percent: (random) => `${2 + index(random, 30)} %`,
  amount: (random, { customer }) =>
    `${customer.organisation.currency} ${Math.round(10 ** between(random, 1.8, 3.8)).toLocaleString('en-GB')}.${String(index(random, 100)).padStart(2, '0')}`,
  invoice: (random, { createdAt }) => `INV-${new Date(createdAt).getUTCFullYear()}-${10_000 + index(random, 89_999)}`,
  po: (random) => `PO-${450_000 + index(random, 49_999)}`,
  time: (random) => `${String(6 + index(random, 14)).padStart(2, '0')}:${String(index(random, 12) * 5).padStart(2, '0')}`,
  date: (random, ticket) => dated(earlier(random, ticket, 14), ticket, { day: 'numeric', month: 'long' }),
  soon: (random, ticket) => dated(ticket.createdAt + between(random, 4, 25) * DAY, ticket, { day: 'numeric', month: 'long' }),
  weekday: (random, ticket) => dated(earlier(random, ticket, 6), ticket, { weekday: 'long' }),
  month: (random, ticket) => dated(earlier(random, ticket, 100), ticket, { month: 'long' }),
  version: (_, { createdAt }, startAt) => versionAt((createdAt - startAt) / DAY),
  plan: (_, { customer }) => customer.organisation.plan,
  org: (_, { customer }) => customer.organisation.name,
  city: (_, { customer }) => customer.city.name,
  customer: (_, { customer }) => customer.name,
  given: (_, { customer }) => customer.givenName,
  email: (_, { customer }) => customer.email,
  number: (_, { number }) => String(number),
};

const NAMES = Object.keys(FILLS);

/** The value of a slot. A name that no text may use throws. */
export function slotOf(name: string, seed: number, startAt: number, ticket: Written): string {
  const filling = FILLS[name];
  if (!filling) throw new Error(`No text has a slot {${name}}`);
  return filling(stream(seed, 11, ticket.number, NAMES.indexOf(name)), ticket, startAt);
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language} ${Object.keys(options).join(' ')}`;
  let format = formats.get(key);
  if (!format)
    formats.set(key, (format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' })));
  return format;
}
