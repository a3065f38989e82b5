import { describe, expect, it } from 'vitest';
import { settings } from '../../data/definitions/settings.ts';
import { readConfig } from '../../server/config.ts';

const webhooks = readConfig({}).webhooks;
const [address, secret] = ['https://example.org/hook', `whsec_${'A'.repeat(43)}=`];

/** Every setting of a server: a value, and what it changes. */
const effects: Record<string, [value: string, changed: Partial<ReturnType<typeof readConfig>>]> = {
  HOST: ['0.0.0.0', { host: '0.0.0.0' }],
  PORT: ['8181', { port: 8181 }],
  UPTAKE_DATA: ['/srv/r', { data: '/srv/r', store: '/srv/r' }],
  UPTAKE_STORE: ['postgres://reader@host/uptake', { store: 'postgres://reader@host/uptake' }],
  UPTAKE_KIND: ['published', { kind: 'published' }],
  UPTAKE_PREFIX: ['/uptake', { prefix: '/uptake' }],
  UPTAKE_ORIGIN: ['https://example.org', { origin: 'https://example.org' }],
  UPTAKE_PROXIES: ['2', { proxies: 2 }],
  UPTAKE_RATE: ['17', { rate: 17 }],
  UPTAKE_WORKERS: ['33', { workers: 33 }],
  UPTAKE_BUNDLE: ['asked', { bundle: 'asked' }],
  UPTAKE_CONTACT: ['us@example.org', { contact: 'us@example.org' }],
  UPTAKE_SECURITY: ['mailto:us@example.org', { security: 'mailto:us@example.org' }],
  UPTAKE_LOG: ['warn', { log: 'warn' }],
  UPTAKE_FRESH: ['7', { fresh: 7 }],
  UPTAKE_NEXT: ['2019-05-02T09:30+01:00', { next: Date.parse('2019-05-02T08:30Z') }],
  UPTAKE_HSTS: ['9', { hsts: 9 }],
  UPTAKE_WEBHOOKS: [address, { webhooks: { ...webhooks, addresses: [address] } }],
  UPTAKE_WEBHOOKS_SECRET: [secret, { webhooks: { ...webhooks, secret } }],
  UPTAKE_WEBHOOKS_PRIVATE: ['yes', { webhooks: { ...webhooks, toPrivate: true } }],
  UPTAKE_NOTICE: ['5', { notice: 5 }],
  UPTAKE_DRAIN: ['6', { drain: 6 }],
  UPTAKE_OPERATOR_PORT: ['8282', { operator: 8282 }],
};

describe('readConfig', () => {
  it.each(settings.filter((one) => one.for === 'serving').map(({ name }) => name))(
    'takes from %s what it says, and nothing else',
    (name) => {
      const [value, changed] = effects[name]!;
      expect(readConfig({ [name]: value })).toEqual({ ...readConfig({}), ...changed });
      expect(readConfig({})).not.toMatchObject(changed);
    },
  );

  it('listens on this machine only by default', () => {
    const { host, port, prefix, log } = readConfig({});
    expect({ host, port, prefix, log }).toEqual({
      host: '127.0.0.1',
      port: 8080,
      prefix: '',
      log: null,
    });
  });

  it('reads settings and treats empty ones as not set', () => {
    const environment = { PORT: '0', HOST: '', UPTAKE_PREFIX: '/uptake/', UPTAKE_DATA: '/srv/r' };
    expect(readConfig(environment)).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      prefix: '/uptake',
      data: '/srv/r',
    });
  });

  it('says in one line what a value must be', () => {
    expect(() => readConfig({ PORT: '80a' })).toThrow(
      /^PORT is not a port number \(0 to 65535\): 80a$/,
    );
    expect(() => readConfig({ UPTAKE_LOG: 'loud' })).toThrow(
      /^UPTAKE_LOG is not one of info, warn, error, silent: loud$/,
    );
  });

  it.each([
    ['UPTAKE_WEBHOOKS_SECRET', 'my-own-secret'],
    ['UPTAKE_STORE', 'postgre://reader:hunter2@host/uptake'],
  ])('repeats nothing of a %s, which may hold a secret', (name, value) => {
    const { is } = settings.find((one) => one.name === name)!;
    expect(() => readConfig({ [name]: value })).toThrow(new Error(`${name} is not ${is}`));
  });

  it('takes no day that the calendar does not have', () => {
    expect(() => readConfig({ UPTAKE_NEXT: '2019-02-30T09:30+00:00' })).toThrow(
      /^UPTAKE_NEXT is not a time such as 2019-05-02T09:30\+01:00: 2019-02-30T09:30\+00:00$/,
    );
    expect(readConfig({ UPTAKE_NEXT: '2020-02-29T09:30Z' }).next).toBe(
      Date.UTC(2020, 1, 29, 9, 30),
    );
  });

  it('takes an origin as browsers write it', () => {
    expect(readConfig({ UPTAKE_ORIGIN: 'https://Example.org:443/' }).origin).toBe(
      'https://example.org',
    );
  });

  it.each([
    ['', 0],
    ['2', 2],
    ['loopback, 10.0.0.0/8,2001:db8::/32', ['loopback', '10.0.0.0/8', '2001:db8::/32']],
  ])('trusts proxies according to UPTAKE_PROXIES=%s', (value, proxies) => {
    expect(readConfig({ UPTAKE_PROXIES: value }).proxies).toEqual(proxies);
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['UPTAKE_PREFIX', 'uptake'],
    ['UPTAKE_PREFIX', '/a b'],
    ['UPTAKE_ORIGIN', 'example.org'],
    ['UPTAKE_ORIGIN', 'https://example.org/uptake'],
    ['UPTAKE_ORIGIN', 'https://me@example.org'],
    ['UPTAKE_ORIGIN', 'https://exa"mple.org'],
    ['UPTAKE_LOG', 'loud'],
    ['UPTAKE_DRAIN', '-1'],
    ['UPTAKE_NOTICE', '3601'],
    ['HOST', 'http://127.0.0.1'],
    ['PORT', '0x50'],
    ['PORT', ' 80'],
    ['UPTAKE_DATA', 'package.json'],
    ['UPTAKE_DATA', 'package.json/releases'],
    ['UPTAKE_PROXIES', 'nginx'],
    ['UPTAKE_PROXIES', '10.0.0.0/33'],
    ['UPTAKE_PROXIES', '10.0.0.256'],
    ['UPTAKE_PROXIES', '2001:db8::1::2'],
    ['UPTAKE_RATE', '-1'],
    ['UPTAKE_RATE', 'many'],
  ])('rejects %s=%s and names both', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
    expect(() => readConfig({ [name]: value })).toThrow(value);
  });
});
