import { afterEach, describe, expect, it } from 'vitest';
import { type ZipEntry, zipped } from '../../../server/formats/zip.ts';
import { gathered, unzipped } from '../../support/bytes.ts';

const time = new Date('2018-11-05T09:30:00Z');
const zone = process.env.TZ;

afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const entries: ZipEntry[] = [
  { name: 'a.txt', content: () => ['one', '', 'two'] },
  {
    name: 'b.txt',
    async *content() {
      yield Buffer.from('three');
    },
  },
  { name: 'empty.txt', content: () => [] },
];

describe('zipped', () => {
  it('has every entry in order', async () => {
    const files = await unzipped(await gathered(zipped(entries, time)));
    expect([...files].map(([name, bytes]) => `${name} ${bytes}`)).toEqual([
      'a.txt onetwo',
      'b.txt three',
      'empty.txt ',
    ]);
  });

  it('gives the same bytes for the same entries, whatever the zone of the machine', async () => {
    process.env.TZ = 'UTC';
    const here = await gathered(zipped(entries, time));
    process.env.TZ = 'Asia/Tokyo';
    expect((await gathered(zipped(entries, time))).equals(here)).toBe(true);
  });

  it('reads an entry only when those before it are written', async () => {
    const asked: string[] = [];
    const content = (name: string) => {
      asked.push(name);
      return [name];
    };
    const lazy = ['a', 'b'].map((name) => ({ name, content: () => content(name) }));
    let late = '';
    const last = { name: 'c', content: () => [(late = asked.join())] };
    await gathered(zipped([...lazy, last], time));
    expect(late).toBe('a,b');
  });

  it('passes on what goes wrong in an entry', async () => {
    const broken = {
      name: 'broken',
      async *content() {
        yield 'begun';
        throw new Error('no more rows');
      },
    };
    await expect(gathered(zipped([entries[0]!, broken], time))).rejects.toThrow('no more rows');
    const refused = {
      name: 'refused',
      content(): string[] {
        throw new Error('not even begun');
      },
    };
    await expect(gathered(zipped([entries[0]!, refused], time))).rejects.toThrow('not even begun');
  });

  it('closes the entry being written when reading stops', async () => {
    let closed = false;
    const endless = {
      name: 'endless',
      async *content() {
        try {
          for (let i = 0; ; i++) yield String(Math.sin(i)).repeat(1000);
        } finally {
          closed = true;
        }
      },
    };
    for await (const piece of zipped([endless], time)) if (piece.length > 1000) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(closed).toBe(true);
  });
});
