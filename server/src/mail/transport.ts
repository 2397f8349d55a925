/**
 * The way to the mail server. A letter that it refuses for good is told apart from everything that may be better later: a server that is down or
 * busy, and one that does not take our password, which is no fault of the letter.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { oneLine, type SetLetter } from '@watchdesk/domain/notification';
import { createTransport } from 'nodemailer';

/** What of the head of a letter is its own. */
export interface Headed {
  /** The left part of its Message-ID; its id in the outbox where left out. */
  readonly messageId?: string;
  /** The left part of the Message-ID of what it belongs to, which mailboxes show as one conversation. */
  readonly thread?: string;
  /** Where somebody says that they want no more of these: a page, and with `oneClick` an address that takes a POST (RFC 8058). */
  readonly unsubscribe?: { readonly page: string; readonly oneClick?: string };
}

export interface Outgoing extends SetLetter, Headed {
  /** The same each time it is tried, so that a server that has it already may know. */
  readonly id: string;
  readonly to: string;
}

export type Verdict = { readonly outcome: 'sent' } | { readonly outcome: 'later' | 'never'; readonly reason: string };

export interface Transport {
  /** `host:port`, for a person. */
  readonly server: string;
  send(letter: Outgoing): Promise<Verdict>;
}

/** The longest a try takes, whatever the server does; claims of letters last longer. */
export const TRY_MS = 60_000;
const LONGEST_REASON = 300;

export function openTransport({ smtpUrl, from }: { smtpUrl: string; from: string }): Transport {
  const { hostname, port, username, protocol } = new URL(smtpUrl);
  const transporter = createTransport({
    url: smtpUrl,
    // A password does not go over a wire in the clear; `?ignoreTLS=true` in the URL says that one wants that all the same.
    requireTLS: protocol === 'smtp:' && username !== '' && !isHere(hostname),
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    dnsTimeout: 10_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = /@([\w.-]+)>?$/.exec(from)?.[1] ?? 'localhost';
  const late = 'the mail server took too long';
  return {
    server: `${hostname}:${port || (protocol === 'smtps:' ? 465 : 587)}`,
    async send({ id, to, subject, text, html, messageId = id, thread, unsubscribe }) {
      const trying = transporter.sendMail({
        from,
        // As an address already read, which is not read again as a list of them.
        to: { name: '', address: to },
        subject,
        text,
        html,
        messageId: `<${messageId}@${domain}>`,
        ...(thread !== undefined && { inReplyTo: `<${thread}@${domain}>`, references: `<${thread}@${domain}>` }),
        // So that no help desk answers, or opens a ticket by it, which would be told of in turn.
        headers: {
          'Auto-Submitted': 'auto-generated',
          'X-Auto-Response-Suppress': 'All',
          ...(unsubscribe && headersOf(unsubscribe)),
        },
      });
      const verdict = trying.then((): Verdict => ({ outcome: 'sent' }), verdictOf);
      return Promise.race([verdict, sleep(TRY_MS, { outcome: 'later', reason: late } as const, { ref: false })]);
    },
  };
}

const headersOf = ({ page, oneClick }: NonNullable<Headed['unsubscribe']>) => ({
  'List-Unsubscribe': `<${oneClick ?? page}>`,
  ...(oneClick !== undefined && { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }),
});

function verdictOf(error: Error & { code?: string; responseCode?: number; response?: string }): Verdict {
  const isOfLetter = error.code === 'EENVELOPE' || error.code === 'EMESSAGE';
  const outcome = isOfLetter && (error.responseCode ?? 0) >= 500 ? 'never' : 'later';
  return { outcome, reason: oneLine(error.response ?? error.message, LONGEST_REASON) };
}

const isHere = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i.test(host);
