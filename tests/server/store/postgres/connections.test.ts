import { expect, it } from 'vitest';
import { whyNot } from '../../../../server/store/postgres/connections.ts';

const address = 'postgres://reader:hunter2@db.example.org/uptake';

it.each([
  [
    Object.assign(new Error('relation "release" does not exist'), { code: '42P01' }),
    'it has no release that this user may read: load one, and name the user with --reader',
  ],
  [
    new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'),
    'the user needs a password, in the address or in PGPASSWORD',
  ],
  [Object.assign(new Error(''), { code: 'ECONNREFUSED' }), 'ECONNREFUSED'],
  [new Error('query failed', { cause: new Error('no such host') }), 'no such host'],
])('%s is told by its cause, without the password', (error, why) => {
  expect(whyNot(address, error)).toBe(`postgres://db.example.org/uptake cannot be read: ${why}`);
});
