import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ticketEvents, TICKETS } from '../ticket/arbitrary.ts';
import { foldTicket, isActive, isHidden, type TicketState } from '../ticket/index.ts';
import type { SentEvent, TicketEvent } from '../event/index.ts';
import { businessTimeOf, createRulebook } from '../sla/index.ts';
import { CALENDARS, policy } from '../ticket/example.ts';
import { dayAt, type Durations, factsOf, OPEN_DAY, RESPONSE_DAYS, SEGMENT_DAYS, SURVEY_DAYS, TICKET_DAYS } from './index.ts';

const START = Date.UTC(2026, 2, 2, 9);
const MINUTE = 60_000;

type Line = [minutes: number, actor: string, type: TicketEvent['type'], data?: object];

/** The ticket after these lines; `agent-1` is an agent, `customer`, `bot` and `automation` are themselves. */
function ticketOf(...lines: Line[]): TicketState {
  const events = lines.map(([minutes, who, type, data = {}], index) => {
    const kind = who.split('-')[0];
    return { id: `e${index}`, source: 's', seq: index, at: START + minutes * MINUTE, actor: { kind, id: who }, ticket: 't:1', type, data };
  });
  return foldTicket('t:1', events as unknown as TicketEvent[])!;
}

const created = (more: Partial<SentEvent<'ticket.created'>['data']> = {}) => ({
  subject: '',
  channel: 'email',
  requester: 'c-1',
  status: 'new',
  priority: 'P3',
  tags: [],
  ...more,
});
const reply = { messageId: 'm', visibility: 'public' };
const to = (status: string) => ({ to: status });
const minutes = (ms: number | null) => (ms === null ? null : ms / MINUTE);

describe('first response', () => {
  const firstResponse = (...lines: Line[]) => minutes(factsOf(ticketOf(...lines)).ticket.firstResponseMs);

  test('runs from the creation to the first public reply of an agent, credited to its author', () => {
    const { ticket, responses } = factsOf(
      ticketOf(
        [0, 'customer', 'ticket.created', created({ team: 'billing', assignee: 'agent-2' })],
        [3, 'automation', 'ticket.message', reply],
        [5, 'agent-1', 'ticket.message', { ...reply, visibility: 'internal' }],
        [12, 'agent-1', 'ticket.message', reply],
      ),
    );
    expect(ticket).toMatchObject({
      firstResponseMs: 12 * MINUTE,
      firstResponseAgent: 'agent-1',
      firstResponseTeam: 'billing',
      firstResponseFrom: 'creation',
    });
    expect(responses).toMatchObject([{ kind: 'first', waitMs: 12 * MINUTE, agent: 'agent-1', closedBy: 'reply' }]);
  });
  test('of a conversation a bot began runs from its handing over, and the first answer from the creation', () => {
    const { ticket } = factsOf(
      ticketOf(
        [0, 'customer', 'ticket.created', created({ supportTier: 'L0' })],
        [1, 'bot', 'ticket.message', reply],
        [10, 'bot', 'ticket.escalated', { toTier: 'L1', kind: 'customer_request' }],
        [14, 'agent-1', 'ticket.message', reply],
      ),
    );
    expect(ticket).toMatchObject({
      firstResponseMs: 4 * MINUTE,
      firstResponseFrom: 'handoff',
      firstAnswerMs: MINUTE,
      firstAnswerBy: 'bot',
      botInvolved: true,
      escalations: 1,
    });
  });
  test('is not owed where an agent wrote first', () =>
    expect(
      firstResponse(
        [0, 'agent-1', 'ticket.created', created()],
        [0, 'agent-1', 'ticket.message', reply],
        [9, 'agent-1', 'ticket.message', reply],
      ),
    ).toBeNull());
  test('of a noted phone call runs from the creation', () =>
    expect(
      firstResponse(
        [0, 'agent-1', 'ticket.created', created()],
        [2, 'agent-1', 'ticket.message', { ...reply, visibility: 'internal' }],
        [9, 'agent-1', 'ticket.message', reply],
      ),
    ).toBe(9));
  test('dated before the creation counts as zero, and says so', () => {
    const { ticket } = factsOf(ticketOf([5, 'agent-1', 'ticket.message', reply], [8, 'customer', 'ticket.created', created()]));
    expect(ticket.firstReplyClamped).toBe(true);
    expect(ticket.firstResponseMs ?? 0).toBe(0);
  });
  test('is null when resolved in silence', () =>
    expect(
      firstResponse(
        [0, 'customer', 'ticket.created', created()],
        [9, 'agent-1', 'status.changed', to('resolved')],
        [20, 'customer', 'status.changed', to('open')],
        [30, 'agent-1', 'ticket.message', reply],
      ),
    ).toBeNull());
});

