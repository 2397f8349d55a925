import { expect, test } from 'vitest';
import { isAddressRange, isAllowedFrom } from './addresses.ts';

test.each(['192.0.2.7', '192.0.2.0/24', '0.0.0.0/0', '2001:db8::/32', '::1', '::/0'])('%s is a range', (text) =>
  expect(isAddressRange(text)).toBe(true),
);

test.each(['', 'desk.example', '192.0.2.0/33', '192.0.2.0/', '192.0.2/24', '192.0.2.0/24/8', '2001:db8::/129', '1.2.3.4, 5.6.7.8', '-1/8'])(
  '%s is none',
  (text) => expect(isAddressRange(text)).toBe(false),
);

test('an address is allowed where a range holds it', () => {
  const ranges = ['192.0.2.0/24', '198.51.100.7', '2001:db8::/32'];
  const allowed = ['192.0.2.1', '192.0.2.255', '198.51.100.7', '::ffff:192.0.2.9', '2001:db8:1::5'];
  const refused = ['192.0.3.1', '198.51.100.8', '::1', '2001:db9::1', '::ffff:198.51.100.8', 'nonsense', ''];
  expect(allowed.filter((from) => !isAllowedFrom(ranges, from))).toEqual([]);
  expect(refused.filter((from) => isAllowedFrom(ranges, from))).toEqual([]);
});
