/**
 * A message as blocks of Slack (CONNECTORS.md section 14; docs.slack.dev, Block Kit). Whatever Slack would read as markup is plain text here where a
 * block takes it, and escaped where it must be mrkdwn, so that `<!channel>` in a name calls nobody.
 */
import type { Message } from './message.ts';
import { escapeMrkdwn, shortened } from './text.ts';

const MARK = { info: 'ℹ️', warning: '⚠️', critical: '🔴' } as const;

/** All texts together; Slack refuses blocks near 13,000 characters (slackapi/bolt-js#2509). */
const MOST_CHARACTERS = 10_000;
const HEADER = 150;
const SECTION = 3_000;
const FIELD = 2_000;
const MOST_FIELDS = 10;
const BUTTON = 75;
const URL_LENGTH = 3_000;

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
  readonly emoji: false;
}
type Block = Record<string, unknown>;

/** The body of a POST to an incoming webhook: `text` is what a notification shows. */
export function slackBody(message: Message): { text: string; blocks: Block[] } {
  const { severity, title, what, why, advice, facts, links } = message;
  const room = roomOf(MOST_CHARACTERS);
  const heading = `${MARK[severity]} ${title}`;
  const blocks: Block[] = [{ type: 'header', text: plain(shortened(heading, HEADER), room) }];
  blocks.push({ type: 'section', text: plain(shortened(what, SECTION), room) });
  for (let from = 0; from < facts.length; from += MOST_FIELDS) {
    const fields = facts.slice(from, from + MOST_FIELDS).flatMap(({ label, value }) => field(label, value, room));
    if (fields.length > 0) blocks.push({ type: 'section', fields });
  }
  if (why !== null) push(blocks, `Why: ${why}`, room);
  if (advice.length > 0) push(blocks, ['What to do:', ...advice.map((one, index) => `${index + 1}. ${one}`)].join('\n'), room);
  const buttons = links.filter(({ url }) => url.length <= URL_LENGTH).slice(0, 8);
  if (buttons.length > 0)
    blocks.push({
      type: 'actions',
      elements: buttons.map(({ label, url }) => ({ type: 'button', text: plain(shortened(label, BUTTON), room), url })),
    });
  return { text: escapeMrkdwn(shortened(`${heading} – ${what}`, 500)), blocks };
}

/** How many characters may still be said, so that the last of a long message is cut and not the whole refused. */
function roomOf(most: number) {
  let left = most;
  return {
    take(text: string): string {
      const kept = left < 20 ? '' : shortened(text, left);
      left -= kept.length;
      return kept;
    },
  };
}
type Room = ReturnType<typeof roomOf>;

const plain = (text: string, room: Room): PlainText => ({ type: 'plain_text', text: room.take(text) || '…', emoji: false });

function push(blocks: Block[], text: string, room: Room): void {
  const said = room.take(shortened(text, SECTION));
  if (said !== '') blocks.push({ type: 'section', text: { type: 'plain_text', text: said, emoji: false } });
}

/** Bold is what mrkdwn is for here. `verbatim` keeps it from making links of what looks like one. Cut before it is escaped, so that no entity is halved. */
function field(label: string, value: string, room: Room): Block[] {
  const head = `*${escapeMrkdwn(shortened(label, 100).replaceAll('*', ''))}*\n`;
  let kept = value;
  while (head.length + escapeMrkdwn(kept).length > FIELD) kept = shortened(kept, Math.floor(kept.length * 0.9));
  const text = head + escapeMrkdwn(kept);
  return room.take(text) === text ? [{ type: 'mrkdwn', text, verbatim: true }] : [];
}