describe('resolution', () => {
  const reopened = ticketOf(
    [0, 'customer', 'ticket.created', created({ team: 'billing' })],
    [10, 'agent-1', 'status.changed', to('open')],
    [30, 'agent-1', 'status.changed', to('pending')],
    [60, 'customer', 'status.changed', to('open')],
    [70, 'agent-1', 'status.changed', to('on_hold')],
    [90, 'agent-1', 'status.changed', to('resolved')],
    [190, 'customer', 'status.changed', to('open')],
    [200, 'agent-2', 'team.changed', { to: 'technical' }],
    [240, 'agent-2', 'status.changed', to('resolved')],
    [500, 'automation', 'status.changed', to('closed')],
  );

  test('has a first, a full and an active time, and each category its own', () =>
    expect(factsOf(reopened).ticket).toMatchObject({
      ttrFirstMs: 90 * MINUTE,
      ttrFullMs: 240 * MINUTE,
      ttrActiveMs: 140 * MINUTE,
      gapMs: 100 * MINUTE,
      newMs: 10 * MINUTE,
      openMs: 80 * MINUTE,
      pendingMs: 30 * MINUTE,
      holdMs: 20 * MINUTE,
      reopens: 1,
      cycles: 2,
      firstResolution: { at: START + 90 * MINUTE },
      firstReopenedAt: START + 190 * MINUTE,
    }));
  test('belongs to who resolved, and that team', () =>
    expect(factsOf(reopened).ticket.resolution).toMatchObject({
      at: START + 240 * MINUTE,
      agent: 'agent-2',
      team: 'technical',
      by: 'agent',
    }));
  test('has the priority and the tier of its instant, which the same instant may have changed', () =>
    expect(
      factsOf(
        ticketOf(
          [0, 'customer', 'ticket.created', created({ priority: 'P4' })],
          [9, 'agent-1', 'priority.changed', { to: 'P2' }],
          [9, 'agent-1', 'status.changed', to('resolved')],
          [20, 'agent-1', 'priority.changed', { to: 'P3' }],
        ),
      ).ticket.resolution,
    ).toMatchObject({ at: START + 9 * MINUTE, priority: 'P2' }));
  test('is null while open again', () =>
    expect(
      factsOf(
        ticketOf(
          [0, 'customer', 'ticket.created', created()],
          [9, 'agent-1', 'status.changed', to('resolved')],
          [20, 'customer', 'status.changed', to('open')],
        ),
      ).ticket,
    ).toMatchObject({ ttrFirstMs: 9 * MINUTE, ttrFullMs: null, ttrActiveMs: null, resolution: null, reopens: 1 }));
  test('reopened by automation is a cycle, but no reopening', () =>
    expect(
      factsOf(
        ticketOf(
          [0, 'customer', 'ticket.created', created()],
          [9, 'agent-1', 'status.changed', to('resolved')],
          [20, 'automation', 'status.changed', to('open')],
        ),
      ).ticket,
    ).toMatchObject({ cycles: 2, reopens: 0, firstReopenedAt: null }));
});

const hours = (calendar: string) =>
  createRulebook([{ id: 'sla', version: 1, from: null, spec: policy({ calendar: { default: calendar } }) }], CALENDARS);
const OFFICE_HOURS = hours('office');
const AROUND_THE_CLOCK = hours('always');

test('within opening hours a night and a weekend do not count', () => {
  const state = ticketOf(
    [7 * 60, 'customer', 'ticket.created', created({ team: 'billing', assignee: 'agent-1' })],
    [24 * 60, 'agent-1', 'ticket.message', reply],
    [25 * 60, 'agent-1', 'status.changed', to('pending')],
    [4 * 24 * 60, 'customer', 'status.changed', to('open')],
    [7 * 24 * 60 + 30, 'agent-1', 'status.changed', to('resolved')],
  );
  const { ticket, responses, segments } = factsOf(state, [], undefined, businessTimeOf(OFFICE_HOURS, state.segments, []));
  expect(minutes(ticket.firstResponseMs)).toBe(17 * 60);
  // From four to five on Monday; Tuesday begins at nine.
  expect(minutes(ticket.business!.firstResponseMs)).toBe(60);
  expect(minutes(responses[0]!.waitBusinessMs)).toBe(60);
  expect(minutes(ticket.business!.pendingMs)).toBe(7 * 60 + 2 * 8 * 60);
  // Friday, and half an hour of the next Monday.
  expect(minutes(ticket.business!.openMs)).toBe(8 * 60 + 30);
  expect(minutes(segments.at(-2)!.durationBusinessMs)).toBe(8 * 60 + 30);
  expect(factsOf(state).ticket.business).toBeNull();
});

/** The states that arbitrary events of a few tickets lead to. */
const states = ticketEvents(60).map((events) => TICKETS.flatMap((id) => foldTicket(id, events) ?? []));
const assertOfEachState = (check: (state: TicketState) => void) =>
  fc.assert(
    fc.property(states, (all) => all.forEach(check)),
    { numRuns: 300 },
  );

