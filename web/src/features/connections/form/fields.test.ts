import { describe, expect, test } from 'vitest';
import { draftOf, EMPTY, isFilled, valueOf, variantsOf } from './fields.ts';

const CREDENTIALS = {
  anyOf: [
    {
      type: 'object',
      title: 'API token',
      properties: {
        email: { type: 'string', format: 'email', description: 'E-mail address' },
        apiToken: { type: 'string', description: 'API token' },
      },
      required: ['email', 'apiToken'],
    },
    { type: 'object', title: 'OAuth', properties: { accessToken: { type: 'string' } }, required: ['accessToken'] },
  ],
};
const OPTIONS = {
  type: 'object',
  properties: {
    check: {
      description: 'How the sender shows who it is',
      oneOf: [
        { type: 'object', title: 'Standard', properties: { kind: { const: 'standard' } }, required: ['kind'] },
        {
          type: 'object',
          title: 'Header',
          properties: {
            kind: { const: 'hmac' },
            header: { type: 'string' },
            algorithm: { type: 'string', enum: ['sha1', 'sha256'], default: 'sha256' },
          },
          required: ['kind', 'header'],
        },
      ],
    },
    since: { type: 'string', format: 'date' },
    perMinute: { type: 'integer', minimum: 1, maximum: 30, default: 10 },
  },
  required: ['check'],
};

test('secrets are secret, and what has a form has a field of that form', () => {
  const [token, oauth] = variantsOf(CREDENTIALS, true);
  expect(token!.fields.map(({ name, kind, isNeeded }) => [name, kind, isNeeded])).toEqual([
    ['email', 'email', true],
    ['apiToken', 'secret', true],
  ]);
  expect([token!.title, oauth!.title]).toEqual(['API token', 'OAuth']);
  const [options] = variantsOf(OPTIONS, false);
  expect(options!.fields.map(({ kind }) => kind)).toEqual(['group', 'day', 'number']);
  expect(options!.fields[2]).toMatchObject({ usual: 10, least: 1, most: 30 });
  expect(options!.fields[0]!.variants[1]!.fields.map(({ kind }) => kind)).toEqual(['text', 'word']);
});

describe('what is sent', () => {
  const variants = variantsOf(OPTIONS, false);
  test('is what was entered, trimmed, with the fixed parts of what was chosen', () => {
    expect(valueOf(variants, EMPTY)).toEqual({ check: { kind: 'standard' } });
    const draft = { variant: 0, values: { since: '', perMinute: 5, check: { variant: 1, values: { header: ' X-Sign ' } } } };
    expect(valueOf(variants, draft)).toEqual({ check: { kind: 'hmac', header: 'X-Sign' }, perMinute: 5 });
  });
  test('comes back as the draft that it was', () => {
    for (const value of [{ check: { kind: 'standard' } }, { check: { kind: 'hmac', header: 'X', algorithm: 'sha1' }, since: '2026-01-01' }])
      expect(valueOf(variants, draftOf(variants, value))).toEqual(value);
  });
  test('is whole when all that is needed is there', () => {
    expect(isFilled(variants, EMPTY)).toBe(true);
    expect(isFilled(variants, { variant: 0, values: { check: { variant: 1, values: {} } } })).toBe(false);
    expect(isFilled(variantsOf(CREDENTIALS, true), { variant: 1, values: { accessToken: 'x' } })).toBe(true);
    expect(isFilled(variantsOf(CREDENTIALS, true), EMPTY)).toBe(false);
  });
  test.each([
    [5, true],
    [0, false],
    [31, false],
    [2.5, false],
    [Number.NaN, false],
    ['', true],
  ])('is whole with %s in a field of 1 to 30: %s', (perMinute, whole) =>
    expect(isFilled(variants, { variant: 0, values: { perMinute } })).toBe(whole),
  );
});
