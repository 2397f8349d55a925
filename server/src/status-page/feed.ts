/** What a page says, for programs: an Atom feed (RFC 4287) of updates and maintenances, and JSON. */
import { html } from '@watchdesk/domain/notification';
import type { StatusPage } from '@watchdesk/domain/status-page';
import { momentsOf, STATUS } from './words.ts';

/** XML 1.0 has no way to write these. */
// eslint-disable-next-line no-control-regex
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
const xml = (pieces: TemplateStringsArray, ...values: string[]): string =>
  html(pieces, ...values.map((value) => value.replace(UNWRITABLE, '')));
const iso = (at: number): string => new Date(at).toISOString();
const MOST_ENTRIES = 50;

interface Entry {
  readonly id: string;
  readonly anchor: string;
  readonly at: number;
  readonly title: string;
  readonly text: string;
}

/** `home`: the whole address of the page. Texts are plain: a reader shows them as they are typed. */
export function atomOf(page: StatusPage, home: string): string {
  const entries = entriesOf(page).slice(0, MOST_ENTRIES);
  const updated = entries.reduce((latest, { at }) => Math.max(latest, at), 0);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    xml`<id>${home}</id><title>${page.title}</title><updated>${iso(updated)}</updated><author><name>${page.title}</name></author>`,
    xml`<link rel="alternate" type="text/html" href="${home}"/><link rel="self" type="application/atom+xml" href="${home}/feed.atom"/>`,
    ...entries.map(
      ({ id, anchor, at, title, text }) =>
        xml`<entry><id>${home}#${id}</id><title type="text">${title}</title><updated>${iso(at)}</updated><link rel="alternate" type="text/html" href="${home}#${anchor}"/><content type="text">${text}</content></entry>`,
    ),
    '</feed>',
    '',
  ].join('\n');
}

/** The newest first. */
function entriesOf({ incidents, maintenances, timeZone }: StatusPage): Entry[] {
  return [
    ...incidents.flatMap(({ id, title, components, updates }) =>
      updates.map((one) => ({
        id: `${id}/${encodeURIComponent(one.id)}`,
        anchor: encodeURIComponent(id),
        at: one.at,
        title: `${STATUS[one.status]}: ${title}`,
        text: components.length === 0 ? one.text : `${one.text}\n\n${components.join(', ')}`,
      })),
    ),
    ...maintenances.flatMap((one) =>
      momentsOf(one, timeZone).map(({ key, at, status, text }) => ({
        id: `${one.id}/${key}`,
        anchor: one.id,
        at,
        title: `${status}: ${one.title}`,
        text,
      })),
    ),
  ].toSorted((a, b) => b.at - a.at);
}

/** The same as data. Instants as ISO 8601. */
export function jsonOf({ title, state, components, incidents, maintenances, at }: StatusPage): string {
  return JSON.stringify({
    title,
    state,
    asOf: iso(at),
    components: components.map(({ id, name, group, state: own, up, days }) => ({ id, name, group, state: own, up, days })),
    incidents: incidents.map(({ startedAt, resolvedAt, nextUpdateAt, updates, isEndTold: _, ...one }) => ({
      ...one,
      startedAt: iso(startedAt),
      resolvedAt: resolvedAt === null ? null : iso(resolvedAt),
      nextUpdateAt: nextUpdateAt === null ? null : iso(nextUpdateAt),
      updates: updates.map((update) => ({ ...update, at: iso(update.at) })),
    })),
    maintenances: maintenances.map(({ startsAt, endsAt, moved, madeAt: _made, cancelledAt: _cancelled, ...one }) => ({
      ...one,
      startsAt: iso(startsAt),
      endsAt: iso(endsAt),
      movedFrom: moved && { startsAt: iso(moved.from), endsAt: iso(moved.to) },
    })),
  });
}
