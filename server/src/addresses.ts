/** Network addresses: those that something is allowed from, single ones and ranges of both families; and where one that is counted is. */
import { BlockList, isIP } from 'node:net';

const LONGEST = { 4: 32, 6: 128 } as const;

/** Whether a text is an address, or a range such as `192.0.2.0/24`. */
export function isAddressRange(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const family = isIP(address);
  if (more.length > 0 || (family !== 4 && family !== 6)) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= LONGEST[family]);
}

/** Whether an address lies in one of the ranges. One of IPv4 that comes in the clothes of IPv6 is the same address. */
export function isAllowedFrom(ranges: readonly string[], from: string): boolean {
  const list = new BlockList();
  for (const range of ranges) {
    const [address = '', bits] = range.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    list.addSubnet(address, bits === undefined ? LONGEST[family === 'ipv6' ? 6 : 4] : Number(bits), family);
  }
  const bare = bareOf(from);
  const family = isIP(bare);
  return family !== 0 && list.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}

/** One of IPv4 in the clothes of IPv6, without them, however they are written. */
function bareOf(address: string): string {
  const [, dotted, high, low] = /^(?:0*:)*:?(?:0*:)*ffff:(?:(\d+\.\d+\.\d+\.\d+)|([\da-f]{1,4}):([\da-f]{1,4}))$/i.exec(address) ?? [];
  if (dotted !== undefined) return dotted;
  if (high === undefined || low === undefined || isIP(address) !== 6) return address;
  const [a, b] = [Number.parseInt(high, 16), Number.parseInt(low, 16)];
  return [a >> 8, a & 255, b >> 8, b & 255].join('.');
}

/**
 * Where an address is, for limits by address: of IPv6 the network that one customer has (/64, RFC 6177), since whoever has one has all of its
 * addresses; of IPv4 the address.
 */
export function placeOf(ip: string): string {
  const bare = bareOf(ip);
  if (isIP(bare) !== 6) return bare;
  const [head = '', tail] = bare.replace(/%.*$/, '').split('::');
  const before = head === '' ? [] : head.split(':');
  // Written with an address of IPv4 at its end it has a group less.
  const after = tail === undefined || tail === '' ? [] : tail.split(':').flatMap((group) => (group.includes('.') ? ['0', '0'] : [group]));
  const groups =
    tail === undefined ? before : [...before, ...Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0'), ...after];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/** The network around a place, for limits of many addresses together: of IPv4 the /24, of IPv6 the /48 that one site has. */
export function networkOf(ip: string): string {
  const place = placeOf(ip);
  return isIP(place) === 4 ? `${place.split('.').slice(0, 3).join('.')}.0/24` : `${place.split(':').slice(0, 3).join(':')}::/48`;
}
