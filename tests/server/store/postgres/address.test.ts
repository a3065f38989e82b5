import { describe, expect, it } from 'vitest';
import { isPostgres, schemaOf, shownAddress } from '../../../../server/store/postgres/address.ts';
import { whyNot } from '../../../../server/store/postgres/connections.ts';

const address = 'postgres://reader:geheim@db.example:5433/uptake?sslmode=require';

describe('the address of a database', () => {
  it('is distinguished from a folder', () => {
    const locations = [address, 'postgresql://host/uptake', '/srv/postgres://releases', 'releases'];
    expect(locations.map(isPostgres)).toEqual([true, true, false, false]);
  });

  it('is shown without user, password and settings', () => {
    expect(shownAddress(address)).toBe('postgres://db.example:5433/uptake');
    expect(shownAddress('postgres://a:b@localhost/uptake?host=/run/postgresql')).toBe(
      'postgres://localhost/uptake?host=/run/postgresql',
    );
    expect(shownAddress('postgres://a:geheim@[half/uptake')).toBe('postgres://…');
  });

  it('is given with the cause if the database cannot be read', () => {
    const cause = new Error('connect ECONNREFUSED 192.0.2.7:5433');
    expect(whyNot(address, new Error('query failed', { cause }))).toBe(
      'postgres://db.example:5433/uptake cannot be read: connect ECONNREFUSED 192.0.2.7:5433',
    );
  });

  it('has a schema for each release', () => {
    expect(schemaOf('2019-03.1')).toBe('release_2019_03_1');
  });
});
