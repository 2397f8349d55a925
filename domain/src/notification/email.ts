/** A message as a letter. Its subject says how bad it is before anything else; the rest is in the order in which one reads at night. */
import { type SetLetter, setLetter } from './letter.ts';
import type { Message } from './message.ts';

const WORD = { info: 'Info', warning: 'Warning', critical: 'Critical' } as const;

/** `isReply`: not the first of its thread, which mailboxes that go by subjects know by `Re:`. `preferences`: where the reader says what they want. */
export function letterOf(
  { severity, title, what, why, advice, facts, links }: Message,
  { isReply = false, preferences }: { isReply?: boolean; preferences: string },
): SetLetter {
  const [first, ...others] = links.map(({ label, url }) => ({ label, link: url }));
  return setLetter({
    subject: `${isReply ? 'Re: ' : ''}[${WORD[severity]}] ${title}`,
    paragraphs: [...what.split('\n').filter((line) => line !== ''), ...(why === null ? [] : [`Why: ${why}`])],
    facts,
    steps: advice,
    ...(first && { action: first }),
    links: others,
    after: [`You get this because of your part in the workspace. What reaches you, and when, you choose at ${preferences}`],
  });
}
