/**
 * Tells the demonstration's present: what happened while nobody ran it, then every second what happens. People's own
 * acts on its tickets are passed to the simulation, now and again after a restart, so that it goes on as it was.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { SentEvent } from '@watchdesk/domain/event';
import { type ContactCentre, createContactCentre, plannedOutages } from '@watchdesk/simulator';
import { inRealTime, simulatedAt } from './pace.ts';
import { BEFORE_ALL, peopleActsSince } from './people-acts.ts';
import { advanceProgress, type Progress, SOURCE, TIME_ZONE, WORKSPACE } from './progress.ts';
import type { Telling } from './telling.ts';

const HOUR = 3_600_000;
const TICK_MS = 1_000;
/** How far what is told may be ahead of what is noted as told: after a crash so much is told again. */
const NOTE_MS = 15_000;
/** A gap longer than this is history: told in bulk, in pieces that fit into memory. */
const GAP_MS = 10 * 60_000;
const GAP_PIECE_MS = 6 * HOUR;
const CHUNK = 500;
/** Of fewer days detection knows too little. */
const KNOWN_MS = 28 * 24 * HOUR;
/** A process that runs for longer has no more of them. */
const AHEAD_MS = 60 * 24 * HOUR;

/** Resolves soon after a stop was asked for. */
export async function tellLive(telling: Telling, progress: Progress): Promise<void> {
  const { signal, clock } = telling;
  const { seed, startAt, liveFrom } = progress;
  const centre = createContactCentre({ seed, startAt, liveFrom, timeZone: TIME_ZONE, outages: outagesOf(progress, clock.now()) });
  const listen = attendToPeople(telling, progress, centre);
  await listen();
  centre.skip(progress.toldUntil);
  await fillGap(telling, progress, centre);
  let notedAt = clock.now();
  while (!signal.aborted) {
    await listen();
    await tellTo(telling, progress, centre, simulatedAt(progress.anchor, clock.now()));
    if (clock.now() - notedAt >= NOTE_MS) {
      await note(telling, centre);
      notedAt = clock.now();
    }
    await sleep(TICK_MS, undefined, { signal }).catch(() => {});
  }
  await note(telling, centre);
}

/** Nothing tells of them but their customers, so that it is detection that finds them; without weeks to know the usual by, it could not. */
function outagesOf({ seed, startAt, liveFrom, anchor }: Progress, now: number) {
  return liveFrom - startAt < KNOWN_MS ? [] : plannedOutages(seed, liveFrom, simulatedAt(anchor, now) + AHEAD_MS);
}

async function fillGap(telling: Telling, { anchor }: Progress, centre: ContactCentre): Promise<void> {
  const { door, signal, clock } = telling;
  for (;;) {
    const now = simulatedAt(anchor, clock.now());
    if (now - centre.now() < GAP_MS || signal.aborted) return;
    const events = centre.advance(Math.min(now, centre.now() + GAP_PIECE_MS));
    for (const chunk of chunksOf(events, 2_000)) {
      if (signal.aborted) return; // nothing was noted, so the next start tells this piece again
      telling.complain(
        await telling.insist(() =>
          door.bulk(
            WORKSPACE,
            SOURCE,
            chunk.map((event) => inRealTime(anchor, event)),
          ),
        ),
      );
    }
    await telling.insist(() => door.announce());
    await note(telling, centre);
  }
}

/** Insists until it is in, also while PostgreSQL is down; the simulation has gone on and will not say it again. */
async function tellTo(telling: Telling, { anchor }: Progress, centre: ContactCentre, to: number): Promise<void> {
  for (const chunk of chunksOf(centre.advance(to), CHUNK))
    telling.complain(
      await telling.insist(() =>
        telling.door.accept(
          WORKSPACE,
          SOURCE,
          chunk.map((event) => inRealTime(anchor, event)),
        ),
      ),
    );
}

function* chunksOf(events: readonly SentEvent[], size: number): Generator<SentEvent[]> {
  for (let from = 0; from < events.length; from += size) yield events.slice(from, from + size);
}

const note = ({ postgres, isLost, insist }: Telling, centre: ContactCentre) =>
  isLost() ? Promise.resolve() : insist(() => advanceProgress(postgres, { toldUntil: centre.now() }));

/** Each call passes on what people have done since the one before. */
function attendToPeople({ postgres, insist }: Telling, { anchor }: Progress, centre: ContactCentre): () => Promise<void> {
  let horizon = BEFORE_ALL;
  return async () => {
    const since = await insist(() => peopleActsSince(postgres, horizon));
    if (since === undefined) return;
    horizon = since.horizon;
    for (const act of since.acts) {
      const at = simulatedAt(anchor, act.at);
      if (act.kind === 'replied') centre.personReplied(act.ticket, at);
      else if (act.kind === 'resolved') centre.personResolved(act.ticket, at);
      else centre.yieldTicket(act.ticket, at);
    }
  };
}
