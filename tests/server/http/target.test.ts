import { describe, expect, it } from 'vitest';
import { targetOf } from '../../../server/http/target.ts';

const target = (originalUrl: string) => {
  const { path, search } = targetOf({ originalUrl });
  return `${path}${search}`;
};

describe('the target of a request', () => {
  it.each([
    ['/api/v1/figures?level=ccg', '/api/v1/figures?level=ccg'],
    ['//', '//'],
    ['//evil.example/x?a=1', '//evil.example/x?a=1'],
    ['http://evil.example/x?a=1', '/x?a=1'],
    ['http://evil.example', '/'],
    ['/x?a=1#b?c', '/x?a=1'],
    ['*', '/*'],
    ['?a=1', '/?a=1'],
    ['/x?', '/x'],
  ])('%s is read as %s', (sent, read) => {
    expect(target(sent)).toBe(read);
  });

  it('leaves out tracking parameters, and nothing else', () => {
    const tails = 'utm_source=a%26b&fbclid=1&UTM_Medium=x&gclid&%75tm_campaign=y&_ga=2&mc_eid=z';
    expect(target(`/x?${tails}`)).toBe('/x');
    expect(target(`/x?a=1&${tails}&b=%2C,&a=2`)).toBe('/x?a=1&b=%2C,&a=2');
    expect(target('/x?utm=1&clid=2&q=utm_source')).toBe('/x?utm=1&clid=2&q=utm_source');
  });
});
