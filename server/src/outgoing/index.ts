/**
 * The one way to call an address that a person typed (SSRF). A connection is opened to the very addresses that were looked at, and a name is not
 * resolved again for it, so that one that answers otherwise the next moment (DNS rebinding) gains nothing. Redirections are not followed: they
 * would be addresses that nobody typed. Time, and what is read of an answer, are bounded.
 */
import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import { Agent, buildConnector, request } from 'undici';
import { faultOfAddress, readUrl, type Resolved } from './permitted.ts';

export type Outgoing = ReturnType<typeof createOutgoing>;

export type Answer =
  | {
      readonly ok: true;
      readonly status: number;
      readonly headers: Readonly<Record<string, string | string[] | undefined>>;
      readonly body: Buffer;
    }
  | { readonly ok: false; readonly reason: 'refused' | 'redirected' | 'too_slow' | 'too_large' | 'unreachable'; readonly detail: string };

interface Call {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** For all of it: the name, the connection, the answer's last byte. */
  readonly timeoutMs?: number;
  readonly mostBytes?: number;
  /** Of an answer's body only its beginning is wanted: what is more, or does not come within a second, is left out. Whether it was taken, its status says. */
  readonly cuts?: boolean;
}

interface OutgoingParts {
  /** Addresses and ranges that are not public, or at other ports, and allowed all the same. */
  readonly networks: readonly string[];
  readonly resolve?: (name: string) => Promise<readonly Resolved[]>;
}

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 1_000_000;
const CONNECT_MS = 5_000;
const CUT_MS = 1_000;
/** To one place: more than are tried at once, so that those of its receivers that hang keep no others there waiting. */
const MOST_CONNECTIONS = 100;

class RefusedAddress extends Error {}

export function createOutgoing({ networks, resolve = (name) => lookup(name, { all: true }) }: OutgoingParts) {
  /** Where a name leads. Throws RefusedAddress when even one of its addresses may not be called. */
  const permitted = async (host: string, port: number): Promise<readonly Resolved[]> => {
    const family = isIP(host);
    const found = family === 0 ? await resolve(host) : [{ address: host, family }];
    for (const { address } of found) {
      const fault = faultOfAddress(address, port, networks);
      if (fault) throw new RefusedAddress(fault);
    }
    if (found.length === 0) throw new RefusedAddress('must be a name that leads somewhere');
    return found;
  };

  const open = async (options: buildConnector.Options, done: buildConnector.Callback): Promise<void> => {
    try {
      const found = await permitted(options.hostname, Number(options.port) || (options.protocol === 'https:' ? 443 : 80));
      buildConnector({ timeout: CONNECT_MS, lookup: always(found) })(options, done);
    } catch (error) {
      done(error as Error, null);
    }
  };
  const agent = new Agent({ connect: (options, done) => void open(options, done), connections: MOST_CONNECTIONS });

  return {
    /** What is wrong with an address somebody typed, as the end of a sentence that begins with its field; null when nothing is. Calls nobody. */
    async fault(text: string): Promise<string | null> {
      const url = readUrl(text);
      if (typeof url === 'string') return url;
      try {
        await permitted(hostOf(url), portOf(url));
        return null;
      } catch (error) {
        return error instanceof RefusedAddress ? error.message : 'must be a name that can be resolved';
      }
    },

    /** Never throws for what becomes of a call: an address that is refused, a server that hangs or says too much are values. */
    async call(
      text: string,
      { method = 'GET', headers = {}, body, timeoutMs = TIMEOUT_MS, mostBytes = MOST_BYTES, cuts = false }: Call = {},
    ): Promise<Answer> {
      const url = readUrl(text);
      if (typeof url === 'string') return { ok: false, reason: 'refused', detail: url };
      const signal = AbortSignal.timeout(timeoutMs);
      try {
        const answer = await request(url, {
          method,
          headers: { 'user-agent': 'Watchdesk', ...headers },
          body: body ?? null,
          dispatcher: agent,
          signal,
        });
        if (answer.statusCode >= 300 && answer.statusCode < 400) {
          // Its own word that it was cut off would otherwise be nobody's, and end the process.
          answer.body.on('error', () => {}).destroy();
          return { ok: false, reason: 'redirected', detail: `answered ${answer.statusCode}: redirections are not followed` };
        }
        const read = await (cuts ? readStart(answer.body, mostBytes) : readBody(answer.body, mostBytes));
        if (!read) return { ok: false, reason: 'too_large', detail: `answered more than ${mostBytes} bytes` };
        return { ok: true, status: answer.statusCode, headers: answer.headers, body: read };
      } catch (error) {
        if (error instanceof RefusedAddress) return { ok: false, reason: 'refused', detail: error.message };
        if (signal.aborted) return { ok: false, reason: 'too_slow', detail: `did not answer within ${timeoutMs / 1000} s` };
        return { ok: false, reason: 'unreachable', detail: (error as NodeJS.ErrnoException).code ?? 'the connection failed' };
      }
    },

    close: (): Promise<void> => agent.destroy(),
  };
}

/** What a connection is told when it asks where a name leads: what was found, and looked at, before. */
const always =
  (found: readonly Resolved[]): LookupFunction =>
  (_name, { all }, answer) =>
    all ? answer(null, [...found]) : answer(null, found[0]!.address, found[0]!.family);

/** Undefined when there is more. */
async function readBody(body: AsyncIterable<Buffer> & { destroy(): unknown }, mostBytes: number): Promise<Buffer | undefined> {
  const parts: Buffer[] = [];
  let bytes = 0;
  for await (const part of body) {
    bytes += part.length;
    if (bytes > mostBytes) return undefined; // leaving the loop ends the connection
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** What of it has come within a second, at most so much; also of one that is cut off. */
async function readStart(body: Readable, mostBytes: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let bytes = 0;
  const late = setTimeout(() => body.destroy(), CUT_MS);
  try {
    for await (const part of body as AsyncIterable<Buffer>) {
      parts.push(part.subarray(0, mostBytes - bytes));
      bytes += part.length;
      if (bytes >= mostBytes) break; // leaving the loop ends the connection
    }
  } catch {
    // What has come has come.
  } finally {
    clearTimeout(late);
  }
  return Buffer.concat(parts);
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');
const portOf = ({ port, protocol }: URL): number => (port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port));
