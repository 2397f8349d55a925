/** A question as a command that asks the same from outside. */

/** Whatever stands in it, the shell takes it as one text. */
const quoted = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`;

/** A `curl` of a POST; the key stays a variable, since none is known here and none belongs into a copied text. */
export const apiCall = (origin: string, path: string, body: unknown): string =>
  [
    `curl -sS ${quoted(`${origin}${path}`)}`,
    `-H "Authorization: Bearer $WATCHDESK_KEY"`,
    `-H 'Content-Type: application/json'`,
    `-d ${quoted(JSON.stringify(body))}`,
  ].join(' \\\n  ');
