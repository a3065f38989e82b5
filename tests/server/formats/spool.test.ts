import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { spooled } from '../../../server/formats/spool.ts';
import { gathered } from '../../support/bytes.ts';

const left = () => readdirSync(tmpdir()).filter((name) => name.startsWith('gp-online-'));

async function* pieces(count: number, fails = false) {
  for (let i = 0; i < count; i++) yield Buffer.from(`piece ${i}\n`);
  if (fails) throw new Error('too long');
}

describe('spooled', () => {
  it('gives the same bytes and leaves nothing behind', async () => {
    const before = left();
    const bytes = await gathered(spooled(pieces(3)));
    expect(bytes.toString()).toBe('piece 0\npiece 1\npiece 2\n');
    expect(left()).toEqual(before);
  });

  it('gives nothing at all where the end fails', async () => {
    const before = left();
    const got: unknown[] = [];
    const read = async () => {
      for await (const piece of spooled(pieces(3, true))) got.push(piece);
    };
    await expect(read()).rejects.toThrow('too long');
    expect(got).toEqual([]);
    expect(left()).toEqual(before);
  });
});
