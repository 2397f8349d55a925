/**
 * A status page as whole HTML without a script. It depends on what it says and nothing else, so that it is made once for everybody. Each value is escaped where it
 * is put in.
 */
import { createHash } from 'node:crypto';
import { escapeHtml, html } from '@watchdesk/domain/notification';
import type { Accent, ShownComponent, ShownIncident, ShownMaintenance, StatusPage } from '@watchdesk/domain/status-page';
import { styleOf } from './style.ts';
import { dayWords, instantIn, OVERALL, shareWords, spanIn, STAGE, STATE, STATUS, upWords } from './words.ts';

/** What a browser is told to refuse of a page of this look: everything but its own style, known by its hash, and its own forms. */
export const contentSecurity = (accent: Accent, ancestors = `'none'`): string =>
  `default-src 'none'; style-src 'sha256-${createHash('sha256').update(styleOf(accent)).digest('base64')}'; form-action 'self'; base-uri 'none'; frame-ancestors ${ancestors}`;

/** Where a page and what belongs to it are, as paths. */
export const pathOf = (slug: string): string => `/status/${slug}`;

interface Around {
  /** Set where it cannot be brought up to date: when it was true, in ms. */
  readonly staleSince?: number;
}

export function renderPage(page: StatusPage, { staleSince }: Around = {}): string {
  const open = page.incidents.filter(({ resolvedAt }) => resolvedAt === null);
  const past = page.incidents.filter(({ resolvedAt }) => resolvedAt !== null);
  const coming = page.maintenances.filter(({ stage }) => stage !== 'ended');
  const over = page.maintenances.filter(({ stage }) => stage === 'ended');
  const body = [
    html`<p class="overall ${page.state}" role="status">${OVERALL[page.state]}</p>`,
    ...(staleSince === undefined
      ? []
      : [
          html`<p class="stale" role="note">
            This is the state as of ${instantIn(page.timeZone, staleSince)}. The page cannot be brought up to date at the moment.
          </p>`,
        ]),
    ...(page.intro === '' ? [] : [html`<p class="intro">${page.intro}</p>`]),
    ...section(
      'Going on',
      open.map((one) => incidentPart(page, one)),
    ),
    ...section(
      'Maintenance',
      coming.map((one) => maintenancePart(page, one)),
    ),
    ...groupsOf(page.components).flatMap(([group, components]) => [
      html`<h2>${group === '' ? 'Components' : group}</h2>`,
      '<ul class="panel">',
      ...components.map(componentPart),
      '</ul>',
    ]),
    '<h2 id="history">Past incidents</h2>',
    ...(past.length + over.length === 0
      ? [html`<p class="quiet">None in the last 90 days.</p>`]
      : ['<div class="panel">', ...past.map((one) => incidentPart(page, one)), ...over.map((one) => maintenancePart(page, one)), '</div>']),
    ...subscribePart(page),
  ];
  const footer = html`<p>
    Unchanged since ${instantIn(page.timeZone, page.at)}. <a href="${pathOf(page.slug)}/feed.atom">Atom feed</a> ·
    <a href="${pathOf(page.slug)}/status.json">JSON</a>
  </p>`;
  return frame(page, page.title, body, { footer });
}

type Framed = Pick<StatusPage, 'title' | 'logo' | 'accent' | 'slug'>;
const NO_PAGE: Framed = { title: 'Status', logo: '', accent: 'blue', slug: '' };

/** A page of few words, such as what became of a subscription; null: of a page that is off. `button`: asks for one click more, on this very address. */
export function sayingPage(page: Framed | null, said: { title: string; text: string; button?: string; isDone?: boolean }): string {
  return frame(
    page ?? NO_PAGE,
    said.title,
    [
      html`<h2>${said.title}</h2>
        <p role="${said.isDone ? 'status' : 'note'}">${said.text}</p>`,
      ...(said.button === undefined ? [] : [html`<form method="post"><button type="submit">${said.button}</button></form>`]),
    ],
    page ? { kind: 'small', footer: html`<p><a href="${pathOf(page.slug)}">Back to the page</a></p>` } : { kind: 'small', hasFeed: false },
  );
}

/** In place of a page that is not there. Nothing is known of who asks. */
export const nowherePage = (title: string, text: string): string =>
  frame(NO_PAGE, title, [html`<h2>${title}</h2>`, html`<p>${text}</p>`], {
    kind: 'small',
    hasFeed: false,
  });

function frame(
  { title, logo, accent, slug }: Framed,
  name: string,
  body: readonly string[],
  { kind = 'whole', hasFeed = true, footer }: { kind?: string; hasFeed?: boolean; footer?: string },
): string {
  return [
    '<!doctype html>',
    `<html lang="en"><head>`,
    html`<meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>${name === title ? `${title} · Status` : `${name} · ${title}`}</title>`,
    ...(hasFeed ? [html`<link rel="alternate" type="application/atom+xml" title="${title}" href="${pathOf(slug)}/feed.atom" />`] : []),
    `<style>${styleOf(accent)}</style></head><body class="${kind}"><header>`,
    ...(logo === '' ? [] : [html`<span class="logo">${logo}</span>`]),
    html`<h1>${title}</h1>`,
    '</header><main>',
    ...body,
    '</main>',
    ...(footer === undefined ? [] : [`<footer>${footer}</footer>`]),
    '</body></html>',
    '',
  ].join('\n');
}

