import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dayInLondon } from '../../data/definitions/days.ts';
import { readableName } from '../../data/definitions/names.ts';
import { draftOf } from '../../scripts/releases/correction.ts';
import { readLedger } from '../../server/store/releases/ledger.ts';
import { writeDown } from '../../server/store/releases/writeDown.ts';
import { unzipped } from '../support/bytes.ts';
import { due, shareDue } from '../support/due.ts';
import { published } from '../support/published.ts';
import { type Lying, type Restated, restatedQuarter } from '../support/restated.ts';
import { type Serving, serve } from '../support/serving.ts';

const ENGLAND = 'E92000001';

/** In so many days each question is asked of each release in each format. */
const days = 7;

describe.skipIf(!published)('three published months with 40 restated figures', () => {
  let quarter: Restated;
  let serving: Serving;
  /** When each release was published, the first one first. */
  let times: number[];
  let first: string;
  let second: string;
  let last: string;
  let practice: string;
  beforeAll(async () => {
    quarter = await restatedQuarter();
    [first, second, , last] = quarter.releases;
    practice = quarter.restated[0]!.code;
    serving = await serve(quarter.folder, { web: 'web' });
    times = readLedger(quarter.folder)!.events.flatMap((event) =>
      event.event === 'published' ? [Date.parse(event.due ?? event.at)] : [],
    );
  }, 600_000);
  afterAll(() => serving.stop());

  const text = async (path: string) => (await fetch(serving.origin + path)).text();
  const api = async (path: string) => JSON.parse(await text(`/api/v1${path}`));
  const figures = (more: string) =>
    `/figures?measure=${quarter.measure}&period=${quarter.period}&${more}`;
  const own = async (release: string, area = practice) =>
    (await api(figures(`area=${area}&release=${release}`))).data[0];

  it('are marked [r] with their former values, for 40 practices and exactly the areas above', async () => {
    const expected = new Set([ENGLAND, ...quarter.restated.flatMap((one) => Object.values(one))]);
    const marked = new Map<string, number>();
    const wrongly: Record<string, string>[] = [];
    for (const level of ['england', 'region', 'subregion', 'ccg', 'practice']) {
      for (const measure of [quarter.measure, 'any_enabled']) {
        const csv = await text(
          `/api/v1/figures.csv?level=${level}&measure=${measure}&from=2018-05&to=2018-06&release=${second}`,
        );
        const { data } = Papa.parse<Record<string, string>>(csv, {
          header: true,
          skipEmptyLines: true,
        });
        for (const row of data) {
          const isRestated = measure === quarter.measure && row.period === quarter.period;
          if (row.revised ? !isRestated : row.revised_from !== '') wrongly.push(row);
          else if (row.revised) marked.set(row.area_code!, Number(row.revised_from));
        }
      }
    }
    expect(wrongly).toEqual([]);
    expect([...marked.keys()].sort()).toEqual([...expected].sort());
    for (const code of [ENGLAND, practice]) {
      expect([code, marked.get(code)]).toEqual([code, (await own(first, code)).value]);
    }
    const { data } = await api(figures(`level=practice&release=${first}`));
    expect(data.filter((row: { revised: string | null }) => row.revised)).toEqual([]);
  });

  it('appear once in the news of each of those places, and of no other', async () => {
    const told = async (code: string) =>
      (await api(`/news?area=${code}&release=${second}`)).data.filter(
        (row: { kind: string }) => row.kind === 'revised',
      );
    const above = new Set(
      quarter.restated.flatMap(({ ccg, subregion, region }) => [ccg, subregion, region]),
    );
    for (const code of [practice, ...above, ENGLAND]) {
      const [then, now] = [await own(first, code), await own(second, code)];
      const [then1, now1] = [then.value.toFixed(1), now.value.toFixed(1)];
      const size =
        then1 === now1
          ? 'None differs by as much as is shown.'
          : expect.stringContaining(` in June 2018 is now ${now1}%; it was ${then1}% before.`);
      const rows = await told(code);
      expect([code, rows.length]).toEqual([code, 1]);
      expect(rows[0]).toMatchObject({
        id: `revised/${second}/${code}`,
        period: second.slice(0, '2018-07'.length),
        area_code: code,
        follow_on_code: null,
        told_at: new Date(times[1]!).toISOString().replace('.000Z', 'Z'),
        measures: quarter.measure,
        sentence: expect.stringMatching(
          `^1 figure of patients set up was revised in release ${second}\\. `,
        ),
      });
      expect(rows[0].sentence.replace(/^.*?\. /, '')).toEqual(size);
    }
    const { data: practices } = await api(`/areas?level=practice&release=${second}`);
    const restated = new Set(quarter.restated.map(({ code }) => code));
    const others = practices.filter(
      ({ area_code }: { area_code: string }) => !restated.has(area_code),
    );
    for (const { area_code } of others.slice(0, 20)) expect(await told(area_code)).toEqual([]);
  });

  it('are marked in a spreadsheet, also on the sheet laid out for reading, and the mark is explained', async () => {
    const address = `/api/v1${figures(`area=${practice},${ENGLAND}&release=${second}&format=xlsx`)}`;
    const bytes = Buffer.from(await (await fetch(serving.origin + address)).arrayBuffer());
    const sheets = [...(await unzipped(bytes))].filter(([name]) => /sheet\d/.test(name));
    const holding = (words: string) =>
      sheets.filter(([, xml]) => String(xml).includes(words)).length;
    const before = (await own(first)).value as number;
    expect(holding(`: from ${before.toFixed(1)}%`)).toBe(1);
    expect(holding('>[r]<')).toBe(2);
    expect(holding('Revised.')).toBe(1);
  });

  it('are shown by an old page, embed and image, from what to what', async () => {
    const [then, now] = [await own(first), await own(second)];
    const revised = `revised from ${then.value.toFixed(1)}% to ${now.value.toFixed(1)}% in release ${last}`;
    const later = `This is release ${first}. A later one, ${last}, was published on`;
    const query = `measure=${quarter.measure}&area=${practice}&release=${first}`;
    const page = await text(`/practices/${practice}?period=${quarter.period}&release=${first}`);
    const embed = await text(`/embed/months?${query}`);
    const image = await text(`/charts/months.svg?${query}`);
    const explore = await text(`/explore?chart=months&${query}`);
    for (const [name, html] of Object.entries({ page, embed, image, explore })) {
      const words = html.replace(/<[^>]*>|\s+/g, ' ').replace(/ +/g, ' ');
      expect([name, words.includes(later), words.includes(revised)]).toEqual([name, true, true]);
    }
    const elsewhere = `measure=any_enabled&area=${practice}&to=2018-05&release=${first}`;
    for (const path of [`/embed/months?${elsewhere}`, `/charts/months.svg?${elsewhere}`]) {
      expect(await text(path)).toContain('unchanged in the later release');
    }
    expect(
      await text(`/charts/months.svg?measure=${quarter.measure}&area=${practice}`),
    ).not.toContain('A later one');
  });

  it(`are answered for a time as by the release current then, byte for byte, in every format (${shareDue(days)})`, async () => {
    const at = (i: number, after: number) =>
      new Date(Math.floor(times[i]! / 1000) * 1000 + after * 1000)
        .toISOString()
        .replace('.000Z', 'Z');
    const paths = [
      figures(`level=region`),
      '/sentences?area=E92000001&period=2018-06',
      '/deciles?measure=records_enabled&period=2018-06',
      '/periods?',
      '/measures?',
    ];
    const all = quarter.releases.flatMap((release, i) =>
      paths.flatMap((path) =>
        ['json', 'csv', 'parquet', 'xlsx'].map((format) => ({ release, i, path, format })),
      ),
    );
    for (const { release, i, path, format } of due(all, days)) {
      const asked = async (which: string) => {
        const response = await fetch(`${serving.origin}/api/v1${path}&${which}&format=${format}`);
        return [
          response.status,
          response.headers.get('etag'),
          Buffer.from(await response.arrayBuffer()).toString('base64'),
        ];
      };
      const expected = await asked(`release=${release}`);
      expect(expected[0]).toBe(200);
      expect([path, format, await asked(`asOf=${at(i, 1)}`)]).toEqual([path, format, expected]);
      if (i > 0) {
        const { meta } = await api(`${path}&asOf=${at(i, 0)}`.replace('?&', '?'));
        expect(meta.release).toBe(quarter.releases[i - 1]);
      }
    }
  }, 240_000);

  it('rejects a time that is malformed, in the future, before the first release, or combined with a release', async () => {
    const said = async (query: string) => {
      const response = await fetch(`${serving.origin}/api/v1/periods?${query}`);
      return [response.status, (await response.json()).detail];
    };
    expect(await said('asOf=2019-13-01')).toEqual([
      400,
      expect.stringContaining('not a day or a time such as'),
    ]);
    expect(await said('asOf=yesterday')).toEqual([
      400,
      expect.stringContaining('not a day or a time such as'),
    ]);
    expect(await said('asOf=2099-01-01')).toEqual([400, 'asOf is in the future: 2099-01-01']);
    expect(await said('asOf=2001-01-01')).toEqual([
      404,
      'no release was out at that time: 2001-01-01',
    ]);
    expect(await said(`asOf=2024-01-01&release=${first}`)).toEqual([
      400,
      'asOf cannot be combined with a release',
    ]);
  });

  it('are in /vintages for all releases, in agreement with each', async () => {
    const { data } = await api(
      `/vintages?measure=${quarter.measure}&area=${practice}&period=${quarter.period}`,
    );
    expect(data.map((row: { vintage: string }) => row.vintage)).toEqual(quarter.releases);
    const values = await Promise.all(quarter.releases.map((release) => own(release)));
    const at = (i: number) => values[i].value as number;
    expect(data.map((row: { value: number }) => row.value)).toEqual(
      values.map(({ value }) => value),
    );
    expect(data.map((row: { revised: string }) => row.revised)).toEqual([null, '[r]', null, null]);
    expect(data[1].revised_from).toBe(at(0));
    expect(data.map((row: { sentence: string }) => row.sentence)).toEqual([
      `First published as ${at(0).toFixed(1)}% in release ${first}.`,
      `Revised from ${at(0).toFixed(1)}% to ${at(1).toFixed(1)}% in release ${second}.`,
      `Unchanged in release ${quarter.releases[2]}.`,
      `Unchanged in release ${last}.`,
    ]);
    expect(data.map((row: { current: boolean }) => row.current)).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(
      data.map((row: { published_at: string }) => Math.floor(Date.parse(row.published_at) / 1000)),
    ).toEqual(times.map((time) => Math.floor(time / 1000)));
  });

  it('are exactly what was updated since, by release and by time', async () => {
    const expected = [ENGLAND, ...quarter.restated.flatMap((one) => Object.values(one))];
    const since = async (after: string) => {
      const codes: string[] = [];
      for (const level of ['england', 'region', 'subregion', 'ccg', 'practice']) {
        const { data } = await api(
          `/figures?level=${level}&from=2018-05&to=2018-07&release=${second}&updatedAfter=${after}`,
        );
        for (const { area_code, measure, period } of data) {
          expect([area_code, measure, period]).toEqual([
            area_code,
            quarter.measure,
            quarter.period,
          ]);
          codes.push(area_code);
        }
      }
      return codes.sort();
    };
    expect(await since(first)).toEqual([...new Set(expected)].sort());
    expect(await since(new Date(times[1]! - 1000).toISOString().replace(/\.\d+Z/, 'Z'))).toEqual(
      [...new Set(expected)].sort(),
    );
    expect(await since(second)).toEqual([]);
    const { data } = await api(`${figures('level=region')}&updatedAfter=2001-01-01`);
    expect(data).toHaveLength(5);
    // What was published in the course of a day came after the day began.
    const day = dayInLondon(new Date(times[1]!));
    expect((await api(`${figures('level=region')}&updatedAfter=${day}`)).data).not.toEqual([]);
  });

  it('are drafted as a notice that can be published', async () => {
    const values = await Promise.all([first, second].map((release) => own(release, ENGLAND)));
    const counts = values.map(({ value, numerator, denominator }) => {
      const [n, d] = [numerator, denominator].map((one: number) => one.toLocaleString('en-GB'));
      return `${value.toFixed(1)}% (${n} of ${d})`;
    });
    const number = (name: keyof Lying) => new Set(quarter.restated.map((one) => one[name])).size;
    const [regions, subregions, ccgs] = [number('region'), number('subregion'), number('ccg')];
    const moved = await Promise.all(
      quarter.restated.map(
        async ({ code }) =>
          [code, (await own(second, code)).value - (await own(first, code)).value] as const,
      ),
    );
    const [furthest] = moved.sort((a, b) => b[1] - a[1])[0]!;
    const [then, now] = [await own(first, furthest), await own(second, furthest)];
    expect(await draftOf(quarter.folder, second)).toEqual([
      `Since release ${first} the numbers of 40 practices were restated.`,
      'This affects “Seeing your record: patients set up for it” for June 2018.',
      `${1 + regions + subregions + ccgs + 40} figures are revised: of England, ${regions} regions, ${subregions} subregions, ${ccgs} CCGs and 40 practices.`,
      `England, June 2018, Seeing your record: patients set up for it: from ${counts[0]} to ${counts[1]}.`,
      `The largest change: ${readableName(now.area_name)}, June 2018, Seeing your record: patients set up for it, from ${then.value.toFixed(1)}% to ${now.value.toFixed(1)}%.`,
      `Revised figures are marked [r] in release ${second}; release ${first} still has the former ones.`,
    ]);
    expect(await draftOf(quarter.folder, first)).toEqual([]);
    const [gone, affects] = await draftOf(quarter.folder, quarter.releases[2]);
    expect([gone, affects]).toEqual([
      `Since release ${second} 1 practice was taken out.`,
      'This affects 15 measures for June 2018.',
    ]);
    expect((await draftOf(quarter.folder, last))[0]).toBe(
      `Since release ${quarter.releases[2]} 1 practice moved to another area.`,
    );
  });

  describe('withdrawn', () => {
    let folder: string;
    let later: Serving;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'uptake-withdrawn-'));
      cpSync(quarter.folder, folder, { recursive: true });
      writeDown(
        folder,
        [
          {
            event: 'withdrawn',
            release: last,
            sha256: null,
            reason: 'Its lists were those of May',
          },
        ],
        { by: 'Ann', now: new Date() },
      );
      later = await serve(folder, { web: 'web' });
    });
    afterAll(async () => {
      await later.stop();
      rmSync(folder, { recursive: true });
    });

    it('says so on page, embed, image, JSON and spreadsheet', async () => {
      const said = `Release ${last} was withdrawn.`;
      const query = `measure=${quarter.measure}&area=${practice}&release=${last}`;
      for (const path of [
        `/practices/${practice}?release=${last}`,
        `/?release=${last}`,
        `/embed/months?${query}`,
        `/embed/thousand?area=${practice}&release=${last}`,
        `/charts/months.svg?${query}`,
        `/charts/thousand.svg?area=${practice}&release=${last}`,
        `/api/v1/periods?release=${last}`,
        `/api/v1/vintages?measure=${quarter.measure}&area=${practice}`,
      ]) {
        const body = (await (await fetch(later.origin + path)).text()).replace(/<[^>]*>\s*/g, ' ');
        expect([path, body.includes(said) || /"withdrawn":true/.test(body)]).toEqual([path, true]);
      }
    });
  });
});
