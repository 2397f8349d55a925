/** Signatures of webhooks: schemes.ts has each system's, scheme.ts verifies them all. */
export { type Algorithm, type Encoding, type Scheme, verify, type Verification } from './scheme.ts';
export { bodyHmac, SCHEMES, sharedSecret } from './schemes.ts';
