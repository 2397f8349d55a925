/** Whether what somebody entered leads anywhere: read by the connector's own schemas, and tried with one call before it is kept. */
import type { z } from 'zod';
import { invalid } from '../../errors.ts';
import type { Outgoing } from '../../outgoing/index.ts';
import type { Vault } from '../../vault/index.ts';
import { CallFailed, type Calls, type Connector } from '../connector.ts';
import { createCalls } from './calls.ts';
import { credentialsOf } from './credentials.ts';
import type { Pace } from './pace.ts';
import type { Linked } from './records.ts';

interface Trying {
  readonly outgoing: Pick<Outgoing, 'call' | 'fault'>;
  readonly pace: Pace;
  readonly vault: Vault;
}

const CHECK_MS = 30_000;

/** A part of what was sent, as the connector's own schema reads it. */
export function readPart(shape: z.ZodType, given: unknown, place: 'credentials' | 'options'): unknown {
  const read = shape.safeParse(given ?? {});
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw invalid([place, ...issue!.path].join('.'), issue!.message.replace(/^Invalid (input|option): expected /, 'must be '));
}

/** One call with these credentials. What the system answers to it is the answer. */
export async function tryOut({ outgoing, pace }: Trying, connector: Connector, credentials: unknown, options: unknown): Promise<void> {
  // One that is only heard has nowhere to be asked.
  if (connector.streams.length === 0) return;
  const { base } = connector.reach(credentials, options);
  const fault = (await outgoing.fault(base)) ?? plainFault(base);
  if (fault) throw invalid('options', `leads to ${base}, which ${fault}`);
  const calls = impatientCalls({ outgoing, pace }, connector, credentials, options);
  try {
    await connector.check(calls, options);
  } catch (error) {
    if (!(error instanceof CallFailed)) throw error;
    if (error.kind === 'credentials') throw invalid('credentials', `must be ones that the system takes: ${lower(error.message)}`);
    throw invalid('options', `must lead to a ${connector.label} that answers: ${lower(error.message)}`);
  }
}

/** Whoever waits for the answer is not kept waiting for a system that is busy. Credentials that ran out are the turns' to renew. */
export function impatientCalls(
  { outgoing, pace }: Pick<Trying, 'pace'> & { readonly outgoing: Pick<Outgoing, 'call'> },
  connector: Connector,
  credentials: unknown,
  options: unknown,
): Calls {
  return createCalls({
    call: outgoing.call,
    pace: { ...pace, sleep: () => Promise.reject(new CallFailed('unreachable', 'The system is busy; try again in a minute')) },
    signal: AbortSignal.timeout(CHECK_MS),
    buckets: new Map(),
    reach: () => connector.reach(credentials, options),
    renew: async () => false,
  });
}

const lower = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);

/** Secrets go nowhere in the clear but to this very machine. */
function plainFault(base: string): string | null {
  const { protocol, hostname } = new URL(base);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname) ? null : 'must begin with https://';
}

export async function refuseOtherAddress({ vault }: Trying, linked: Linked, connector: Connector, options: unknown): Promise<void> {
  if (connector.streams.length === 0) return;
  const credentials = await credentialsOf(vault, linked);
  const [now, then] = [connector.reach(credentials, options).base, connector.reach(credentials, linked.options).base];
  if (new URL(now).origin !== new URL(then).origin)
    throw invalid('credentials', 'must be given again where the address is another: the ones that are kept are not sent there');
}
