import type { Request } from 'express';
import { expect, it } from 'vitest';
import { isForHere, isFromHere, isProven, Sessions } from '../../../scripts/operate/sessions.ts';

const asked = (headers: Record<string, string>) => ({ headers }) as unknown as Request;
const hour = 3_600_000;

it('somebody stays signed in for eight hours, by their own cookie, or until they sign out', () => {
  let now = 0;
  const sessions = new Sessions(() => now);
  const [ann, bob] = ['Ann', 'Bob'].map((by) => {
    const [cookie] = sessions.begin(by).split(';');
    return asked({ cookie: `other=1; ${cookie}` });
  });
  const known = () => [ann!, bob!].map((one) => sessions.of(one)?.by ?? null);
  expect(known()).toEqual(['Ann', 'Bob']);
  expect(sessions.of(asked({}))).toBeNull();
  expect(sessions.of(asked({ cookie: 'uptake-operator=guessed' }))).toBeNull();
  now = 8 * hour - 1;
  expect(known()).toEqual(['Ann', 'Bob']);
  expect(sessions.end(bob!)).toBe('uptake-operator=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0');
  expect(known()).toEqual(['Ann', null]);
  now = 8 * hour;
  expect(known()).toEqual([null, null]);
});

it('a form is proven by the proof of its own session', () => {
  const sessions = new Sessions(() => 0);
  const proofs = ['Ann', 'Bob'].map((by) => {
    const [cookie] = sessions.begin(by).split(';');
    return sessions.of(asked({ cookie: cookie! }))!;
  });
  const [ann, bob] = proofs as [(typeof proofs)[0], (typeof proofs)[0]];
  expect([ann, bob].map((one) => isProven(ann, one.proof))).toEqual([true, false]);
  expect(['', ann.proof.slice(1), `${ann.proof}x`].some((one) => isProven(ann, one))).toBe(false);
});

it.each<[Record<string, string>, boolean]>([
  [{ host: 'localhost:1' }, true],
  [{ host: 'localhost:1', origin: 'http://localhost:1' }, true],
  [{ host: 'localhost:1', origin: 'http://localhost:2' }, false],
  [{ host: 'localhost:1', origin: 'null' }, false],
  [{ host: 'localhost:1', 'sec-fetch-site': 'same-origin' }, true],
  [{ host: 'localhost:1', 'sec-fetch-site': 'none' }, false],
  [{ host: 'localhost:1', 'sec-fetch-site': 'cross-site', origin: 'http://localhost:1' }, false],
])('%j is of a page of this server: %s', (headers, expected) => {
  expect(isFromHere(asked(headers))).toBe(expected);
});

it.each([
  ['127.0.0.1', true],
  ['127.0.0.1:8080', true],
  ['localhost', true],
  ['[::1]:8080', true],
  ['example.org', false],
  ['localhost.example.org', false],
  ['127.0.0.1.example.org:8080', false],
  ['', false],
])('the host %s is this machine: %s', (host, expected) => {
  expect(isForHere(asked({ host }))).toBe(expected);
});
