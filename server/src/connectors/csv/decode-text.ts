/**
 * Bytes to text, without losing sight of what was malformed: a line of bytes that are not the encoding's gets a lone
 * half of a surrogate pair, which no well-formed file can contain. Whoever reads the row rejects it, with its line.
 */
import { isUtf8 } from 'node:buffer';

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'latin1'] as const;
export type Encoding = (typeof ENCODINGS)[number];

export interface TextDecoding {
  /** The text of these bytes, as far as they are whole characters. */
  push(bytes: Buffer): string;
  /** What remains. */
  end(): string;
}

/** A byte order mark decides; otherwise the encoding the mapping names, or UTF-8. */
export function encodingOf(head: Buffer, named: Encoding | undefined): { encoding: Encoding; skip: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', skip: 2 };
  return { encoding: named ?? 'utf-8', skip: 0 };
}

export function createDecoder(encoding: Encoding): TextDecoding {
  if (encoding === 'utf-8') return utf8();
  if (encoding === 'latin1') {
    // What calls itself Latin-1 is Windows-1252 in practice: the two differ only where Latin-1 has control characters.
    const decoder = new TextDecoder('windows-1252');
    return { push: (bytes) => decoder.decode(bytes, { stream: true }), end: () => decoder.decode() };
  }
  return utf16(encoding === 'utf-16be');
}

const MALFORMED = '\uDCFF';

function utf8(): TextDecoding {
  let rest = Buffer.alloc(0);
  const decode = (bytes: Buffer) => (isUtf8(bytes) ? bytes.toString('utf8') : decodeDamaged(bytes));
  return {
    push(bytes) {
      const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
      const whole = all.length - unfinished(all);
      rest = Buffer.from(all.subarray(whole));
      return decode(all.subarray(0, whole));
    },
    end: () => decode(rest),
  };
}

/** How many bytes at the end begin a character that is not all there. */
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back]!;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
  }
  return 0;
}

/** Line by line, so that one damaged row does not spoil its neighbours. */
function decodeDamaged(bytes: Buffer): string {
  let text = '';
  for (let from = 0; from < bytes.length;) {
    const feed = bytes.indexOf(0x0a, from);
    const to = feed === -1 ? bytes.length : feed + 1;
    const line = bytes.subarray(from, to);
    text += isUtf8(line) ? line.toString('utf8') : line.toString('utf8').replaceAll('\uFFFD', MALFORMED);
    from = to;
  }
  return text;
}

/** Node leaves an unpaired surrogate as it is, which is the mark already. */
function utf16(bigEndian: boolean): TextDecoding {
  let rest = Buffer.alloc(0);
  const decode = (bytes: Buffer) => (bigEndian ? Buffer.from(bytes).swap16() : bytes).toString('utf16le');
  return {
    push(bytes) {
      const all = rest.length > 0 ? Buffer.concat([rest, bytes]) : bytes;
      const whole = all.length - (all.length % 2);
      rest = Buffer.from(all.subarray(whole));
      return decode(all.subarray(0, whole));
    },
    end: () => (rest.length > 0 ? MALFORMED : ''),
  };
}