describe('laws', () => {
  test('the times of the categories sum to the full time less the gap', () =>
    assertOfEachState((state) => {
      const { newMs, openMs, pendingMs, holdMs, gapMs, ttrFullMs, ttrActiveMs } = factsOf(state).ticket;
      if (ttrFullMs === null) return;
      expect(newMs + openMs + pendingMs + holdMs).toBe(ttrFullMs - gapMs);
      expect(ttrActiveMs).toBe(ttrFullMs - gapMs);
    }));
  test('no duration is negative, and a duration stands exactly where there is an end', () =>
    assertOfEachState((state) => {
      const { ticket, responses, segments } = factsOf(state);
      const durations = [
        ticket.ttrFirstMs,
        ticket.ttrFullMs,
        ticket.ttrActiveMs,
        ticket.firstResponseMs,
        ticket.firstAnswerMs,
        ticket.longestWaitMs,
      ];
      for (const ms of durations) expect(ms ?? 0).toBeGreaterThanOrEqual(0);
      for (const row of responses) expect([row.waitMs === null, (row.waitMs ?? 0) >= 0]).toEqual([row.endedAt === null, true]);
      for (const row of segments) expect([row.durationMs === null, (row.durationMs ?? 0) >= 0]).toEqual([row.endedAt === null, true]);
    }));
  test('the segments follow one another without a hole from the creation on, the last without an end', () =>
    assertOfEachState((state) => {
      const { segments, head } = factsOf(state);
      if (state.provisional || segments.length === 0) return;
      expect(segments[0]!.startedAt).toBe(head.createdAt);
      for (const [index, segment] of segments.entries()) expect(segment.endedAt).toBe(segments[index + 1]?.startedAt ?? null);
    }));
  test('the first response of the ticket is the one of its wait', () =>
    assertOfEachState((state) => {
      const { ticket, responses } = factsOf(state);
      const first = responses.find(({ kind, closedBy }) => kind === 'first' && closedBy === 'reply');
      expect(ticket.firstResponseMs).toBe(state.provisional ? null : (first?.waitMs ?? null));
    }));
  test('resolved is what is not active, and hidden is what the state says', () =>
    assertOfEachState((state) => {
      const { ticket, head } = factsOf(state);
      expect(ticket.resolution === null).toBe(isActive(state.now.status));
      expect(head.hiddenAs !== null).toBe(isHidden(state));
    }));
  test('business time adds up as elapsed time does, is never more, and is the same around the clock', () =>
    assertOfEachState((state) => {
      if (state.segments.length === 0) return; // known by what is no part of its life
      const office = factsOf(state, [], undefined, businessTimeOf(OFFICE_HOURS, state.segments, []));
      const { ticket, responses, segments } = office;
      const { newMs, openMs, pendingMs, holdMs, gapMs, ttrFullMs, ttrActiveMs } = ticket.business!;
      if (ttrFullMs !== null) expect([newMs + openMs + pendingMs + holdMs, ttrActiveMs]).toEqual([ttrFullMs - gapMs, ttrFullMs - gapMs]);
      for (const [name, ms] of Object.entries(ticket.business!)) {
        const elapsed = ticket[name as keyof Durations];
        expect([name, ms === null, (ms ?? 0) >= 0 && (ms ?? 0) <= (elapsed ?? 0)]).toEqual([name, elapsed === null, true]);
      }
      for (const { waitMs, waitBusinessMs } of responses) expect(waitBusinessMs ?? 0).toBeLessThanOrEqual(waitMs ?? 0);
      for (const { durationMs, durationBusinessMs } of segments) expect(durationBusinessMs ?? 0).toBeLessThanOrEqual(durationMs ?? 0);
      const always = factsOf(state, [], undefined, businessTimeOf(AROUND_THE_CLOCK, state.segments, []));
      expect(always.ticket).toMatchObject(always.ticket.business!);
      expect(always.responses.map(({ waitBusinessMs }) => waitBusinessMs)).toEqual(always.responses.map(({ waitMs }) => waitMs));
    }));
  test('no instant of a row lies after its day, and only what lasts lies beyond all days', () =>
    assertOfEachState((state) => {
      const { head, ticket, responses, segments, surveys } = factsOf(state);
      const day = TICKET_DAYS.of(ticket, head);
      const instants = [head.createdAt, ticket.firstResolution?.at ?? 0, ticket.resolution?.at ?? 0, ticket.firstHandedUpAt ?? 0];
      expect(day).toBe(ticket.resolution === null && head.hiddenAs === null ? OPEN_DAY : Math.max(...instants.map(dayAt)));
      for (const row of responses)
        expect(RESPONSE_DAYS.of(row, head)).toBe(row.endedAt === null ? OPEN_DAY : Math.max(dayAt(row.startedAt), dayAt(row.endedAt)));
      for (const row of segments) {
        const lasts = row.endedAt === null && isActive(row.status);
        expect(SEGMENT_DAYS.of(row, head)).toBe(lasts ? OPEN_DAY : Math.max(dayAt(row.startedAt), dayAt(row.endedAt ?? 0)));
      }
      for (const row of surveys) expect(SURVEY_DAYS.of(row, head)).toBe(Math.max(dayAt(row.requestedAt ?? 0), dayAt(row.answeredAt ?? 0)));
    }));
  test('the same state gives the same facts, and the state is left as it was', () =>
    assertOfEachState((state) => {
      const before = structuredClone(state);
      expect(factsOf(state)).toEqual(factsOf(before));
      expect(state).toEqual(before);
    }));
});
