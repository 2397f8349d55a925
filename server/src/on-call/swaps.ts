/**
 * Two shifts change hands. Who writes the rules sets it; everybody else offers a shift of their own to a colleague, who accepts it or does not: nobody is bound by what they
 * have not agreed to. An offer ends when the first of both shifts begins, and holds only as long as both are what they were.
 */
import { randomUUID } from 'node:crypto';
import type { Notice } from '@watchdesk/domain/notification';
import { type Shift, turnShiftsBetween } from '@watchdesk/domain/on-call';
import type pg from 'pg';
import { appendAudit } from '../audit/index.ts';
import { invalid, Refusal } from '../errors.ts';
import { ring } from '../store/postgres/index.ts';
import { GRACE_MS, inTurnOf, makeOverride, refuseUnfit, spanIn, type TellingParts } from './agreements.ts';
import type { Writer } from './parts.ts';
import { type Plan, secondsOf } from './plans.ts';
import { addSwap, removeSwap, scheduleOfSwap, type SwapRecord } from './records.ts';
import { overrideView, swapView } from './schedules.ts';

/** The shifts of a swap are looked for so far around their instants: longer than the longest turn. */
const AROUND = 100 * 86_400;
const MOST_OFFERS = 100;

interface Asked {
  /** An instant of each; milliseconds since 1970. */
  readonly first: number;
  readonly second: number;
  readonly reason: string;
}

