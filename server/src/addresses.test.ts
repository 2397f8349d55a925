import { expect, test } from 'vitest';
import { isAddressRange, isAllowedFrom, networkOf, placeOf } from './addresses.ts';

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

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['::FFFF:c000:207', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['2001:db8:1:2::192.0.2.7', '2001:db8:1:2::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['::', '0:0:0:0::/64'],
  ['what is no address', 'what is no address'],
])('%s is counted as %s', (ip, place) => {
  expect(placeOf(ip)).toBe(place);
});

test.each([
  ['192.0.2.17', '192.0.2.0/24'],
  ['::ffff:192.0.2.17', '192.0.2.0/24'],
  ['2001:db8:7:1::1', '2001:db8:7::/48'],
  ['2001:db8::1', '2001:db8:0::/48'],
])('%s is in the network %s', (ip, network) => {
  expect(networkOf(ip)).toBe(network);
});
