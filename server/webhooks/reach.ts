import { lookup as resolve } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';

/** Special-purpose networks, which are not the public internet (IANA, RFC 6890). */
const special = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  special.addSubnet(network, bits, 'ipv4');
}
for (const [network, bits] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  special.addSubnet(network, bits, 'ipv6');
}

/** Whether an address is on the public internet. An IPv4 address written as IPv6 counts as IPv4. */
export function isPublicAddress(address: string): boolean {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  const plain = mapped ?? address;
  const version = isIP(plain);
  return version !== 0 && !special.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}

const refusal = (host: string): Error =>
  new Error(`${host} is in a private network (allow that with UPTAKE_WEBHOOKS_PRIVATE=yes)`);

/** Throws for a host written as an address in a private network, because such a host is never looked up. */
export function checkHost(hostname: string): void {
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  if (isIP(host) && !isPublicAddress(host)) throw refusal(host);
}

/** Looks up a host as a connection is made, and fails if any of its addresses is in a private network. */
export const lookupPublic: LookupFunction = (hostname, options, tell) => {
  resolve(hostname, { ...options, all: true }, (error, found) => {
    if (error) return tell(error, '', 0);
    if (!found.length || !found.every(({ address }) => isPublicAddress(address))) {
      return tell(refusal(hostname), '', 0);
    }
    if (options.all) return tell(null, found);
    return tell(null, found[0]!.address, found[0]!.family);
  });
};
