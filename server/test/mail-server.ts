/** A real SMTP server in the test, that does with each letter what the test says, and shows those it took as a mailbox would. */
import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** Takes it, answers with a code instead, hangs up in the middle, or says nothing. */
export type Manner = 'take' | 'hang-up' | 'silence' | { readonly at: 'recipient' | 'data'; readonly code: number };

export interface Delivered {
  readonly to: string[];
  readonly raw: string;
  readonly read: Email;
}

export async function mailServer() {
  const delivered: Delivered[] = [];
  let manner: Manner = 'take';
  let tries = 0;
  const refusal = (code: number) => Object.assign(new Error('as the test wishes'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_address, _session, done) => {
      tries += 1;
      if (manner === 'silence') return;
      done(typeof manner === 'object' && manner.at === 'recipient' ? refusal(manner.code) : null);
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      const meant = manner;
      if (meant === 'hang-up') {
        const { socket } = [...server.connections].find(
          (one) => (one as unknown as { session: unknown }).session === session,
        ) as unknown as {
          socket: { destroy(): void };
        };
        socket.destroy();
        return;
      }
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        if (typeof meant === 'object') return done(refusal(meant.code));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        void PostalMime.parse(raw)
          .then((read) => delivered.push({ to, raw, read }))
          .finally(done);
      });
    },
  });
  server.on('error', () => {}); // a client that was killed
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    delivered,
    tries: () => tries,
    behave: (as: Manner) => void (manner = as),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}