export function createSwaps(parts: TellingParts) {
  const { postgres, clock, rosterFor, planOf, tell } = parts;
  const inTurn = inTurnOf(parts);

  function shiftAt({ history }: Plan, at: number, field: string): Shift {
    const second = secondsOf(at);
    if (at < clock.now() - GRACE_MS) throw invalid(field, 'must not lie in the past: who was on call stays as it was');
    const shift = turnShiftsBetween(history, second - AROUND, second + AROUND).find(({ from, to }) => from <= second && second < to)!;
    if (shift.person === null) throw invalid(field, 'must be in a shift of somebody: nobody is on call then');
    return shift;
  }

  function bothOf(plan: Plan, { first, second }: Asked) {
    const [one, other] = [shiftAt(plan, first, 'first'), shiftAt(plan, second, 'second')];
    if (one.person === other.person) throw invalid('second', 'must be in a shift of somebody else');
    return [one, other] as const;
  }

  /** Each has the other's from now on; what of a shift is over stays. */
  async function exchange(client: pg.PoolClient, writer: Writer, plan: Plan, [one, other]: readonly [Shift, Shift], reason: string) {
    const now = clock.now();
    const drafts = [
      [one, other.person!],
      [other, one.person!],
    ] as const;
    const made = [];
    for (const [{ from, to, person: gives }, person] of drafts) {
      const draft = { person, from: Math.max(from * 1000, now), to: to * 1000, reason };
      made.push(await makeOverride(client, writer, plan, draft, { now, swappedWith: gives }));
    }
    return made;
  }

  function offerOf(plan: Plan, id: string): SwapRecord {
    const found = plan.swaps.find((one) => one.id === id);
    if (!found) throw noOffer(id);
    return found;
  }

  async function scheduleOf(workspaceId: string, id: string): Promise<string> {
    const schedule = await scheduleOfSwap(postgres.pool, workspaceId, id);
    if (schedule === undefined) throw noOffer(id);
    return schedule;
  }

  /** The shifts of an offer as they are now. Refuses where one has begun, or is another by now. */
  function stillBoth(plan: Plan, { offeredBy, offeredTo, ...offer }: SwapRecord): readonly [Shift, Shift] {
    const now = clock.now();
    if (Math.min(Number(offer.firstFrom), Number(offer.secondFrom)) <= now)
      throw new Refusal('not_possible', 'One of the shifts has begun: the offer has ended.');
    const both = [shiftAt(plan, Number(offer.firstFrom), 'first'), shiftAt(plan, Number(offer.secondFrom), 'second')] as const;
    const wanted = [
      [offeredBy, offer.firstFrom, offer.firstTo],
      [offeredTo, offer.secondFrom, offer.secondTo],
    ] as const;
    const isSame = wanted.every(([person, from, to], index) => {
      const shift = both[index]!;
      return shift.person === person && shift.from === secondsOf(from) && shift.to === secondsOf(to);
    });
    if (!isSame) throw new Refusal('not_possible', 'The shifts are others by now: offer it anew.');
    return both;
  }

  const isOf = async ({ workspaceId, self }: Writer, person: string): Promise<boolean> => {
    const roster = await rosterFor(workspaceId);
    return self.some((own) => own === person || (roster.of(own) !== undefined && roster.of(own) === roster.of(person)));
  };

  return {
    /** Set by who writes the rules: it binds two people of whom the other would not be asked. */
    async swap(writer: Writer, schedule: string, asked: Asked) {
      const plan = await planOf(writer.workspaceId, schedule);
      const both = bothOf(plan, asked);
      if (!writer.writesRules)
        throw new Refusal('forbidden', 'A manager or an administrator sets it. You can offer a shift of your own in exchange.');
      for (const [index, { person, ...shift }] of both.entries()) {
        const draft = { person: both[1 - index]!.person!, from: Math.max(shift.from * 1000, clock.now()), to: shift.to * 1000 };
        await refuseUnfit(parts, writer, { ...draft, reason: asked.reason }, index === 0 ? 'first ' : 'second ');
      }
      const made = await inTurn(writer.workspaceId, schedule, (client, locked) => exchange(client, writer, locked, both, asked.reason));
      const roster = await rosterFor(writer.workspaceId);
      return { overrides: made.map((record) => overrideView(roster, record)) };
    },

    /** A shift of one's own for one of a colleague's; it is nothing before they accept it. They are told. */
    async offer(writer: Writer, schedule: string, asked: Asked) {
      const { workspaceId } = writer;
      const [one, other] = bothOf(await planOf(workspaceId, schedule), asked);
      const now = clock.now();
      if (!(await isOf(writer, one.person!))) throw invalid('first', 'must be in a shift of your own');
      for (const [shift, field] of [
        [one, 'first'],
        [other, 'second'],
      ] as const)
        if (shift.from * 1000 <= now) throw invalid(field, 'must be in a shift that has not begun: take over what is left of it');
      const roster = await rosterFor(workspaceId);
      const asksWhom = roster.of(other.person!);
      if (!asksWhom?.isReachable) throw invalid('second', 'must be in a shift of somebody with an account, who can accept it');
      const made: SwapRecord = {
        id: randomUUID(),
        schedule,
        offeredBy: one.person!,
        offeredTo: other.person!,
        firstFrom: new Date(one.from * 1000),
        firstTo: new Date(one.to * 1000),
        secondFrom: new Date(other.from * 1000),
        secondTo: new Date(other.to * 1000),
        reason: asked.reason,
        madeAt: new Date(now),
        madeBy: writer.name,
      };
      await inTurn(workspaceId, schedule, async (client, plan) => {
        if (plan.swaps.length >= MOST_OFFERS) throw new Refusal('not_possible', `A schedule has at most ${MOST_OFFERS} offers.`);
        await addSwap(client, workspaceId, made, new Date(now));
        await noted(client, writer, plan, 'on_call_swap.offered', made);
        await tell(client, workspaceId, noticeOf(plan, made, writer.name, now), asksWhom.id);
      });
      return swapView(roster, made);
    },

    /** By whom it is offered to, or set by who writes the rules. Whoever offered it is told. */
    async accept(writer: Writer, id: string) {
      const { workspaceId } = writer;
      const roster = await rosterFor(workspaceId);
      const made = await inTurn(workspaceId, await scheduleOf(workspaceId, id), async (client, plan) => {
        const offer = offerOf(plan, id);
        if (!writer.writesRules && !(await isOf(writer, offer.offeredTo)))
          throw new Refusal('forbidden', 'Only who it is offered to accepts it, or a manager or an administrator.');
        const both = stillBoth(plan, offer);
        const agreed = { ...writer, name: offer.madeBy === writer.name ? writer.name : `${offer.madeBy} and ${writer.name}` };
        const records = await exchange(client, agreed, plan, both, offer.reason);
        await removeSwap(client, workspaceId, id);
        await noted(client, writer, plan, 'on_call_swap.accepted', offer);
        const offeredBy = roster.of(offer.offeredBy);
        if (offeredBy?.isReachable) await tell(client, workspaceId, acceptedNotice(plan, offer, writer.name, clock.now()), offeredBy.id);
        return records;
      });
      return { overrides: made.map((record) => overrideView(roster, record)) };
    },

    /** Withdrawn by who made it, declined by who it is offered to, or taken away by who writes the rules. */
    async drop(writer: Writer, id: string): Promise<void> {
      await inTurn(writer.workspaceId, await scheduleOf(writer.workspaceId, id), async (client, plan) => {
        const offer = offerOf(plan, id);
        const isTheirs = (await isOf(writer, offer.offeredBy)) || (await isOf(writer, offer.offeredTo));
        if (!writer.writesRules && !isTheirs)
          throw new Refusal('forbidden', 'An offer is ended by one of the two, or by a manager or an administrator.');
        await removeSwap(client, writer.workspaceId, id);
        await noted(client, writer, plan, 'on_call_swap.dropped', offer);
      });
    },
  };

  async function noted(
    client: pg.PoolClient,
    { workspaceId, who }: Writer,
    { id, latest }: Plan,
    action: 'on_call_swap.offered' | 'on_call_swap.accepted' | 'on_call_swap.dropped',
    offer: SwapRecord,
  ): Promise<void> {
    const { offeredBy, offeredTo, firstFrom, secondFrom, reason } = offer;
    const after = { id: offer.id, offeredBy, offeredTo, first: firstFrom.toISOString(), second: secondFrom.toISOString(), reason };
    const subject = { kind: 'on_call_schedule', id, name: latest.spec.name } as const;
    await appendAudit(client, { workspaceId, who, now: clock.now() }, { action, subject, after });
    await ring(client, 'on_call', workspaceId);
  }
}

