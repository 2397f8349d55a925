/** A device that holds one passkey: what a browser would send on its behalf (WebAuthn level 2, ES256, no attestation). */
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest();
const PRESENT = 1;
const VERIFIED = 4;
const HOLDS_KEY = 64;

/** As much of CBOR (RFC 8949) as the answer of a device needs. */
function cbor(value: number | string | Buffer | ReadonlyMap<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value < 0 ? head(1, -1 - value) : head(0, value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const parts = [...(value as ReadonlyMap<number, number>)].flatMap(([key, one]) => [cbor(key), cbor(one)]);
  return Buffer.concat([head(5, parts.length / 2), ...parts]);
}

function head(major: number, value: number): Buffer {
  if (value < 24) return Buffer.from([(major << 5) | value]);
  return value < 256 ? Buffer.from([(major << 5) | 24, value]) : Buffer.from([(major << 5) | 25, value >> 8, value & 255]);
}

export class Authenticator {
  private readonly keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  private readonly id = randomBytes(16);
  private readonly origin: string;
  private count = 0;

  constructor(origin: string) {
    this.origin = origin;
  }

  /** The answer to what a new passkey is made of. */
  made(question: Record<string, any>, { asks = true } = {}): Record<string, unknown> {
    const { x, y } = this.keys.publicKey.export({ format: 'jwk' });
    const point = (text = '') => Buffer.from(text, 'base64url');
    const key = cbor(new Map<number, unknown>([[1, 2], [3, -7], [-1, 1], [-2, point(x)], [-3, point(y)]])); // prettier-ignore
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.from([0, this.id.length]), this.id, key]);
    const authData = this.said(HOLDS_KEY, asks, attested);
    const attestationObject = cbor(new Map<string, unknown>([['fmt', 'none'], ['attStmt', new Map()], ['authData', authData]])); // prettier-ignore
    return this.answer({
      clientDataJSON: this.client('webauthn.create', question).toString('base64url'),
      attestationObject: attestationObject.toString('base64url'),
    });
  }

  /** The answer to a sign-in. */
  given(question: Record<string, any>, { asks = true } = {}): Record<string, unknown> {
    const client = this.client('webauthn.get', question);
    const authenticatorData = this.said(0, asks);
    const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), this.keys.privateKey);
    return this.answer({
      clientDataJSON: client.toString('base64url'),
      authenticatorData: authenticatorData.toString('base64url'),
      signature: signature.toString('base64url'),
    });
  }

  private said(flags: number, asks: boolean, rest = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE((this.count += 1));
    const flag = Buffer.from([flags | PRESENT | (asks ? VERIFIED : 0)]);
    return Buffer.concat([sha256(new URL(this.origin).hostname), flag, count, rest]);
  }

  private client(type: string, { challenge }: Record<string, any>): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }));
  }

  private answer(response: object): Record<string, unknown> {
    const id = this.id.toString('base64url');
    return { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} };
  }
}
