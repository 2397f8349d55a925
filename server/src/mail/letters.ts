/**
 * What Watchdesk writes to people, each letter with what goes into it. A letter is said once; the plain text and the HTML are two ways to set it.
 * Names in it were typed by somebody: they are put into one line, and bounded, so that none can pass for a text of ours.
 */
import { type Draft, oneLine } from '@watchdesk/domain/notification';

/** Instants are milliseconds since 1970; links are whole addresses of ours. */
export interface Letters {
  invitation: { readonly workspace: string; readonly inviter: string; readonly link: string; readonly until: number };
  'password-reset': { readonly link: string; readonly until: number };
  /** To an address that somebody says is theirs: a new person's, or one that is to replace another. */
  'verify-address': { readonly link: string; readonly until: number };
  /** From a browser that was not seen before. The link leads to where sessions are listed. */
  'new-sign-in': { readonly at: number; readonly from: string; readonly browser: string; readonly link: string };
  /** To the address there was before, when it is the address. */
  'credentials-changed': { readonly what: Credential; readonly at: number; readonly from: string; readonly link: string };
  test: { readonly by: string };
}
export type Template = keyof Letters;
/** For whoever cannot come in without, or must know at once who has. */
export const LETTERS_OF_ACCOUNTS: readonly Template[] = [
  'invitation',
  'password-reset',
  'verify-address',
  'new-sign-in',
  'credentials-changed',
];
type Letter = { [T in Template]: { readonly template: T; readonly values: Letters[T] } }[Template];
export type Enqueued = Letter & {
  /** Null for what belongs to no workspace, such as the reset of a password. */
  readonly workspaceId: string | null;
  readonly to: string;
  /** Milliseconds since 1970, after which nobody wants it, such as the end of its link. */
  readonly until?: number;
};

type Credential = 'password' | 'address' | 'second-factor' | 'passkey' | 'recovery-codes';

const CHANGED: Record<Credential, string> = {
  password: 'password was changed',
  address: 'e-mail address was changed',
  'second-factor': 'second factor was changed',
  passkey: 'passkeys were changed',
  'recovery-codes': 'recovery codes were made anew',
};

const IF_NOT_YOU = 'If that was not you, end the session there, change your password, and tell your administrator.';

const DRAFTS: { [T in Template]: (values: Letters[T]) => Draft } = {
  invitation: ({ workspace, inviter, link, until }) => ({
    subject: `${oneLine(inviter)} invites you to ${oneLine(workspace)}`,
    paragraphs: [
      `${oneLine(inviter)} invites you to the workspace “${oneLine(workspace)}” of Watchdesk, where support work is seen as it happens.`,
    ],
    action: { label: 'Accept the invitation', link },
    after: [`The link works once, until ${instant(until)}. If you do not know what this is about, leave it: nothing happens then.`],
  }),
  'password-reset': ({ link, until }) => ({
    subject: 'Choose another password',
    paragraphs: ['Somebody, hopefully you, asked for another password for this address.'],
    action: { label: 'Choose a password', link },
    after: [`The link works once, until ${instant(until)}. If it was not you, leave it: your password stays as it is.`],
  }),
  'verify-address': ({ link, until }) => ({
    subject: 'Is this your address?',
    paragraphs: ['Somebody gave this address as theirs in Watchdesk. If that was you, say so:'],
    action: { label: 'This is my address', link },
    after: [`The link works once, until ${instant(until)}. If it was not you, leave it.`],
  }),
  'new-sign-in': ({ at, from, browser, link }) => ({
    subject: 'You signed in from somewhere new',
    paragraphs: [
      `On ${instant(at)} your account was signed in to from ${oneLine(from)}, by a browser not seen before: ${oneLine(browser)}.`,
    ],
    action: { label: 'See your sessions', link },
    after: [IF_NOT_YOU],
  }),
  'credentials-changed': ({ what, at, from, link }) => ({
    subject: `Your ${CHANGED[what]}`,
    paragraphs: [`On ${instant(at)} your ${CHANGED[what]}, from ${oneLine(from)}.`],
    action: { label: 'See your sessions', link },
    after: [IF_NOT_YOU],
  }),
  test: ({ by }) => ({
    subject: 'A test message of Watchdesk',
    paragraphs: [`${oneLine(by)} asked whether letters arrive. This one did.`],
    after: [],
  }),
};

export const draftOf = <T extends Template>(template: T, values: Letters[T]): Draft => DRAFTS[template](values);

/** `10 March 2026, 12:00 UTC`: whoever reads it may be anywhere. */
const instant = (at: number): string =>
  `${new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }).format(at).replace(' at ', ', ')} UTC`;
