import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { ofOneEdition } from '../../../server/http/ofOneEdition.ts';
import { sql } from '../../../server/store/sql.ts';
import { draftCopy } from '../../support/copies.ts';
import { due, shareDue } from '../../support/due.ts';
import { serve } from '../../support/serving.ts';

describe('what is made while the releases change', () => {
  /** Makes a list of the editions it was given, while they change after each of the first attempts. */
  async function made(changes: number, fails: (times: number) => boolean = () => false) {
    let now = 0;
    const given: string[] = [];
    const what = await ofOneEdition({ edition: () => `edition ${now}` }, async (edition) => {
      given.push(edition);
      if (now < changes) now++;
      if (fails(given.length)) throw new Error(`failed at ${given.length}`);
      return edition;
    });
    return { what, given };
  }

  it('is made again of the later ones', async () => {
    expect(await made(0)).toEqual({ what: 'edition 0', given: ['edition 0'] });
    expect(await made(1)).toEqual({ what: 'edition 1', given: ['edition 0', 'edition 1'] });
  });

  it('is taken as it is after three attempts', async () => {
    expect((await made(9)).given).toEqual(['edition 0', 'edition 1', 'edition 2']);
  });

  it('may fail because of the change, but not otherwise', async () => {
    expect((await made(1, (times) => times === 1)).what).toBe('edition 1');
    await expect(made(0, () => true)).rejects.toThrow('failed at 1');
    await expect(made(9, () => true)).rejects.toThrow('failed at 3');
  });
});

describe('a page begun just before a release', () => {
  const [out, draft] = ['2015-03.1', '2015-03.2'] as const;
  const dueAt = Date.parse('2019-05-30T08:30:00Z');
  const data = mkdtempSync(join(tmpdir(), 'uptake-one-edition-'));
  afterAll(() => rmSync(data, { recursive: true, force: true }));

  beforeAll(async () => {
    cpSync(inject('illustrative'), data, { recursive: true });
    await draftCopy(
      data,
      out,
      draft,
      new Date(dueAt),
      { by: 'Ann', now: new Date('2019-05-20T08:30:00Z') },
      sql`update figure set numerator = numerator - 1 where numerator > 0`,
      sql`update release set previous = ${out}`,
    );
  });

  /** The answer to an address from a server whose clock, once it is asked, strikes at the nth look at it. */
  async function askedAt(path: string, strikes: number) {
    let looks = Number.NEGATIVE_INFINITY;
    const now = () => (++looks > strikes ? dueAt + 1 : dueAt - 1);
    const server = await serve(data, { web: 'web', now, origin: 'https://example.org' });
    const ask = async () => {
      const response = await fetch(server.origin + path);
      return { text: await response.text(), etag: response.headers.get('etag') };
    };
    await fetch(`${server.origin}/about`).then((response) => response.text());
    looks = 0;
    const answer = await ask();
    const hasStruck = looks > strikes;
    await server.stop();
    return { ...answer, hasStruck };
  }

  it.each(['/', '/charts/places.svg?measure=records_enabled&level=region'])(
    `is wholly of one release, with the validator of that: %s (${shareDue(2)})`,
    async (path) => {
      const old = await askedAt(path, Number.POSITIVE_INFINITY);
      const late = await askedAt(path, 0);
      expect(old.text === late.text).toBe(false);
      const struck: boolean[] = [];
      for (const strikes of due([2, 5, 10, 15, 20, 30, 45], 2)) {
        const { hasStruck, ...answer } = await askedAt(path, strikes);
        const whole = [old, late].find(({ text }) => text === answer.text);
        expect([strikes, whole?.etag]).toEqual([strikes, answer.etag]);
        struck.push(hasStruck);
      }
      expect(struck.filter(Boolean).length).toBeGreaterThan(1);
    },
  );
});
