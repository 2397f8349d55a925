/**
 * Which addresses may be called when a person typed where to: those of the public internet, at the ports of the web, and what the environment
 * allows besides. The registries of special addresses (RFC 6890 and its successors) come from ipaddr.js; of IPv6 only the part that is given out at
 * all, 2000::/3, is public, which leaves out every clothing of an IPv4 address (mapped, compatible, NAT64), site-local ones and the like.
 */
import ipaddr from 'ipaddr.js';
import { isAllowedFrom } from '../addresses.ts';

/** An address as the resolver gives it. */
export interface Resolved {
  readonly address: string;
  readonly family: number;
}

/** Public by its number, and a cloud's own all the same: it answers questions about the machine that asks. */
const METADATA = ['168.63.129.16'];
const WEB_PORTS = [80, 443, 8080, 8443];

/** What is wrong with calling it there; null when nothing is. The address itself is not told: it is what somebody may want to find out. */
export function faultOfAddress(address: string, port: number, networks: readonly string[]): string | null {
  if (isAllowedFrom(networks, address)) return null;
  if (!isPublic(address)) return 'must lead to an address of the public internet, or to a network that WATCHDESK_OUTGOING_NETWORKS allows';
  return WEB_PORTS.includes(port)
    ? null
    : `must be at one of the ports ${WEB_PORTS.join(', ')}, unless WATCHDESK_OUTGOING_NETWORKS allows its address`;
}

function isPublic(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text); // of a mapped one the IPv4 address in it
  if (address.range() !== 'unicast') return false;
  if (address instanceof ipaddr.IPv6) return (address.parts[0]! & 0xe000) === 0x2000;
  return !METADATA.includes(address.toString());
}

const LONGEST_URL = 2_048;

/** The URL that a text is, or what is wrong with it. Numbers in odd bases, escapes and the like end here: a URL has one way to be written. */
export function readUrl(text: string): URL | string {
  const url = text.length <= LONGEST_URL ? URL.parse(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) return 'must be a URL that begins with https:// or http://';
  if (url.username !== '' || url.password !== '') return 'must hold no user name and no password';
  return url;
}
