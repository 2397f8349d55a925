/** The simulated contact centre as a file of events, for other tools and for trying the API. */
import { createContactCentre } from '@watchdesk/simulator';
import { type Command, readArguments, UsageError, wholeNumber } from './command.ts';

const DAY = 86_400_000;

export const simulate: Command = {
  name: 'simulate',
  summary: 'Print the events of a simulated contact centre, one JSON object a line',
  usage: `simulate [--days N] [--until INSTANT] [--seed N] [--conversations N]

N days (default 7) that end at INSTANT (ISO 8601; default: the beginning of today), people first, then each ticket whole,
newest day first. The same options give the same events. --conversations is the mean a day (default 500).`,
  run: async (args, { print, signal }) => {
    const { values } = readArguments(args, {
      days: { type: 'string' },
      until: { type: 'string' },
      seed: { type: 'string' },
      conversations: { type: 'string' },
    });
    const days = wholeNumber('days', values.days, 1, 1500, 7);
    const until = instantOf(values.until);
    const conversationsPerDay = wholeNumber('conversations', values.conversations, 1, 100_000, 500);
    const centre = createContactCentre({
      seed: wholeNumber('seed', values.seed, 0, 2 ** 31 - 1, 7),
      startAt: until - days * DAY,
      liveFrom: until,
      size: { conversationsPerDay },
    });
    await print(
      centre
        .directory()
        .map((event) => JSON.stringify(event))
        .join('\n'),
    );
    for (const day of centre.history({ to: until })) {
      if (signal.aborted) return;
      await print(day.map((event) => JSON.stringify(event)).join('\n'));
    }
  },
};

function instantOf(text: string | undefined): number {
  if (text === undefined) return Math.floor(Date.now() / DAY) * DAY;
  const at = Date.parse(text);
  if (Number.isNaN(at)) throw new UsageError(`--until must be an instant such as 2026-03-01T00:00:00Z, not "${text}"`);
  return at;
}
