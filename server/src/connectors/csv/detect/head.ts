/** The beginning of a file, unpacked: enough to tell what it is, whatever its size. A million columns are not more than this. */
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createGunzip } from 'node:zlib';
import { Refusal } from '../../../errors.ts';

export interface Head {
  readonly bytes: Buffer;
  /** There is no more. */
  readonly isWhole: boolean;
  readonly isPacked: boolean;
}

const HEAD_BYTES = 4 << 20;

/** Refused when the file is empty, or a gzip file of which nothing can be unpacked. */
export async function readHead(path: string, most = HEAD_BYTES): Promise<Head> {
  const { size } = await stat(path);
  if (size === 0) throw new Refusal('invalid', 'The file is empty');
  const pieces: Buffer[] = [];
  let length = 0;
  const source = createReadStream(path, { highWaterMark: 1 << 18 });
  const first = await firstBytes(path);
  const isPacked = first[0] === 0x1f && first[1] === 0x8b;
  const bytes = isPacked ? source.pipe(createGunzip()) : source;
  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      pieces.push(piece);
      length += piece.length;
      if (length > most) break;
    }
  } catch (error) {
    // What could be unpacked is looked at; the import says where the damage is.
    if (length === 0) throw new Refusal('invalid', `The gzip file is damaged: ${(error as Error).message}`);
  } finally {
    source.destroy();
    bytes.destroy();
  }
  if (length === 0) throw new Refusal('invalid', 'The file is empty');
  return { bytes: Buffer.concat(pieces).subarray(0, most), isWhole: length <= most, isPacked };
}

async function firstBytes(path: string): Promise<Buffer> {
  for await (const piece of createReadStream(path, { end: 1 }) as AsyncIterable<Buffer>) return piece;
  return Buffer.alloc(0);
}
