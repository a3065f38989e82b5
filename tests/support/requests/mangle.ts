import type { Random } from './random.ts';

const methods = ['GET', 'GET', 'GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'DELETE', 'PATCH', 'TRACE'];

/** What addresses are broken with: delimiters and escapes. */
const pieces = [
  '/',
  '//',
  '/.',
  '/..',
  '%2e%2e%2f',
  '\\',
  '?',
  '&',
  '&&',
  '=',
  '#',
  ';a=1',
  '%',
  '%2',
  '%zz',
  '%00',
  '%0a',
  '%0d%0aX:1',
  '%25',
  '%2525',
  '%ff%fe',
  '%c0%ae',
  '%ed%a0%80',
  '+',
  '[]',
  '[0]',
  '*',
  "'",
  '"',
  '<',
  '%F0%9F%98%80',
  ':',
  '@',
  'http://',
];

const headers: [name: string, values: string[]][] = [
  ['Accept', ['*/*;q=0', 'text/csv', 'nonsense', '', ',,', 'a/b;q=9e9', 'x'.repeat(4000)]],
  ['Accept-Encoding', ['br', 'gzip;q=0', 'identity;q=0', '*', 'zstd, br;q=1.0', ';;,']],
  ['Accept-Language', ['cy', '*', 'x'.repeat(500)]],
  ['If-None-Match', ['*', '""', 'W/', 'W/"x", "y"', '"', ',', 'x'.repeat(3000)]],
  ['If-Modified-Since', ['yesterday', 'Thu, 01 Jan 2099 00:00:00 GMT', '-1']],
  ['Range', ['bytes=0-', 'bytes=5-1', 'bytes=-1', 'lines=1', 'bytes=0-0,1-1,2-2']],
  ['If-Range', ['"x"', 'now']],
  ['Host', ['evil.example', 'a b', '', '[::1', 'x'.repeat(300), 'evil.example:99999', '<script>']],
  ['X-Forwarded-Host', ['evil.example']],
  ['X-Forwarded-For', ['1.2.3.4', 'unknown', ',,', '::ffff:1']],
  ['X-Forwarded-Proto', ['javascript', 'https']],
  ['X-HTTP-Method-Override', ['DELETE']],
  ['Cookie', ['a=b', '__proto__=1', ';'.repeat(1000)]],
  ['Origin', ['null', 'https://evil.example']],
  ['Content-Type', ['application/json']],
  ['Forwarded', ['for="[::1]";host=evil']],
  ['Referer', ['', 'x'.repeat(2000)]],
];

/** A request that nobody means to send. */
export interface Mangled {
  method: string;
  address: string;
  headers: Record<string, string>;
}

/** Breaks an address in up to three places, with a random method and random headers. */
export function mangled(address: string, random: Random): Mangled {
  let broken = address;
  for (let times = random.below(4); times > 0; times--) broken = brokenOnce(broken, random);
  const sent = headers.filter(() => random.chance(0.12));
  return {
    method: random.pick(methods),
    address: broken.startsWith('/') ? broken : `/${broken}`,
    headers: Object.fromEntries(sent.map(([name, values]) => [name, random.pick(values)])),
  };
}

function brokenOnce(address: string, random: Random): string {
  const at = random.below(address.length + 1);
  const length = random.pick([0, 0, 1, 2, 5]);
  const [before, cut, after] = [
    address.slice(0, at),
    address.slice(at, at + length),
    address.slice(at + length),
  ];
  return random.pick([
    before + random.pick(pieces) + after,
    before + cut + cut + after,
    before + after,
    before + cut.toUpperCase() + after,
    before + encodeURIComponent(encodeURIComponent(cut)) + after,
  ]);
}
