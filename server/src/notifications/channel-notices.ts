/** What administrators are told of channels through which nothing goes. */
import type { Notice } from '@watchdesk/domain/notification';
import type { Troubled } from './given-up.ts';

const base = ({ id, kind, name, reason }: Troubled) =>
  ({
    thread: `channel ${id}`,
    event: 'fired',
    severity: 'warning',
    why: { text: kind === 'mail' ? `The mail server said: ${reason}.` : `Its receiver ${reason}.` },
    facts: [{ label: 'Channel', value: name }],
    links: [{ label: 'Open the channels', path: '/settings/channels' }],
  }) as const;

/** It takes nothing any more, and is off until somebody looks after it. */
export const offNotice = (channel: Troubled, now: number): Notice => ({
  ...base(channel),
  key: `channel ${channel.id} off ${now}`,
  title: 'A channel was turned off',
  what: `The channel “${channel.name}” takes nothing any more, so it was turned off. What still waited for it was given up, and is in the delivery log.`,
  advice: ['Look at the receiver', 'Give the channel its new address, or remove it', 'Turn it on again and send a test'],
  at: now,
});

/** It says of what it is sent that it will never take it, as a pager does whose key was revoked. `since`: told once until it has taken something again. */
export const refusesNotice = (channel: Troubled, { since, now }: { since: number; now: number }): Notice => ({
  ...base(channel),
  key: `channel ${channel.id} refuses ${since}`,
  title: 'A channel refuses what it is sent',
  what: `The receiver of the channel “${channel.name}” refuses what it is sent, so that nobody is reached by it. What it refused is in the delivery log.`,
  advice: ['See whether its key or address is still the right one', 'Give the channel the new one', 'Send a test'],
  at: now,
});
