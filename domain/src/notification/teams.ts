/**
 * A message as an Adaptive Card for a workflow of Microsoft Teams (CONNECTORS.md section 14). Text blocks and fact sets read Markdown, runs of a rich text
 * block do not (adaptivecards.io, TextRun), so that all we say stands in runs and nothing in it can become a link.
 */
import type { Message } from './message.ts';
import { shortened } from './text.ts';

/** Near 21 KB cards were seen to be refused. */
export const MOST_CARD_BYTES = 20_000;
const MOST_ACTIONS = 6;
const COLOUR = { info: 'accent', warning: 'warning', critical: 'attention' } as const;

type Element = Record<string, unknown>;
type Run = Record<string, unknown>;

const run = (text: string, more: Run = {}): Run => ({ type: 'TextRun', text, ...more });
const block = (...inlines: Run[]): Element => ({ type: 'RichTextBlock', inlines });

/** The body of a POST to a workflow's address, of at most 20 KB: what is last in it gives way. */
export function teamsBody(message: Message): { type: 'message'; attachments: Element[] } {
  for (const share of [1, 0.5, 0.25, 0.1]) {
    const body = bodyOf(message, share);
    if (bytesOf(body) <= MOST_CARD_BYTES) return body;
  }
  const bare: Message = { ...message, facts: [], advice: [], why: null, links: message.links.slice(0, 1) };
  return bodyOf(bare, 0.1);
}

/** With so much of the length that its texts may have at most. */
function bodyOf({ severity, title, what, why, advice, facts, links }: Message, share: number) {
  const cut = (text: string, most: number) => shortened(text, Math.max(40, Math.floor(most * share)));
  const body: Element[] = [
    block(run(cut(title, 200), { weight: 'bolder', size: 'large', color: COLOUR[severity] })),
    block(run(cut(what, 2_000))),
    ...facts.map(({ label, value }) => block(run(`${cut(label, 100)}: `, { weight: 'bolder' }), run(cut(value, 500)))),
    ...(why === null ? [] : [block(run('Why: ', { weight: 'bolder' }), run(cut(why, 2_000)))]),
    ...advice.map((one, index) => block(run(`${index + 1}. ${cut(one, 500)}`))),
  ];
  const actions = links
    .filter(({ url }) => url.length <= 2_000)
    .slice(0, MOST_ACTIONS)
    .map(({ label, url }) => ({ type: 'Action.OpenUrl', title: cut(label, 60), url }));
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    msteams: { width: 'Full' },
    body,
    actions,
  };
  const attachment = { contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content };
  return { type: 'message' as const, attachments: [attachment] };
}

/** As UTF-8, without what only a server has. */
const bytesOf = (value: unknown): number => {
  const text = JSON.stringify(value);
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;
  }
  return bytes;
};
