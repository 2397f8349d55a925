/** A letter set as plain text and as HTML from one draft. Every value is escaped where it is put in; there is no way around it. */

export interface Draft {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly action?: { readonly label: string; readonly link: string };
  /** Below the action, in a quieter voice. */
  readonly after: readonly string[];
}

/** A letter as it is kept and sent. */
export interface SetLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Throws for a link that is not one of http(s): those who make links are we ourselves. */
export function setLetter({ subject, paragraphs, action, after }: Draft): SetLetter {
  if (action && !/^https?:$/.test(new URL(action.link).protocol)) throw new TypeError('A link in a letter must be one of http or https');
  const text = [...paragraphs, ...(action ? [`${action.label}:\n${action.link}`] : []), ...after, '-- \nWatchdesk'].join('\n\n');
  const body = [
    ...paragraphs.map((words) => html`<p style="margin:0 0 16px">${words}</p>`),
    ...(action ? [buttonOf(action)] : []),
    ...after.map((words) => html`<p style="margin:0 0 16px;color:#5c6470;font-size:14px">${words}</p>`),
  ].join('\n');
  return { subject: oneLine(subject, LONGEST_SUBJECT), text: `${text}\n`, html: page(subject, body) };
}

const LONGEST_SUBJECT = 200;

/** One line of so many characters at most, without what changes how others are read: controls, directions, halves of characters. */
export function oneLine(text: string, longest = 100): string {
  const plain = text.replace(/[\p{C}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  const characters = Array.from(plain);
  return characters.length > longest ? `${characters.slice(0, longest - 1).join('')}…` : plain;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A piece of HTML: what is put in is text, in an element as in a quoted attribute. */
const html = (pieces: TemplateStringsArray, ...values: string[]): string =>
  String.raw({ raw: pieces }, ...values.map((value) => value.replace(/[&<>"']/g, (character) => ESCAPED[character]!)));

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

const page = (title: string, body: string): string =>
  [
    '<!doctype html>',
    '<html lang="en">',
    html`<head>
      <meta charset="utf-8" />
      <meta name="color-scheme" content="light dark" />
      <title>${title}</title>
    </head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 system-ui,-apple-system,Segoe UI,Roboto,sans-serif">',
    '<div style="max-width:560px;margin:0 auto">',
    body,
    '<p style="margin:32px 0 0;color:#5c6470;font-size:14px">Watchdesk</p>',
    '</div></body></html>',
    '',
  ].join('\n');
