/** What an e-mail address is, for accounts and for the mail that goes to them: whoever has an account can be written to. */

/** What a text may hold before the `@` unquoted (RFC 5322, 3.2.3), and letters of every language (RFC 6532). */
const LOCAL = String.raw`[\p{L}\p{M}\p{N}.!#$%&'*+/=?^_\x60{|}~-]{1,64}`;
const LABEL = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}-]{0,61}[\p{L}\p{M}\p{N}])?`;
const ADDRESS = new RegExp(String.raw`^${LOCAL}@${LABEL}(?:\.${LABEL})*$`, 'u');
const LONGEST = 254;

/** Whether a text is one address, and nothing that the head of a letter would read as more. */
export const isEmailAddress = (text: string): boolean => text.length <= LONGEST && ADDRESS.test(text);
