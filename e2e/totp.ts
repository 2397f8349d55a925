/** The code that an authenticator shows (RFC 6238: SHA-1, six digits, thirty seconds), computed as an authenticator does. */
import { createHmac } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP_MS = 30_000;

/** `secret` in base 32, as people read it. */
function totp(secret: string, now: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / STEP_MS)));
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const at = hash.readUInt8(hash.length - 1) & 15;
  return String((hash.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** Of each secret the steps whose codes were given: each lets in once. */
const given = new Map<string, Set<number>>();

/** A code that was not given before and that holds now; the one that is shown next if the present one is used up. */
export async function freshTotp(secret: string): Promise<string> {
  const known = given.get(secret) ?? new Set<number>();
  given.set(secret, known);
  for (;;) {
    const present = Math.floor(Date.now() / STEP_MS);
    // The server takes those beside the present one as well, for clocks that go wrong.
    const step = [present, present + 1, present - 1].find((one) => !known.has(one));
    if (step !== undefined) {
      known.add(step);
      return totp(secret, step * STEP_MS);
    }
    await new Promise((resolve) => setTimeout(resolve, (present + 1) * STEP_MS - Date.now() + 50));
  }
}

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret.replaceAll(/[\s=]/g, ''), (letter) => LETTERS.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/g)?.map((byte) => Number.parseInt(byte, 2)) ?? []);
}
