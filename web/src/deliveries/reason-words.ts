/** Why a notice reached somebody, waits, or did not come, in a plain sentence. */
import { formatInstant, formatRelative } from '../ui/index.ts';
import type { Delivery } from './delivery.ts';

type Told = Pick<Delivery, 'outcome' | 'reason' | 'together' | 'attempts' | 'until' | 'way'>;

/** The reasons the server gives by name rather than in words. */
const HELD_BY: Readonly<Record<string, (until: string) => string>> = {
  'quiet hours': (until) => `Held until ${until} by quiet hours.`,
  'off shift': (until) => `Held until ${until}, when their shift begins.`,
  digest: (until) => `Kept for the daily letter at ${until}.`,
};

/** A sentence ends with its stop, whatever a receiver said at the end. */
const sentence = (text: string): string => {
  const whole = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(whole) ? whole : `${whole}.`;
};

const others = (together: number): string => (together === 2 ? 'one other' : `${together - 1} others`);
const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** The same to whoever it was for. */
export const reasonToOneself = (told: Told, now: number, zone: string): string =>
  reasonInWords(told, now, zone)
    .replace(/^By their /, 'By your ')
    .replace(/^They have /, 'You have ')
    .replace('their shift', 'your shift');

export function reasonInWords({ outcome, reason, together, attempts, until, way }: Told, now: number, zone: string): string {
  const at = until === null ? null : formatInstant(until, now, zone);
  switch (outcome) {
    case 'there':
      return 'It is in the inbox.';
    case 'sent':
      return way === 'mail' ? 'The mail server took it.' : 'The receiver took it.';
    case 'grouped':
      return `Grouped into one message with ${others(together)}, so that it did not become ${together}.`;
    case 'held':
      return (
        (reason !== null && at !== null && HELD_BY[reason]?.(at)) || sentence(`held${at === null ? '' : ` until ${at}`}: ${reason ?? ''}`)
      );
    case 'capped':
      return `Held until ${at ?? 'there is room'}: too many messages went just before. What comes until then goes in one.`;
    case 'waiting':
      // What came before it in the same thread is tried again first.
      if (reason === 'another') return 'It goes after the one before it, which has not been taken yet.';
      if (reason === null) return together > 1 ? `It goes next, in one message with ${others(together)}.` : 'It goes next.';
      if (attempts === 0)
        return `The receiver asked to wait: ${reason}. Next attempt ${until === null ? 'soon' : formatRelative(until, now)}.`;
      return `Failed ${times(attempts)}: ${reason}. Next attempt ${until === null ? 'soon' : formatRelative(until, now)}.`;
    case 'failed':
      return attempts === 0
        ? sentence(`given up: ${reason ?? ''}`)
        : `Given up after it was tried ${times(attempts)}: ${sentence(reason ?? 'no answer').replace(/^./, (first) => first.toLowerCase())}`;
    case 'nowhere':
      return sentence(reason ?? 'it was for nobody');
  }
}