const noOffer = (id: string) => new Refusal('not_found', `There is no offer ${JSON.stringify(id)}; it was accepted, ended or taken back.`);

const factsOf = ({ latest: { spec } }: Plan, offer: SwapRecord): Notice['facts'] => [
  { label: 'Theirs', value: spanIn(spec.zone, offer.firstFrom, offer.firstTo) },
  { label: 'For yours', value: spanIn(spec.zone, offer.secondFrom, offer.secondTo) },
  { label: 'Time zone', value: spec.zone },
];

const noticeOf = (plan: Plan, offer: SwapRecord, by: string, now: number): Notice => ({
  key: `on-call swap ${offer.id}`,
  thread: `on-call swap ${offer.id}`,
  event: 'fired',
  severity: 'info',
  title: `${by} offers a swap in ${plan.latest.spec.name}`.slice(0, 200),
  what: `${by} would take a shift of yours, and gives one of theirs for it.${offer.reason === '' ? '' : ` ${offer.reason}`}`,
  why: { text: 'Nothing changes before you accept it. It ends by itself when the first of both shifts begins.' },
  advice: ['Accept or decline it where the schedule is'],
  facts: factsOf(plan, offer),
  links: [{ label: 'Open the schedule', path: `/on-call/schedules/${plan.id}` }],
  at: now,
});

const acceptedNotice = (plan: Plan, offer: SwapRecord, by: string, now: number): Notice => ({
  ...noticeOf(plan, offer, by, now),
  key: `on-call swap ${offer.id} accepted`,
  // A thread of its own: whoever offered it was not told of the offer.
  thread: `on-call swap ${offer.id} accepted`,
  title: `${by} accepted your swap in ${plan.latest.spec.name}`.slice(0, 200),
  what: 'Both shifts have changed hands.',
  why: { text: 'You offered it.' },
  advice: [],
  facts: [
    { label: 'You have', value: spanIn(plan.latest.spec.zone, offer.secondFrom, offer.secondTo) },
    { label: 'They have', value: spanIn(plan.latest.spec.zone, offer.firstFrom, offer.firstTo) },
    { label: 'Time zone', value: plan.latest.spec.zone },
  ],
});
