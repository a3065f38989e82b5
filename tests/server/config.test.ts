import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/config.ts';

describe('readConfig', () => {
  it('listens on this machine alone unless told otherwise', () => {
    const { host, port, prefix, log } = readConfig({});
    expect({ host, port, prefix, log }).toEqual({
      host: '127.0.0.1',
      port: 8080,
      prefix: '',
      log: 'info',
    });
  });

  it('reads what is set and takes an empty setting for none', () => {
    const environment = { PORT: '0', HOST: '', UPTAKE_PREFIX: '/uptake/', UPTAKE_DATA: '/srv/r' };
    expect(readConfig(environment)).toMatchObject({
      port: 0,
      host: '127.0.0.1',
      prefix: '/uptake',
      data: '/srv/r',
    });
  });

  it.each([
    ['PORT', '80a'],
    ['PORT', '65536'],
    ['UPTAKE_PREFIX', 'uptake'],
    ['UPTAKE_PREFIX', '/a b'],
    ['UPTAKE_ORIGIN', 'example.org'],
    ['UPTAKE_LOG', 'loud'],
  ])('refuses %s=%s and names both', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
    expect(() => readConfig({ [name]: value })).toThrow(value);
  });
});
