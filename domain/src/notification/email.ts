/** A message as a letter. Its subject says how bad it is before anything else; the rest is in the order in which one reads at night. */
import { type SetLetter, setLetter } from './letter.ts';
import type { Message } from './message.ts';

const WORD = { info: 'Info', warning: 'Warning', critical: 'Critical' } as const;

/** Where a person says what they want, or where administrators say what comes to an address that is a channel. */
type Reached = { readonly preferences: string } | { readonly channels: string };

const because = (reached: Reached): string =>
  'channels' in reached
    ? `This address is a channel of the workspace. What comes here, and when, its administrators change at ${reached.channels}`
    : `You get this because of your part in the workspace. What reaches you, and when, you choose at ${reached.preferences}`;

/** `isReply`: not the first of its thread, which mailboxes that go by subjects know by `Re:`. */
export function letterOf(
  { severity, title, what, why, advice, facts, links }: Message,
  { isReply = false, ...reached }: { readonly isReply?: boolean } & Reached,
): SetLetter {
  const [first, ...others] = links.map(({ label, url }) => ({ label, link: url }));
  return setLetter({
    subject: `${isReply ? 'Re: ' : ''}[${WORD[severity]}] ${title}`,
    paragraphs: [...what.split('\n').filter((line) => line !== ''), ...(why === null ? [] : [`Why: ${why}`])],
    facts,
    steps: advice,
    ...(first && { action: first }),
    links: others,
    after: [because(reached)],
  });
}
