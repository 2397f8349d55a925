/** A system that is heard and never asked: its deliveries are the only stream there is. What such a connector has to say is its mapper and its signature. */
import { z } from 'zod';
import { type Connector, type Given, type Mapped, type Maps, NO_WORDS, type RawRequest, type Webhook } from '../connector.ts';
import { type Scheme, verify } from '../signatures/index.ts';

const DELIVERIES = 'deliveries';

interface ByWebhook<Options> {
  readonly system: string;
  readonly label: string;
  readonly options?: z.ZodType<Options>;
  readonly firstMaps?: Partial<Maps>;
  /** How its requests are signed. */
  scheme(options: Options): Scheme;
  /** The items of a body; the body itself, with when it came (delivery.ts), where it is one. */
  itemsOf?(body: unknown, request: RawRequest): readonly unknown[];
  needs?(items: readonly unknown[], maps: Maps): string[];
  map(items: readonly unknown[], given: Given): Mapped;
}

export function byWebhook<Options = Record<string, never>>(of: ByWebhook<Options>): Connector<Record<string, never>, Options> {
  const { system, label, scheme, itemsOf = (body, { receivedAt }) => [{ body, receivedAt }], needs, map, firstMaps } = of;
  const webhook: Webhook = {
    verify: (request, secrets, options) => verify(scheme(options as Options), request, secrets),
    read: (request) => ({ hints: [], items: [{ stream: DELIVERIES, items: itemsOf(JSON.parse(request.body.toString('utf8')), request) }] }),
  };
  return {
    system,
    label,
    credentials: z.strictObject({}),
    options: of.options ?? (z.strictObject({}) as unknown as z.ZodType<Options>),
    streams: [],
    reach: never,
    check: never,
    pull: never,
    ...(needs && { needs: (_stream: string, items: readonly unknown[], maps: Maps) => needs(items, maps) }),
    map: (_stream, items, given) => map(items, given),
    firstMaps: { ...NO_WORDS, ...firstMaps },
    webhook,
  };
}

/** What has no streams is not called (connector.ts). */
function never(): never {
  throw new Error('This system is heard and never asked');
}
