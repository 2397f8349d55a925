/**
 * A file as pieces of text: plain or gzip (told by its first bytes, not by its name), in any of the encodings. What is
 * unpacked is watched while it is unpacked, so that a small file cannot become an endless one.
 */
import { createReadStream, type ReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../../errors.ts';
import { createDecoder, type Encoding, encodingOf } from './decode-text.ts';

export interface FileLimits {
  /** Bytes after unpacking. */
  readonly bytes: number;
  readonly rows: number;
  /** How many times larger than packed a file may be, once it is larger than `ratioFrom` bytes. */
  readonly ratio: number;
  readonly ratioFrom: number;
}

/** Logs pack to a twentieth, very repetitive ones to a hundredth; gzip's own limit, which bombs reach, is a thousandth. */
export const FILE_LIMITS: FileLimits = { bytes: 64e9, rows: 100e6, ratio: 250, ratioFrom: 32e6 };

const PIECE = 1 << 18;

/** What an import says it has read so far, of how much. */
export interface ReadingProgress {
  readonly bytes: number;
  readonly ofBytes: number;
}

/** The digest of the file's bytes as they lie on disk: an interrupted import goes on only with the very same file. */
export async function fileHash(path: string): Promise<string> {
  const digest = createHash('sha256');
  await pipeline(await openBytes(path), digest);
  return digest.digest('hex');
}

/** The text of the file. Refused when it cannot be opened, is damaged, or unpacks beyond the limits. */
export async function* readText(
  path: string,
  named: Encoding | undefined,
  limits: FileLimits,
  seen?: (progress: ReadingProgress) => void,
): AsyncGenerator<string> {
  const source = await openBytes(path);
  const { size } = await stat(path);
  const isPacked = await startsWith(path, [0x1f, 0x8b]);
  const bytes: Readable = isPacked ? unpacked(source) : source;
  let total = 0;
  let decoder: ReturnType<typeof createDecoder> | undefined;
  try {
    for await (const piece of bytes as AsyncIterable<Buffer>) {
      total += piece.length;
      watch(total, source.bytesRead, limits, isPacked);
      let fresh = piece;
      if (!decoder) {
        const { encoding, skip } = encodingOf(piece, named);
        decoder = createDecoder(encoding);
        fresh = piece.subarray(skip);
      }
      yield decoder.push(fresh);
      seen?.({ bytes: source.bytesRead, ofBytes: size });
    }
  } catch (error) {
    throw isDamage(error) ? new Refusal('invalid', `The gzip file is damaged or ends too early: ${error.message}`) : error;
  } finally {
    source.destroy();
    bytes.destroy();
  }
  if (decoder) yield decoder.end();
}

async function openBytes(path: string): Promise<ReadStream> {
  const about = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('not_found', `${path} cannot be read: ${error.code ?? error.message}`);
  });
  if (!about.isFile()) throw new Refusal('invalid', `${path} is not a file`);
  return createReadStream(path, { highWaterMark: PIECE });
}

function unpacked(source: ReadStream): Readable {
  const gunzip = createGunzip({ chunkSize: PIECE });
  source.once('error', (error) => gunzip.destroy(error));
  return source.pipe(gunzip);
}

async function startsWith(path: string, magic: readonly number[]): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(magic.length), 0, magic.length, 0);
    return bytesRead === magic.length && magic.every((byte, index) => buffer[index] === byte);
  } finally {
    await file.close();
  }
}

function watch(total: number, packed: number, limits: FileLimits, isPacked: boolean): void {
  if (total > limits.bytes) throw new Refusal('too_large', `The file is longer than ${limits.bytes} bytes`);
  if (isPacked && total > limits.ratioFrom && total > packed * limits.ratio)
    throw new Refusal('too_large', `The gzip file unpacks to more than ${limits.ratio} times its size, as no table does`);
}

const isDamage = (error: unknown): error is Error =>
  error instanceof Error && ((error as NodeJS.ErrnoException).code ?? '').startsWith('Z_');
