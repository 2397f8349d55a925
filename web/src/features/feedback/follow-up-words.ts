/** How a low answer and what became of it are said. */
import type { LowAnswer } from '../../api/client.ts';
import { formatDuration, formatNumber } from '../../ui/index.ts';
import { messages } from './messages.ts';

const words = messages.followUps;
const WITHIN_MS = 24 * 3_600_000;

export const stateName = (state: LowAnswer['state']): string => words.states[state];

/** `2 of 5`. */
export const scoreWords = ({ score, scale }: Pick<LowAnswer, 'score' | 'scale'>): string =>
  words.score(formatNumber(score, Number.isInteger(score) ? 0 : 1), String(scale));

export const contactWords = ({ kind, by }: NonNullable<LowAnswer['contact']>): string =>
  kind === 'reply' ? words.replied(by?.name ?? null) : words.called(by?.name ?? null);

/** How long is left, since when it is overdue, or after how long somebody followed up, and who. */
export function leftWords({ answeredAt, contact }: Pick<LowAnswer, 'answeredAt' | 'contact'>, now: number): string {
  const since = Date.parse(answeredAt);
  if (contact) return words.after(formatDuration((Date.parse(contact.at) - since) / 1000), contactWords(contact));
  const left = since + WITHIN_MS - now;
  return left > 0 ? words.left(formatDuration(left / 1000)) : words.overdue(formatDuration(-left / 1000));
}
