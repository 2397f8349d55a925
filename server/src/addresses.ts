/** Network addresses that something is allowed from: single ones and ranges, of both families. */
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
  const bare = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(from)?.[1] ?? from;
  const family = isIP(bare);
  return family !== 0 && list.check(bare, family === 6 ? 'ipv6' : 'ipv4');
}
