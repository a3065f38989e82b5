import { userInfo } from 'node:os';
import { expect, it } from 'vitest';
import { whoDoes } from '../../../../scripts/ingest/folder/who.ts';

it('who does something is named in plain words, or logged in', () => {
  expect(whoDoes('  Ann \t Lee ')).toBe('Ann Lee');
  expect(whoDoes(undefined)).toBe(userInfo().username);
  expect(() => whoDoes(' ')).toThrow('--as has no name');
});
