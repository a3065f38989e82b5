import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { drawImage } from '../../server/images/images.ts';
import { allFields, longExtract } from '../scripts/ingest/extracts.ts';
import { written } from '../scripts/ingest/scratch.ts';
import { asking } from '../support/asking.ts';
import { drawing } from '../web/drawing.ts';

const scratch = mkdtempSync(join(tmpdir(), 'uptake-ended-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** CCG 00X has three practices in April and May; in June and July, two of them are in 16X and one has disappeared. */
const months = ['30APR2018', '31MAY2018', '30JUN2018', '31JUL2018'];
const extract = longExtract(
  months.flatMap((date, m) =>
    ['A81001', 'A81002', 'A81003', 'A82001'].flatMap((code, i) => {
      if (m > 1 && code === 'A81003') return [];
      const ccg = i === 3 ? '16X' : m > 1 ? '16X' : '00X';
      const begins = m < 2 && code === 'A82001' ? '01Y' : ccg;
      // Lists grow, and equally many more are set up.
      const fields = allFields(1000 + 20 * m, 100 + 50 * i + (2 + i) * m);
      return [{ date, code, ccg: begins, fields }];
    }),
  ),
);
const folder = join(scratch, 'releases');
await ingest({ files: [written(scratch, 'merged.csv', extract)], dataFolder: folder });
const askApi = asking(folder);
const { ask, draw } = drawing(folder);

const after = 'NHS 00X, CCG is not in the extracts after May 2018.';
const divided = 'In July 2018, 2 of its 3 practices were in NHS 16X, CCG; 1 was in no extract.';

describe('an area that ended', () => {
  it('is described by where its practices are', async () => {
    const { data, meta } = await askApi('/whereabouts?area=00X');
    expect(data).toEqual([
      {
        ...{ period: '2018-07', level: 'ccg', area_code: '16X', area_name: 'NHS 16X, CCG' },
        ...{ practices: 2, registered: 2120 },
      },
    ]);
    expect(meta).toMatchObject({ held_period: '2018-05', practices: 3, sentence: divided });
    const before = await askApi('/whereabouts?area=16X&period=2018-04');
    expect(before.meta).toMatchObject({
      held_period: '2018-06',
      sentence:
        'In April 2018, its 3 practices were split: 2 in NHS 00X, CCG and 1 in NHS 01Y, CCG.',
    });
    for (const area of ['E92000001', 'A81001']) {
      await expect(askApi(`/whereabouts?area=${area}`)).rejects.toThrow(
        `not an area between England and its practices: ${area}`,
      );
    }
  });

  it('did not lose its practices by their moving', async () => {
    const { data } = await askApi('/lifecycle?event=moved&from=2018-04&to=2018-07&area=A81001');
    expect(data.map(({ sentence }) => sentence)).toEqual([
      'Surgery A81001 (A81001) came under NHS 16X, CCG (16X) in June 2018, when NHS 00X, CCG (00X) left the extracts.',
    ]);
  });

  it('says so on its page in a month without it, with links', async () => {
    const { status, html, text, links } = await draw('/areas/00X?period=2018-07');
    expect(status).toBe(200);
    expect(text).toContain('NHS 00X, CCG: not in the extracts after May 2018');
    expect(text).toContain(`${after} ${divided}`);
    expect(html).toContain(`<meta name="description" content="${after} ${divided}"`);
    expect(links).toContain('/uptake/areas/00X?period=2018-05');
    expect(links).toContain('/uptake/areas/16X?period=2018-07');
    expect(text).not.toMatch(/not known|not reported|\[x\]/);
    const early = await draw('/areas/16X?period=2018-04');
    expect(early.text).toContain('NHS 16X, CCG: not in the extracts before June 2018');
  });

  it('says so on the page of its last month, without asking for more patients there', async () => {
    const { text, links } = await draw('/areas/00X');
    expect(text).toContain('CCG 00X, May 2018');
    expect(text).toContain(`This CCG has ended ${after} ${divided} NHS 16X, CCG`);
    expect(links).toContain('/uptake/areas/16X');
    expect(text).toContain('CCG 00X, May 2018, its last month');
    for (const asked of ['The practices to help first', 'target', 'What may come'])
      expect(text).not.toContain(asked);
    const other = (await draw('/areas/16X')).text;
    expect(other).not.toContain('has ended');
    expect(other).toContain('The practices to help first');
  });

  it('says so first in a comparison, and is not drawn in a month without it', async () => {
    const { text } = await draw('/compare?area=00X,16X');
    expect(text.indexOf(after)).toBeGreaterThan(0);
    expect(text.indexOf(after)).toBeLessThan(text.indexOf('Patients set up:'));
    expect(text).toContain('NHS 00X, CCG Not in the extracts after May 2018. NHS 16X');
    expect(text).toContain('NHS 00X, CCG (not in the extracts after May 2018)');
    expect((await draw('/compare?area=16X,01Y')).text).toContain('is not in the extracts after');
    expect((await draw('/compare?area=16X')).text).not.toContain('is not in the extracts after');
  });

  it.each([
    'places.svg?measure=any_enabled&level=practice&parent=00X&period=2018-07',
    'funnel.svg?measure=any_enabled&level=practice&parent=00X&period=2018-07',
    'spread.svg?measure=any_enabled&parent=00X&period=2018-07',
    'multiples.svg?measure=any_enabled&level=practice&parent=00X&from=2018-06&to=2018-07',
    'thousand.svg?area=00X&period=2018-07',
    'months.svg?measure=any_enabled&area=00X&from=2018-06',
  ])('says so instead of being drawn as %s', async (address) => {
    const svg = await picture(address);
    expect(svg).toContain(after);
    expect(svg).not.toMatch(/not known|reported this/);
  });

  it('ends its line with the month of its value', async () => {
    const svg = await picture('months.svg?measure=any_enabled&area=00X');
    expect(svg).toContain('15.0% NHS 00X, CCG in May 2018');
    expect(svg).toContain(after);
    expect(svg).toMatch(/>16\.7% England</);
  });

  it('is marked as not applicable, not as unreported, in months without it', async () => {
    const { data } = await askApi('/xmr?measure=any_enabled&area=00X');
    expect(data.map(({ value, marker }) => [value, marker])).toEqual([
      [15, null],
      [15, null],
      [null, '[z]'],
      [null, '[z]'],
    ]);
  });
});

async function picture(address: string): Promise<string> {
  const { pathname, searchParams } = new URL(address, 'http://localhost/');
  return String((await drawImage(pathname.slice(1), searchParams, ask)).body);
}

it('an area of a level that later extracts leave out is not said to have lost its practices', async () => {
  const later = longExtract([{ date: '31MAY2018' }])
    .replace('subregion_code,subregion_name,', '')
    .replaceAll('Q74,NORTH EAST,', '');
  const files = [
    written(scratch, 'with.csv', longExtract([{}])),
    written(scratch, 'without.csv', later),
  ];
  const dataFolder = join(scratch, 'without');
  await ingest({ files, dataFolder });
  const { data, meta } = await asking(dataFolder)('/whereabouts?area=Q74');
  expect(data).toEqual([]);
  expect(meta.sentence).toBe('The extracts of May 2018 name no subregions.');
  const pages = drawing(dataFolder);
  const { text } = await pages.draw('/areas/Q74?period=2018-05');
  expect(text).toContain(
    'North East is not in the extracts after April 2018. The extracts of May 2018 name no subregions.',
  );
  const { text: region } = await pages.draw('/areas/Y54?within=subregion');
  expect(region).toContain('The extracts of May 2018 name no subregions in the North.');
});
