import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ingest } from '../../scripts/ingest/ingest.ts';
import { drawingOf } from '../../web/charts/drawings.ts';
import { scratchFolder } from '../scripts/ingest/scratch.ts';
import { asking } from '../support/asking.ts';
import { cases } from '../support/cases.ts';
import { charting } from '../support/charts.ts';
import { describeWith } from '../support/describeWith.ts';
import { drawn, palette } from '../web/charts/specs/drawn.ts';
import { drawing } from '../web/drawing.ts';

const scratch = scratchFolder();

/** A folder with a release made from a case's extract. */
async function released(name: string, file: string): Promise<string> {
  const dataFolder = join(scratch, name);
  const { problems } = await ingest({ files: [join(cases!, name, file)], dataFolder });
  if (problems.length) throw new Error(problems.map(({ message }) => message).join('\n'));
  return dataFolder;
}

describeWith(cases, 'search-words', async () => {
  const ask = asking(await released('search-words', 'POMI_words.csv'));

  it.each([
    ['alderwick and bircham', 'A99001'],
    ['alderwick & bircham medical centre', 'A99001'],
    ['saint quenby', 'A99002'],
    ['doctor tarlowe', 'A99003'],
    ['dr tarlowe and partners', 'A99003'],
    ['elmstead road health centre', 'A99004'],
    ['fernley medical practice', 'A99005'],
    ['gorse hill surgrey', 'A99006'],
    ['A99 006', 'A99006'],
    ['GP A99006', 'A99006'],
  ])('finds the right place for %s first', async (words, code) => {
    const { data } = await ask(`/search?q=${encodeURIComponent(words)}`);
    expect(data[0]).toMatchObject({ area_code: code });
  });

  it('marks places without every word as near', async () => {
    const { data } = await ask('/search?q=fernley surgery upon avon');
    expect(data[0]).toMatchObject({ area_code: 'A99005', match: 'near' });
  });
});

describeWith(cases, 'search-exact-name', async () => {
  const ask = asking(await released('search-exact-name', 'POMI_the.csv'));

  it('puts the exact name first', async () => {
    const { data } = await ask('/search?q=the surgery');
    expect(data[0]).toMatchObject({ area_code: 'A99000', match: 'exact' });
  });
});

describeWith(cases, 'search-former-name', async () => {
  const ask = asking(await released('search-former-name', 'POMI_renamed.csv'));

  it('finds a practice by its former name, and gives both', async () => {
    const { data } = await ask('/search?q=brackenfold');
    expect(data[0]).toMatchObject({
      area_code: 'A99001',
      area_name: 'HARTWELL FAMILY PRACTICE',
      former_name: 'BRACKENFOLD SURGERY',
    });
  });
});

describeWith(cases, 'rounding-tie', async () => {
  const folder = await released('rounding-tie', 'POMI_tie.csv');
  const { draw } = drawing(folder);
  const charts = charting(folder);

  it('rounds up a figure halfway between two, on pages, in sentences and in images', async () => {
    const { text } = await draw('/practices/A99001?service=appointments');
    expect(text).toContain('28.2%');
    expect(text).not.toContain('28.1%');
    const { data } = await asking(folder)('/sentences?area=A99001&measure=prescriptions_enabled');
    const sentences = JSON.stringify(data);
    expect(sentences).toContain('21.2%');
    expect(sentences).not.toContain('21.1%');
    const { image } = await charts.forms('months', { area: 'A99001', measure: 'any_enabled' });
    expect(image.join(' ')).toContain('28.2%');
    expect(image.join(' ')).not.toContain('28.1%');
  });
});

describeWith(cases, 'gap-national-move', async () => {
  const ask = asking(await released('gap-national-move', 'POMI_gap_year.csv'));

  it('finds no unusual change across missing months', async () => {
    for (const kind of ['national_move', 'coverage_drop'])
      expect((await ask(`/findings?kind=${kind}`)).data).toEqual([]);
    expect((await ask('/findings?kind=month_missing')).data).toHaveLength(15);
  });
});

describeWith(cases, 'gap-bands', async () => {
  const charts = charting(await released('gap-bands', 'POMI_gap.csv'));

  it('ends its bands of practices before missing months, and resumes them after', async () => {
    const data = await charts.load('months', { area: 'E92000001', measure: 'any_enabled' });
    const { marks } = await drawn(drawingOf('months', data, { width: 600, height: 300, palette }));
    const areas = marks.filter(({ kind }) => kind === 'area').map(({ items }) => items.length);
    // Three bands, each in two parts of two months.
    expect(areas).toEqual([2, 2, 2, 2, 2, 2]);
  });
});

describeWith(cases, 'ceased-area', async () => {
  const folder = await released('ceased-area', 'POMI_merged_ccg.csv');
  const { draw } = drawing(folder);
  const charts = charting(folder);

  it('is shown with its last month and where its practices are now', async () => {
    const later = (await draw('/areas/00X?period=2018-07')).text;
    const told =
      'NHS Bygone Dale CCG is not in the extracts after May 2018. In July 2018, its 2 practices were in NHS Joined Dale CCG.';
    expect(later).toContain(told);
    expect(later).not.toMatch(/not known|not reported|\[x\]/);
    expect((await draw('/areas/00X')).text).toContain(told);
  });

  it('has the month beside the last value of its line', async () => {
    const { image } = await charts.forms('months', { area: '00X', measure: 'any_enabled' });
    expect(image.join(' ')).toContain('30.2% NHS Bygone Dale CCG in May 2018');
  });
});
