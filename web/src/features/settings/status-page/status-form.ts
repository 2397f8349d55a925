/** The draft of a status page: what a new one begins with, its components moved about, and local times as instants. */
import type { StatusPageSettings } from '@watchdesk/domain/status-page';
import { zoneOf } from '@watchdesk/domain/zone';
import { words } from './messages.ts';

export type Draft = StatusPageSettings;
export type DraftComponent = Draft['components'][number];

/** `Field & Sons` becomes `field-sons`; what has no letters becomes `status`. */
export function slugOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return slug.length < 2 ? 'status' : slug;
}

export const newDraft = (workspace: string, timeZone: string): Draft => ({
  enabled: false,
  slug: slugOf(workspace),
  host: null,
  title: workspace,
  logo: '',
  intro: '',
  accent: 'blue',
  timeZone,
  letters: true,
  webhooks: true,
  components: [],
});

/** With one more, which has an id that none has had here. */
export function withComponent(draft: Draft, today: string): Draft {
  let number = draft.components.length + 1;
  while (draft.components.some(({ id }) => id === `c${number}`)) number += 1;
  const one = { id: `c${number}`, name: words.newName(number), group: '', description: '', services: [], regions: [], since: today };
  return { ...draft, components: [...draft.components, one] };
}

export const changed = (draft: Draft, id: string, part: Partial<DraftComponent>): Draft => ({
  ...draft,
  components: draft.components.map((one) => (one.id === id ? { ...one, ...part } : one)),
});

export const without = (draft: Draft, id: string): Draft => ({ ...draft, components: draft.components.filter((one) => one.id !== id) });

/** Before the one above it. */
export function raised(draft: Draft, id: string): Draft {
  const index = draft.components.findIndex((one) => one.id === id);
  if (index < 1) return draft;
  const components = [...draft.components];
  components.splice(index - 1, 2, components[index]!, components[index - 1]!);
  return { ...draft, components };
}

/** What `datetime-local` holds as an ISO instant of that zone; empty where it holds nothing. */
export function instantIn(timeZone: string, local: string): string {
  // What is no such text some parsers take for one all the same.
  const seconds = /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(local) ? Date.parse(`${local}:00Z`) / 1000 : Number.NaN;
  const at = Number.isNaN(seconds) ? null : zoneOf(timeZone).instant(seconds);
  return at === null ? '' : new Date(at * 1000).toISOString();
}

/** The same the other way, to the minute. */
export const localIn = (timeZone: string, instant: string): string =>
  new Date(zoneOf(timeZone).local(Math.floor(Date.parse(instant) / 1000)) * 1000).toISOString().slice(0, 16);
