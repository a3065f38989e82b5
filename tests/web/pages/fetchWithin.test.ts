import { describe, expect, it } from 'vitest';
import type { LevelId } from '../../../data/definitions/levels.ts';
import type { Ask, Meta } from '../../../web/ask.ts';
import type { Address } from '../../../web/page.ts';
import { fetchWithin } from '../../../web/pages/fetchWithin.ts';

const levels: LevelId[] = ['subregion', 'ccg', 'practice'];

/** Which level is shown for an area with so many places at each level, and which levels were requested. */
async function shown(counts: Partial<Record<LevelId, number>>, within?: string) {
  const asked: string[] = [];
  const ask = (async (path: string, { level }: { level: LevelId }) => {
    if (path === '/figures') asked.push(level);
    const row = (i: number) => ({
      level,
      area_code: `${level}${i}`,
      area_name: `${level} ${i}`,
      measure: 'records_enabled',
      marker: null,
      word: 'higher',
    });
    return { data: Array.from({ length: counts[level] ?? 0 }, (_, i) => row(i)) };
  }) as unknown as Ask;
  const address = { query: { within } } as unknown as Address;
  const meta = { release: '2019-03.1' } as Meta;
  const found = await fetchWithin(ask, address, levels, {
    parent: 'Y56',
    period: '2019-03',
    service: 'records',
    meta,
  });
  return { level: found.level, places: found.places.length, asked };
}

describe('the places shown within an area', () => {
  it('are of the first level with several', async () => {
    expect(await shown({ subregion: 3, ccg: 30, practice: 900 })).toEqual({
      level: 'subregion',
      places: 3,
      asked: ['subregion'],
    });
    expect(await shown({ subregion: 1, ccg: 32, practice: 1232 })).toMatchObject({
      level: 'ccg',
      places: 32,
    });
    expect(await shown({ ccg: 1, practice: 40 })).toMatchObject({ level: 'practice', places: 40 });
  });

  it('are of the first level if none has several, and of the one asked for', async () => {
    expect(await shown({ subregion: 1, ccg: 1, practice: 1 })).toMatchObject({
      level: 'subregion',
      places: 1,
    });
    expect(await shown({ subregion: 1, ccg: 32 }, 'subregion')).toEqual({
      level: 'subregion',
      places: 1,
      asked: ['subregion'],
    });
    await expect(shown({}, 'region')).rejects.toThrow('no such level of places here: region');
  });
});
