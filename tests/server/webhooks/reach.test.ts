import type { LookupAddress } from 'node:dns';
import { describe, expect, it } from 'vitest';
import { checkHost, isPublicAddress, lookupPublic } from '../../../server/webhooks/reach.ts';

describe('an address on the public internet', () => {
  it.each(['8.8.8.8', '151.101.1.69', '172.32.0.1', '2a00:1450:4009:81f::200e', '::ffff:8.8.8.8'])(
    'is %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  );

  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '64:ff9b::7f00:1',
    'example.org',
  ])('is not %s', (address) => expect(isPublicAddress(address)).toBe(false));
});

describe('a host', () => {
  it.each(['127.0.0.1', '[::1]', '10.0.0.1'])('written as %s is refused with a reason', (host) => {
    expect(() => checkHost(host)).toThrow(/is in a private network \(allow that with UPTAKE_W/);
  });

  it('written as a name is looked up, and refused if that leads to a private network', async () => {
    expect(() => checkHost('localhost')).not.toThrow();
    for (const all of [true, false]) {
      const error = await new Promise<Error | null>((resolve) =>
        lookupPublic('localhost', { all }, (failed: Error | null, _: string | LookupAddress[]) =>
          resolve(failed),
        ),
      );
      expect(error?.message).toMatch(/^localhost is in a private network/);
    }
  });
});
