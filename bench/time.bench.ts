/** Business time and clocks: how many questions a second, beside the obvious way of answering them. */
import { type CalendarInput, createCalendar } from '@watchdesk/domain/calendar';
import { type ClockEvent, clocksOf, createClock, runClock, type TicketNow } from '@watchdesk/domain/sla';
import { zoneOf } from '@watchdesk/domain/zone';
import { seeded } from './events.ts';
import { perSecond, report, whole } from './report.ts';

const YEAR = 365 * 86_400;
const START = Date.UTC(2026, 0, 1) / 1000;
const QUESTIONS = 1_000_000;
const NAIVE_QUESTIONS = 300;
const TICKETS = 100_000;

const split: [string, string][] = [
  ['08:30', '12:00'],
  ['13:00', '17:45'],
];
const spec: CalendarInput = {
  zone: 'Europe/Berlin',
  hours: { mon: split, tue: split, wed: split, thu: split, fri: [['08:30', '14:00']] },
  holidays: ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-01', '2026-05-14', '2026-05-25', '2026-12-25', '2026-12-26'],
  overrides: { '2026-12-24': [['08:30', '12:00']] },
};
const calendar = createCalendar(spec);
const random = seeded(7);
const from = Array.from({ length: 1000 }, () => START + Math.floor(random() * YEAR));
const at = (index: number) => from[index % from.length]!;

let checked = 0;
for (let index = 0; index < 50; index += 1) {
  if (naive(at(index), at(index) + YEAR / 4) !== calendar.elapsed(at(index), at(index) + YEAR / 4))
    throw new Error('the two ways disagree');
  checked += 1;
}
const elapsedMs = timed(() => {
  for (let index = 0; index < QUESTIONS; index += 1) calendar.elapsed(at(index), at(index) + YEAR);
});
const dueMs = timed(() => {
  for (let index = 0; index < QUESTIONS; index += 1) calendar.due(at(index), 14_400);
});
const naiveMs = timed(() => {
  for (let index = 0; index < NAIVE_QUESTIONS; index += 1) naive(at(index), at(index) + YEAR);
});

const clocks = clocksOf('watchdesk').map(createClock);
const tickets = Array.from({ length: 1000 }, (_, index) => ticket(at(index)));
const terms = { calendarOf: () => calendar, targetOf: () => 14_400 };
let cycles = 0;
const clocksMs = timed(() => {
  for (let index = 0; index < TICKETS; index += 1)
    for (const clock of clocks) cycles += runClock(clock, tickets[index % tickets.length]!, () => terms, START + 2 * YEAR).length;
});

const ratio = naiveMs / NAIVE_QUESTIONS / (elapsedMs / QUESTIONS);
report({
  title: 'Business time',
  method: `A calendar of split shifts in Berlin with eight holidays and a half day. ${whole(QUESTIONS)} questions about stretches of a year; the same asked of an implementation that walks from day to day (${NAIVE_QUESTIONS} times; ${checked} of its answers were compared). Then the five clocks of the house over ${whole(TICKETS)} tickets of 14 events.`,
  rows: [
    {
      what: 'elapsed over a year',
      value: perSecond(QUESTIONS, elapsedMs, 'questions'),
      budget: '≥ 1,000,000 /s',
      within: QUESTIONS / elapsedMs >= 1000,
    },
    { what: 'due in four business hours', value: perSecond(QUESTIONS, dueMs, 'questions') },
    { what: 'elapsed over a year, day by day', value: `${perSecond(NAIVE_QUESTIONS, naiveMs, 'questions')} (${whole(ratio)} × slower)` },
    {
      what: 'five clocks of a ticket, from its events',
      value: `${perSecond(TICKETS, clocksMs, 'tickets')}, ${whole(cycles / TICKETS)} cycles each`,
    },
    {
      what: 'so a million tickets under another policy take',
      value: `${whole((clocksMs / TICKETS) * 1000)} s`,
      budget: '≤ 15 s',
      within: clocksMs / TICKETS <= 0.015,
    },
  ],
  where:
    'A question is two binary searches in the list of open intervals, made once for each year; the first question about a year costs a few milliseconds, most of them spent asking for the changes of the zone. A clock measures each of its stretches, and the ladder of warnings asks for a due instant per step.',
});

function timed(work: () => void): number {
  const startedAt = performance.now();
  work();
  return performance.now() - startedAt;
}

/** From local midnight to local midnight, each row turned into instants anew. */
function naive(start: number, end: number): number {
  const zone = zoneOf('Europe/Berlin');
  const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
  let seconds = 0;
  for (let day = Math.floor(zone.local(start) / 86_400); day * 86_400 <= zone.local(end); day += 1) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (spec.holidays?.includes(date)) continue;
    for (const [open, close] of spec.overrides?.[date] ?? spec.hours?.[names[(((day + 3) % 7) + 7) % 7]!] ?? []) {
      const [opens, closes] = [open, close].map((time) => zone.instant(day * 86_400 + secondsOf(time))!) as [number, number];
      seconds += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
    }
  }
  return seconds;
}

function secondsOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 3600 + minutes * 60;
}

/** Asked, answered, waited for, asked again, resolved, reopened, resolved: over some days. */
function ticket(createdAt: number): (ClockEvent & { policy: string })[] {
  const steps = [
    'created',
    'agent_public',
    'pending',
    'customer_public',
    'open',
    'priority',
    'agent_public',
    'pending',
    'customer_public',
    'open',
    'agent_public',
    'resolved',
    'open',
    'resolved',
  ];
  let now: TicketNow = {
    status: 'new',
    isSolved: false,
    statusReason: null,
    isPauseRequested: false,
    isGone: false,
    priority: 'P3',
    tier: 'business',
    followUps: 0,
    agentReplied: false,
  };
  return steps.map((step, index) => {
    const before = now;
    if (['pending', 'open', 'resolved'].includes(step)) now = { ...now, status: step, isSolved: step === 'resolved' };
    if (step === 'priority') now = { ...now, priority: 'P2' };
    if (step === 'agent_public') now = { ...now, agentReplied: true };
    const turned = before.isSolved === now.isSolved ? [] : [now.isSolved ? ('solved' as const) : ('reopened' as const)];
    const said = step === 'created' || step === 'agent_public' || step === 'customer_public' ? [step as 'created'] : turned;
    return { id: String(index), at: createdAt + index * 7_500, signals: said, policy: 'A', now };
  });
}
