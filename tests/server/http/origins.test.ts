import { describe, expect, it } from 'vitest';
import type { Asking } from '../../../server/http/asking.ts';
import { Origins } from '../../../server/http/origins.ts';

const asked = (host: string | undefined, originalUrl = '/', scheme = 'http') =>
  ({
    headers: { host, 'x-forwarded-proto': scheme },
    originalUrl,
    socket: { remoteAddress: '10.0.0.1' },
  }) as unknown as Asking;

describe('the origin of the site', () => {
  it.each([
    ['example.org', 'http://example.org'],
    ['Example.ORG:8080', 'http://example.org:8080'],
    ['uptake_web-1', 'http://uptake_web-1'],
    ['127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['[::1]:8080', 'http://[::1]:8080'],
    [undefined, 'http://localhost'],
  ])('is that of a Host header with a plain host: %s', (host, origin) => {
    expect(new Origins('').of(asked(host))).toBe(origin);
  });

  it.each([
    'example.org/path',
    'me@example.org',
    'example.org:80:80',
    'example.org:99999',
    'exa"mple.org',
    '<script>',
    'a b',
    'example..org',
    '-\u00e9xample',
    '1.2.3.4.5',
    `${'a'.repeat(64)}.org`,
    `${'abcdefghi.'.repeat(30)}org`,
    '[::1',
  ])('is rejected if the header is anything else: %s', (host) => {
    const origins = new Origins('');
    expect(() => origins.of(asked(host))).toThrow(
      `the Host header is not a host: ${host.slice(0, 200)}`,
    );
    expect(origins.keeps(asked(host))).toBe(false);
  });

  it('is that of each request, whatever host and scheme the one before had', () => {
    const origins = new Origins('', (address, hop) => address === '10.0.0.1' && hop === 0);
    const read = ([host, scheme]: readonly string[]) => origins.of(asked(host, '/', scheme));
    expect(
      [
        ['example.org', 'http'],
        ['example.org', 'https'],
        ['other.example', 'https'],
        ['other.example', 'http'],
      ].map(read),
    ).toEqual([
      'http://example.org',
      'https://example.org',
      'https://other.example',
      'http://other.example',
    ]);
    expect(() => read(['a b', 'http'])).toThrow('the Host header is not a host: a b');
    expect(read(['example.org', 'http'])).toBe('http://example.org');
  });

  it('is the one that is set, whatever the header, and so are keys', () => {
    const origins = new Origins('https://example.org');
    for (const host of ['example.org', 'evil.example', '<script>', undefined]) {
      expect(origins.of(asked(host))).toBe('https://example.org');
      expect(origins.keyOf(asked(host, '/about'))).toBe('https://example.org /about');
      expect(origins.keeps(asked(host, '/about'))).toBe(true);
    }
  });

  it('is https only if a trusted proxy says so, and never anything but http or https', () => {
    const trusting = new Origins('', (address, hop) => address === '10.0.0.1' && hop === 0);
    const under = (scheme: string, origins = trusting) =>
      origins.of(asked('example.org', '/', scheme));
    expect(under('https')).toBe('https://example.org');
    expect(under('https, http')).toBe('https://example.org');
    expect(under('http, https')).toBe('http://example.org');
    expect(under('javascript')).toBe('http://example.org');
    expect(under('https', new Origins(''))).toBe('http://example.org');
    const other = new Origins('', (address) => address === '10.0.0.2');
    expect(under('https', other)).toBe('http://example.org');
  });
});

describe('answers are kept', () => {
  const origins = new Origins('');
  const ask = (host: string) => {
    origins.heed(asked(host));
    return origins.keeps(asked(host));
  };

  it('only for the host that most requests name', () => {
    for (let i = 0; i < 300; i++) expect(ask('example.org')).toBe(true);
    for (let i = 0; i < 200; i++) {
      expect(ask(`${i}.example`)).toBe(false);
      expect(ask('example.org')).toBe(true);
    }
  });

  it('for another host once it has become the usual one', () => {
    const asks = Array.from({ length: 302 }, () => ask('new.example'));
    expect(asks.indexOf(true)).toBe(300);
    expect(ask('example.org')).toBe(false);
  });
});
