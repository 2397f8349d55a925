import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDecoder, type Encoding, encodingOf } from './decode-text.ts';

function decode(encoding: Encoding, bytes: Buffer, piece = 3): string {
  const decoder = createDecoder(encoding);
  let text = '';
  for (let from = 0; from < bytes.length; from += piece) text += decoder.push(bytes.subarray(from, from + piece));
  return text + decoder.end();
}

describe('decoding', () => {
  it.each([
    ['utf-8', (text: string) => Buffer.from(text, 'utf8')],
    ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
    ['utf-16be', (text: string) => Buffer.from(text, 'utf16le').swap16()],
  ] as const)('gives back any text written in %s, cut anywhere', (encoding, encode) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 7 }), (text, piece) => {
        fc.pre(text.isWellFormed());
        expect(decode(encoding, encode(text), piece)).toBe(text);
      }),
    );
  });

  it('reads Latin-1 as the Windows-1252 it is in practice', () => {
    expect(decode('latin1', Buffer.from([0x80, 0xe9, 0x93]))).toBe('€é“');
  });

  it('marks the lines that are malformed, and those alone', () => {
    const bytes = Buffer.concat([Buffer.from('é good\n'), Buffer.from([0x62, 0xff, 0xfe, 0x0a]), Buffer.from('\uFFFD was there before\n')]);
    const lines = decode('utf-8', bytes, 1000).split('\n');
    expect(lines.map((line) => line.isWellFormed())).toEqual([true, false, true, true]);
    expect(lines[2]).toBe('\uFFFD was there before');
  });

  it('marks a character that is cut off at the end', () => {
    expect(decode('utf-8', Buffer.from([0x61, 0xc3])).isWellFormed()).toBe(false);
    expect(decode('utf-16le', Buffer.from([0x61, 0x00, 0x62])).isWellFormed()).toBe(false);
  });

  it.each([
    [[0xef, 0xbb, 0xbf, 0x61], undefined, { encoding: 'utf-8', skip: 3 }],
    [[0xff, 0xfe, 0x61, 0x00], 'latin1', { encoding: 'utf-16le', skip: 2 }],
    [[0xfe, 0xff, 0x00, 0x61], undefined, { encoding: 'utf-16be', skip: 2 }],
    [[0x61], 'latin1', { encoding: 'latin1', skip: 0 }],
    [[0x61], undefined, { encoding: 'utf-8', skip: 0 }],
  ] as const)('lets a byte order mark decide: %j', (head, named, expected) => {
    expect(encodingOf(Buffer.from(head), named)).toEqual(expected);
  });
});
