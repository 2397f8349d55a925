/** What a ladder says beside another of its conversation. */
import type { AudienceStep } from '@watchdesk/domain/notification';
import type { Standing } from './records.ts';

/**
 * A ladder beside what stands of those before in its conversation: without the steps by which the same are told already, or were told within the time that the
 * ladder takes. One that was gone up longer ago begins anew.
 */
export function ladderBeside(ladder: readonly AudienceStep[], standing: readonly Standing[], now: number): readonly AudienceStep[] {
  const takesMs = Math.max(0, ...ladder.map(({ afterMs }) => afterMs));
  const told = new Set(standing.flatMap(({ audience, isTold, dueAt }) => (isTold && dueAt <= now - takesMs ? [] : [whomOf(audience)])));
  return ladder.filter((step) => !told.has(whomOf(step)));
}

/** Whom it tells, however it was written down. */
const whomOf = ({ afterMs: _, ...whom }: AudienceStep): string =>
  JSON.stringify(Object.entries(whom).toSorted(([one], [other]) => (one < other ? -1 : 1)));
