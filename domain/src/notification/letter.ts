/** A letter set as plain text and as HTML from one draft. Every value is escaped where it is put in; there is no way around it. */
import { escapeHtml, html, oneLine } from './text.ts';

export interface Draft {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** What is known, each with its name before it. */
  readonly facts?: readonly { readonly label: string; readonly value: string }[];
  /** What is to be done, in its order. */
  readonly steps?: readonly string[];
  readonly action?: { readonly label: string; readonly link: string };
  /** Further ways on, below the action. */
  readonly links?: readonly { readonly label: string; readonly link: string }[];
  /** One of which is to be chosen, in their order, with what the first and the last of them mean. As text the scale alone: a link of each would be longer than the letter. */
  readonly choices?: {
    readonly low: string;
    readonly high: string;
    readonly all: readonly { readonly label: string; readonly link: string }[];
  };
  /** Below the action, in a quieter voice. */
  readonly after: readonly string[];
  /** A way out, at the very end. */
  readonly quiet?: { readonly label: string; readonly link: string };
  /** Who writes; Watchdesk where left out. */
  readonly from?: string;
  /** In which it is written, a tag of BCP 47; English where left out. */
  readonly language?: string;
}

/** A letter as it is kept and sent. */
export interface SetLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Throws for a link that is not one of http(s): those who make links are we ourselves. */
export function setLetter(draft: Draft): SetLetter {
  const {
    subject,
    paragraphs,
    facts = [],
    steps = [],
    choices,
    action,
    links = [],
    after,
    quiet,
    from = 'Watchdesk',
    language = 'en',
  } = draft;
  for (const { link } of [...(action ? [action] : []), ...(choices?.all ?? []), ...links, ...(quiet ? [quiet] : [])])
    if (!/^https?:\/\/\S+$/i.test(link)) throw new TypeError('A link in a letter must be one of http or https');
  const text = [
    ...paragraphs,
    ...(facts.length > 0 ? [facts.map(({ label, value }) => `${label}: ${value}`).join('\n')] : []),
    ...(steps.length > 0 ? [steps.map((step, index) => `${index + 1}. ${step}`).join('\n')] : []),
    ...(choices ? [scaleInText(choices)] : []),
    ...(action ? [`${action.label}:\n${action.link}`] : []),
    ...links.map(({ label, link }) => `${label}:\n${link}`),
    ...after,
    `-- \n${from}`,
    ...(quiet ? [`${quiet.label}:\n${quiet.link}`] : []),
  ].join('\n\n');
  const body = [
    ...paragraphs.map((words) => html`<p style="margin:0 0 16px">${words}</p>`),
    ...(facts.length > 0 ? [tableOf(facts)] : []),
    ...(steps.length > 0 ? [listOf(steps)] : []),
    ...(choices ? [choicesOf(choices)] : []),
    ...(action ? [buttonOf(action)] : []),
    ...links.map(({ label, link }) => html`<p style="margin:0 0 8px"><a href="${link}" style="color:#2457c5">${label}</a></p>`),
    ...after.map((words) => html`<p style="margin:0 0 16px;color:#5c6470;font-size:14px">${words}</p>`),
  ].join('\n');
  return { subject: oneLine(subject, LONGEST_SUBJECT), text: `${text}\n`, html: page({ subject, body, quiet, from, language }) };
}

const LONGEST_SUBJECT = 200;

const buttonOf = ({ label, link }: NonNullable<Draft['action']>): string =>
  [
    html`<p style="margin:24px 0">
      <a
        href="${link}"
        style="background:#2457c5;border-radius:6px;color:#ffffff;display:inline-block;padding:10px 18px;text-decoration:none"
        >${label}</a
      >
    </p>`,
    html`<p style="margin:0 0 16px;color:#5c6470;font-size:14px;word-break:break-all">${link}</p>`,
  ].join('\n');

type Choices = NonNullable<Draft['choices']>;

const scaleInText = ({ low, high, all }: Choices): string => `${all[0]?.label ?? ''} = ${low}, ${all.at(-1)?.label ?? ''} = ${high}`;

/** Beside each other, and in two lines where a phone is too narrow for them. */
const choicesOf = (choices: Choices): string =>
  [
    '<p style="margin:16px 0 4px;line-height:52px">',
    ...choices.all.map(
      ({ label, link }) =>
        html`<a
          href="${link}"
          style="border:1px solid #2457c5;border-radius:6px;color:#2457c5;display:inline-block;line-height:1.2;min-width:22px;padding:11px 8px;text-align:center;text-decoration:none"
          >${label}</a
        >`,
    ),
    '</p>',
    html`<p style="margin:0 0 16px;color:#5c6470;font-size:14px">${scaleInText(choices)}</p>`,
  ].join('\n');

const tableOf = (facts: NonNullable<Draft['facts']>): string =>
  [
    '<table role="presentation" style="border-collapse:collapse;margin:0 0 16px">',
    ...facts.map(
      ({ label, value }) =>
        html`<tr>
          <td style="padding:2px 16px 2px 0;color:#5c6470;vertical-align:top">${label}</td>
          <td style="padding:2px 0">${value}</td>
        </tr>`,
    ),
    '</table>',
  ].join('\n');

const listOf = (steps: readonly string[]): string =>
  ['<ol style="margin:0 0 16px;padding-left:20px">', ...steps.map((step) => html`<li>${step}</li>`), '</ol>'].join('\n');

/** Where the reader's program shows letters in the dark and lets them say how: links and quiet words are too dim there as they are. */
const IN_THE_DARK =
  '<style>@media (prefers-color-scheme:dark){[style*="color:#5c6470"]{color:#a3abb6!important}[style*=";color:#2457c5"],[style^="color:#2457c5"]{color:#8ab4f8!important;border-color:#8ab4f8!important}}</style>';

interface Page {
  readonly subject: string;
  readonly body: string;
  readonly quiet: Draft['quiet'];
  readonly from: string;
  readonly language: string;
}

const page = ({ subject, body, quiet, from, language }: Page): string =>
  [
    '<!doctype html>',
    `<html lang="${escapeHtml(language)}">`,
    '<head>',
    html`<meta charset="utf-8" />
      <meta name="color-scheme" content="light dark" />
      <title>${subject}</title>`,
    IN_THE_DARK,
    '</head>',
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif">',
    '<div style="max-width:560px;margin:0 auto">',
    body,
    html`<p style="margin:32px 0 0;color:#5c6470;font-size:14px">${from}</p>`,
    ...(quiet ? [html`<p style="margin:8px 0 0;font-size:14px"><a href="${quiet.link}" style="color:#5c6470">${quiet.label}</a></p>`] : []),
    '</div></body></html>',
    '',
  ].join('\n');