const section = (title: string, parts: readonly string[]): string[] =>
  parts.length === 0 ? [] : [html`<h2>${title}</h2>`, '<div class="panel">', ...parts, '</div>'];

const groupsOf = (components: readonly ShownComponent[]): [string, ShownComponent[]][] => [
  ...Map.groupBy(components, ({ group }) => group),
];

function componentPart({ name, description, state, up, knownDays, recent, days }: ShownComponent): string {
  const bad = days.filter((one) => one.state !== null && one.state !== 'operational');
  return [
    '<li>',
    html`<div class="head">
      <h3>${name}</h3>
      <span class="word ${state}">${STATE[state]}</span>
    </div>`,
    ...(description === '' ? [] : [html`<p class="quiet">${description}</p>`]),
    // What the strip shows is said by the list below it.
    '<div class="days" aria-hidden="true">',
    ...days.map(
      (one) =>
        html`<i class="${one.state ?? 'unknown'}" title="${dayWords(one.day)}: ${one.state === null ? 'no data' : STATE[one.state]}"></i>`,
    ),
    '</div>',
    html`<p class="ends quiet">
      <span><span class="since90">90</span><span class="since30">30</span> days ago</span
      ><span class="since90">${upWords(up, knownDays)}</span><span class="since30">${upWords(recent.up, recent.knownDays)}</span
      ><span>today</span>
    </p>`,
    ...(bad.length === 0
      ? []
      : [
          '<details>',
          html`<summary class="quiet">${bad.length === 1 ? 'One day' : `${bad.length} days`} with something to tell</summary>`,
          '<table><tbody>',
          ...bad.toReversed().map(
            (one) =>
              html`<tr>
                <th scope="row">${dayWords(one.day)}</th>
                <td class="word ${one.state!}">${STATE[one.state!]}</td>
                <td>up ${shareWords(one.up)}</td>
              </tr>`,
          ),
          '</tbody></table></details>',
        ]),
    '</li>',
  ].join('\n');
}

const anchorOf = (id: string): string => id.replace(/[^\w-]/g, '_');

function incidentPart({ timeZone }: StatusPage, incident: ShownIncident): string {
  const { id, title, status, state, components, nextUpdateAt, updates } = incident;
  return [
    `<article id="${escapeHtml(anchorOf(id))}">`,
    html`<div class="head">
      <h3>${title}</h3>
      <span class="word ${status === 'resolved' || status === 'closed' ? 'operational' : state}">${STATUS[status]}</span>
    </div>`,
    ...(components.length === 0 ? [] : [html`<p class="quiet">${components.join(', ')}</p>`]),
    ...(nextUpdateAt === null
      ? []
      : [
          html`<p class="quiet">
            Next update by <time datetime="${new Date(nextUpdateAt).toISOString()}">${instantIn(timeZone, nextUpdateAt)}</time>
          </p>`,
        ]),
    '<ul class="updates">',
    ...updates.map(
      (one) =>
        html`<li>
          <b>${STATUS[one.status]}</b>
          <span class="quiet"><time datetime="${new Date(one.at).toISOString()}">${instantIn(timeZone, one.at)}</time></span>
          <p class="text">${one.text}</p>
        </li>`,
    ),
    '</ul></article>',
  ].join('\n');
}

function maintenancePart({ timeZone }: StatusPage, maintenance: ShownMaintenance): string {
  const { id, title, text, stage, startsAt, endsAt, moved, components } = maintenance;
  return [
    `<article id="${escapeHtml(anchorOf(id))}">`,
    html`<div class="head">
      <h3>${title}</h3>
      <span class="word ${stage === 'running' ? 'maintenance' : 'quiet'}">${STAGE[stage]}</span>
    </div>`,
    html`<p class="quiet">${spanIn(timeZone, startsAt, endsAt)}${components.length === 0 ? '' : ` · ${components.join(', ')}`}</p>`,
    ...(moved === null || (stage !== 'planned' && stage !== 'running')
      ? []
      : [
          html`<p class="quiet">
            Before: ${stage === 'running' ? `until ${instantIn(timeZone, moved.to)}` : spanIn(timeZone, moved.from, moved.to)}
          </p>`,
        ]),
    ...(text === '' ? [] : [html`<p class="text">${text}</p>`]),
    '</article>',
  ].join('\n');
}

function subscribePart({ slug, letters, webhooks }: StatusPage): string[] {
  if (!letters && !webhooks) return [];
  const form = (kind: string, label: string, type: string, hint: string) =>
    html`<form method="post" action="${pathOf(slug)}/subscribe/${kind}">
      <label for="${kind}">${label}</label
      ><input id="${kind}" name="to" type="${type}" required maxlength="2000" autocomplete="${type}" placeholder="${hint}" /><button
        type="submit"
      >
        Subscribe
      </button>
    </form>`;
  return [
    '<h2 id="subscribe">Be told of what is new</h2>',
    '<div class="panel ways">',
    ...(letters ? [form('mail', 'By e-mail', 'email', 'you@example.com')] : []),
    ...(webhooks ? [form('webhook', 'By webhook', 'url', 'https://example.com/hook')] : []),
    '</div>',
  ];
}
