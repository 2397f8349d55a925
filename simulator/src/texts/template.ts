/** Texts with {slots}. They are taken apart once and put together many times. */
export type Slots = (name: string) => string;

const SLOT = /\{(\w+)\}/;
const taken = new Map<string, readonly string[]>();

/** The text with its slots filled. */
export function fill(template: string, slots: Slots): string {
  let parts = taken.get(template);
  if (!parts) taken.set(template, (parts = template.split(SLOT)));
  if (parts.length === 1) return template;
  let text = parts[0]!;
  for (let place = 1; place < parts.length; place += 2) text += slots(parts[place]!) + parts[place + 1]!;
  return text;
}
