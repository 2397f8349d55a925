/** What somebody sees of a message to Slack or Teams: the parts of its body that are read by people, in their order. */

export type Part =
  | { readonly kind: 'title' | 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'buttons'; readonly labels: readonly string[] };

type Json = { readonly [key: string]: unknown };
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isJson) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : isJson(value) ? textOf(value['text']) : '');
/** Names were escaped for Slack, which shows them as they were; what stands between stars is bold there. */
const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replaceAll(/[*\u200b]/g, '');

const text = (kind: 'title' | 'text', value: unknown): Part[] => {
  const words = unescaped(textOf(value)).trim();
  return words === '' ? [] : [{ kind, text: words }];
};

function ofSlack(block: Json): Part[] {
  const { type } = block;
  if (type === 'header') return text('title', block['text']);
  if (type === 'actions') return [{ kind: 'buttons', labels: listOf(block['elements']).map((one) => textOf(one['text'])) }];
  const fields = listOf(block['fields']).map((field) => {
    const [label = '', ...rest] = unescaped(textOf(field)).split('\n');
    return { label, value: rest.join(' ') };
  });
  return [...text('text', block['text']), ...(fields.length > 0 ? [{ kind: 'facts', facts: fields } as const] : [])];
}

/** Its texts are runs in blocks, the first of which is the title. */
function ofTeams(block: Json): Part[] {
  const runs = listOf(block['inlines']);
  const words = runs.map(textOf).join('').trim();
  return words === '' ? [] : [{ kind: runs[0]?.['size'] === 'large' ? 'title' : 'text', text: words }];
}

/** Null for what is no message of either, which is shown as it is. */
export function partsIn(body: string): readonly Part[] | null {
  let read: unknown;
  try {
    read = JSON.parse(body);
  } catch {
    return null;
  }
  if (!isJson(read)) return null;
  if (Array.isArray(read['blocks'])) return listOf(read['blocks']).flatMap(ofSlack);
  const [card] = listOf(read['attachments']).map(({ content }) => content);
  if (!isJson(card)) return null;
  const labels = listOf(card['actions']).map(({ title }) => textOf(title));
  return [...listOf(card['body']).flatMap(ofTeams), ...(labels.length > 0 ? [{ kind: 'buttons', labels } as const] : [])];
}
