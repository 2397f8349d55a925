/** The text of what Jira's editor makes: plain text in older forms, a document of nodes in newer ones (Atlassian Document Format). */
const BLOCKS = new Set(['paragraph', 'heading', 'listItem', 'codeBlock', 'blockquote', 'tableRow', 'panel', 'rule']);
/** No document of a person is nested deeper. */
const DEEPEST = 40;

export function documentText(document: unknown): string {
  if (typeof document === 'string') return document.trim();
  const parts: string[] = [];
  walk(document, parts, 0);
  return parts
    .join('')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function walk(node: unknown, parts: string[], depth: number): void {
  if (typeof node !== 'object' || node === null || depth > DEEPEST) return;
  const { type, text, content, attrs } = node as { type?: unknown; text?: unknown; content?: unknown; attrs?: { text?: unknown } };
  if (typeof text === 'string') parts.push(text);
  // Mentions and emojis have their text beside them.
  else if (typeof attrs?.text === 'string') parts.push(attrs.text);
  if (type === 'hardBreak') parts.push('\n');
  if (Array.isArray(content)) for (const inner of content) walk(inner, parts, depth + 1);
  if (typeof type === 'string' && BLOCKS.has(type)) parts.push('\n');
}
