/** A real HTTP receiver in the test, that answers each request as the test says, and keeps what it was sent. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers so, hangs up in the middle, or says nothing. */
export type Manner =
  | { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string }
  | 'hang-up'
  | 'silence'
  /** Takes it, and is cut off before it has said so. */
  | 'take-and-hang-up';

export interface Received {
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  /** As the receiver answered it. */
  readonly manner: Manner;
}

export async function receiver() {
  const received: Received[] = [];
  let manner: Manner | ((path: string, body: string) => Manner) = { status: 200, body: 'ok' };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const path = request.url ?? '';
      const body = Buffer.concat(parts).toString('utf8');
      const meant = typeof manner === 'function' ? manner(path, body) : manner;
      received.push({ path, headers: request.headers, body, manner: meant });
      if (meant === 'silence') return;
      if (meant === 'hang-up' || meant === 'take-and-hang-up') return void request.socket.destroy();
      response.writeHead(meant.status, meant.headers).end(meant.body ?? '');
    });
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    to: (path: string) => received.filter((one) => one.path === path),
    behave: (as: Manner | ((path: string, body: string) => Manner)) => void (manner = as),
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
