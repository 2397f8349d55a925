/**
 * What every answer tells the browser to refuse. Styles that the kit computes while it runs carry a nonce, another for each answer, which the page
 * that is answered holds; only attributes are styled freely, as the charts' tooltips are.
 */
import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

const YEAR_SECONDS = 31_536_000;

const nonces = new WeakMap<ServerResponse, string>();

/** The nonce by which the styles of this answer are known. */
export function styleNonce(answer: ServerResponse): string {
  const known = nonces.get(answer);
  if (known !== undefined) return known;
  const made = randomBytes(16).toString('base64');
  nonces.set(answer, made);
  return made;
}

/** The web application's own files, styles that the kit computes, workers of the map, and the stream to this very host. */
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'", (_request: unknown, answer: ServerResponse) => `'nonce-${styleNonce(answer)}'`],
  styleSrcAttr: ["'unsafe-inline'"],
  fontSrc: ["'self'", 'data:'],
  imgSrc: ["'self'", 'data:', 'blob:'],
  workerSrc: ["'self'", 'blob:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
  upgradeInsecureRequests: null,
};

/** What a page may ask of the browser: the wall screen, the clipboard and a passkey; no camera, no place, no payment. */
const NEVER =
  'accelerometer autoplay browsing-topics camera display-capture geolocation gyroscope magnetometer microphone midi payment serial usb';
const OURSELVES = 'clipboard-write fullscreen publickey-credentials-create publickey-credentials-get screen-wake-lock';
const PERMISSIONS = [
  ...NEVER.split(' ').map((feature) => `${feature}=()`),
  ...OURSELVES.split(' ').map((feature) => `${feature}=(self)`),
].join(', ');

export async function secureHeaders(app: FastifyInstance): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { directives: CONTENT_SECURITY },
    strictTransportSecurity: false, // below, where it is known to hold
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async ({ protocol }, reply) => {
    void reply.header('permissions-policy', PERMISSIONS);
    // On a laptop the address is plain http. Only a proxy that is trusted can say that it was https, and browsers then stay with it.
    if (protocol === 'https') void reply.header('strict-transport-security', `max-age=${YEAR_SECONDS}`);
  });
}
