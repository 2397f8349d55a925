/** In which encoding a file is written, and whether it is text at all: known kinds of files are called by their name. */
import { isUtf8 } from 'node:buffer';
import { Refusal } from '../../../errors.ts';
import { type Encoding, encodingOf } from '../decode-text.ts';

/** First bytes of what is often taken for a table. */
const KINDS: readonly (readonly [bytes: readonly number[], kind: string])[] = [
  [[0x50, 0x4b, 0x03, 0x04], 'a zip file or an Excel workbook (.xlsx)'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'an old Excel workbook (.xls)'],
  [[0x25, 0x50, 0x44, 0x46], 'a PDF'],
  [[0x50, 0x41, 0x52, 0x31], 'a Parquet file'],
  [[0x89, 0x50, 0x4e, 0x47], 'a picture'],
  [[0xff, 0xd8, 0xff], 'a picture'],
  [[0x53, 0x51, 0x4c, 0x69, 0x74, 0x65], 'an SQLite database'],
  [[0x42, 0x5a, 0x68], 'a bzip2 file'],
  [[0x28, 0xb5, 0x2f, 0xfd], 'a zstd file'],
  [[0xfd, 0x37, 0x7a, 0x58, 0x5a], 'an xz file'],
];

/** The beginning of texts that are no tables of delimited values. What a help desk calls .xls is often a page of HTML. */
const TEXTS: readonly (readonly [beginning: RegExp, kind: string])[] = [
  [/^\s*<(!doctype|html|head|body|table|meta|\?xml)\b/i, 'a web page or XML'],
  [/^\s*(\{\s*"|\[\s*(\{|\[))/, 'JSON'],
];

const SAMPLE = 64 << 10;
/** Beside ends of lines, tabs and NUL, which has a meaning in UTF-16, a text has none of these. */
const isControl = (byte: number): boolean => (byte < 0x20 && byte !== 0 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1a) || byte === 0x7f;
/** A file of a few rows with one damaged byte is still a table. */
const FEW = 8;
/** UTF-16 without a mark: of text in Latin letters every other byte is 0. */
const MOSTLY = 0.3;
const HARDLY_EVER = 0.02;

/** Refused for what is no text. */
export function detectEncoding(bytes: Buffer, isWhole: boolean): Encoding {
  const known = KINDS.find(([magic]) => magic.every((byte, index) => bytes[index] === byte));
  if (known) throw new Refusal('invalid', `This is ${known[1]}, not a CSV file. Save or export it as CSV and choose that`);
  const marked = encodingOf(bytes, undefined);
  const sample = bytes.subarray(0, SAMPLE);
  const text = TEXTS.find(([beginning]) =>
    beginning.test(
      sample
        .subarray(marked.skip, marked.skip + 200)
        .toString('latin1')
        .replaceAll('\0', ''),
    ),
  );
  if (text) throw new Refusal('invalid', `This is ${text[1]}, not a CSV file. Save or export it as CSV and choose that`);
  if (marked.skip > 0) return marked.encoding;
  const { even, odd, count } = zeros(sample);
  if (odd > MOSTLY && even < HARDLY_EVER) return 'utf-16le';
  if (even > MOSTLY && odd < HARDLY_EVER) return 'utf-16be';
  const controls = sample.reduce((sum, byte) => sum + (isControl(byte) ? 1 : 0), 0);
  if ((even + odd > HARDLY_EVER && count > FEW) || (controls > HARDLY_EVER * sample.length && controls > FEW))
    throw new Refusal('invalid', 'This is a binary file, not a CSV file. Export the table as CSV and choose that');
  return isUtf8(isWhole ? bytes : bytes.subarray(0, wholeLines(bytes))) ? 'utf-8' : mostlyUtf8(bytes) ? 'utf-8' : 'latin1';
}

/** As shares of the bytes at even and at odd places, and how many there are. */
function zeros(bytes: Buffer): { even: number; odd: number; count: number } {
  let [even, odd] = [0, 0];
  for (let at = 0; at < bytes.length; at += 1) {
    if (bytes[at] !== 0) continue;
    if (at % 2 === 0) even += 1;
    else odd += 1;
  }
  const half = Math.max(bytes.length / 2, 1);
  return { even: even / half, odd: odd / half, count: even + odd };
}

/** Up to the last line end, so that no character is cut. */
const wholeLines = (bytes: Buffer): number => bytes.lastIndexOf(0x0a) + 1 || bytes.length;

/**
 * A few damaged lines do not make a file Latin-1: where most of the bytes beyond ASCII are well-formed UTF-8, it is that, and the lines
 * that are not are told of when they are read.
 */
function mostlyUtf8(bytes: Buffer): boolean {
  let [good, bad] = [0, 0];
  for (let from = 0; from < Math.min(bytes.length, 1 << 20);) {
    const feed = bytes.indexOf(0x0a, from);
    const line = bytes.subarray(from, feed === -1 ? bytes.length : feed);
    if (line.some((byte) => byte >= 0x80)) {
      if (isUtf8(line)) good += 1;
      else bad += 1;
    }
    from = feed === -1 ? bytes.length : feed + 1;
  }
  return good > 3 * bad;
}
