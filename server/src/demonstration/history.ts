/** Tells the demonstration's past: the people, then day after day from the newest, and where it stands after each. */
import type { SentEvent } from '@watchdesk/domain/event';
import { type ContactCentre, createContactCentre } from '@watchdesk/simulator';
import type { Telling } from './telling.ts';
import { inRealTime } from './pace.ts';
import { advanceProgress, type Progress, SOURCE, TIME_ZONE, WORKSPACE } from './progress.ts';

/** About so many events: enough to be quick, few enough to be over soon, as a newer day waits behind no more than one. */
const CHUNK = 2_000;

/** Resolves when all of it is in, or soon after a stop was asked for. `onDay` is told how many days are in. */
export async function tellHistory(telling: Telling, progress: Progress, onDay: (days: number) => void): Promise<void> {
  const { postgres, door, signal } = telling;
  const centre: ContactCentre = createContactCentre({
    seed: progress.seed,
    startAt: progress.startAt,
    liveFrom: progress.liveFrom,
    timeZone: TIME_ZONE,
  });
  const tell = async (told: readonly SentEvent[]) => {
    for (const events of inChunks(told)) {
      if (signal.aborted) break;
      const chunk = events.map((event) => inRealTime(progress.anchor, event));
      telling.complain(await telling.insist(() => door.bulk(WORKSPACE, SOURCE, chunk)));
    }
    await telling.insist(() => door.announce());
  };
  if (!progress.hasDirectory) {
    await tell(centre.directory());
    if (!signal.aborted) await telling.insist(() => advanceProgress(postgres, { hasDirectory: true }));
  }
  let days = 0;
  for (const day of centre.history({ to: progress.liveFrom })) {
    if (days >= (progress.daysTold ?? 0)) await tell(day);
    if (signal.aborted) return;
    days += 1;
    if (days > (progress.daysTold ?? 0)) await telling.insist(() => advanceProgress(postgres, { daysTold: days }));
    onDay(days);
  }
  await telling.insist(() => advanceProgress(postgres, { daysTold: null }));
}

/** Chunks with whole tickets: told across two, one long resolved would look for a moment as if it had waited ever since. */
function inChunks(events: readonly SentEvent[]): SentEvent[][] {
  const chunks: SentEvent[][] = [[]];
  for (const own of Map.groupBy(events, ({ ticket }) => ticket ?? '').values()) {
    if (chunks.at(-1)!.length >= CHUNK) chunks.push([]);
    chunks.at(-1)!.push(...own);
  }
  return chunks;
}
