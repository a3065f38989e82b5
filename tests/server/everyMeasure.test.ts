import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { annotations } from '../../data/definitions/annotations.ts';
import type * as Measures from '../../data/definitions/measures.ts';
import { placeTraits } from '../../data/definitions/placeTraits.ts';
import { listedMeasure } from '../../data/words/measure.ts';
import { allFields, type LongPractice, longExtract } from '../scripts/ingest/extracts.ts';
import { inventedMeasures, wrongOf } from '../support/inventedMeasures.ts';

const declared = await vi.importActual<typeof Measures>('../../data/definitions/measures.ts');
const measures = [...declared.measures, ...inventedMeasures];

/** What is given in percent for any measure: how much of its variance lies at each level. */
const partOfVariance = /\d+% (?=of the differences|were between)/g;
/** Its chart has such parts alone. */
const partsOf = (id: string, text: string) =>
  id === 'variance' ? text.replace(/[\d.]+%/g, '') : text;

/**
 * Measures of one service, as those of the other services are declared in the same way, and measures of no one service.
 */
const tried = measures.filter(({ service }) => service === 'records' || service === 'any');

/** Twenty-four practices of two CCGs in three months: one newly sets up fewer than none, one tells nothing. */
function extract(): string {
  const practices: LongPractice[] = ['30APR2018', '31MAY2018', '30JUN2018'].flatMap((date, month) =>
    Array.from({ length: 24 }, (_, i) => {
      const fields = allFields(1000 + 40 * i, 60 + 5 * ((i * 7) % 24) + 3 * month);
      fields.New_Pat_Enbld = i === 22 ? -4 : (i * 3) % 11;
      return {
        date,
        code: `A81${String(i).padStart(3, '0')}`,
        ccg: i % 2 ? '00K' : '00L',
        fields: i === 23 ? { patient_list_size: 900 } : fields,
      };
    }),
  );
  return longExtract(practices);
}

describe('every measure, declared or invented', async () => {
  vi.resetModules();
  vi.doMock('../../data/definitions/measures.ts', () => ({
    ...declared,
    measures,
    findMeasure: (id: string) => measures.find((one) => one.id === id),
    measureOf: (id: string) => measures.find((one) => one.id === id)!,
  }));
  const [
    { ingest },
    { Releases },
    { ask },
    { endpoints },
    { charting },
    { drawing },
    { chartKinds },
  ] = await Promise.all([
    import('../../scripts/ingest/ingest.ts'),
    import('../../server/store/releases.ts'),
    import('../../server/api/api.ts'),
    import('../../server/api/endpoints.ts'),
    import('../support/charts.ts'),
    import('../web/drawing.ts'),
    import('../../web/charts/kinds.ts'),
  ]);
  const folder = mkdtempSync(join(tmpdir(), 'uptake-measures-'));
  const releases = new Releases(folder);
  const charts = charting(folder);
  const pages = drawing(folder);

  beforeAll(async () => {
    const file = join(folder, 'extract.csv');
    writeFileSync(file, extract());
    const { problems } = await ingest({ files: [file], dataFolder: folder });
    expect(problems).toEqual([]);
  });
  afterAll(async () => {
    await releases.close();
    rmSync(folder, { recursive: true, force: true });
    vi.doUnmock('../../data/definitions/measures.ts');
    vi.resetModules();
  });

  const asked = endpoints.filter(({ parameters }) => parameters.includes('measure'));

  it.each(asked.map((endpoint) => [endpoint.path, endpoint] as const))(
    'is answered or refused by %s in its own words',
    async (_, endpoint) => {
      const names = endpoint.parameters as readonly string[];
      for (const measure of tried) {
        const place = ['area', 'practice', 'within', 'parent'].find((name) => names.includes(name));
        for (const area of areasOf(place)) {
          const query = new URLSearchParams({ measure: measure.id });
          if (place) query.set(place, area);
          if (names.includes('by')) query.set('by', 'supplier');
          if (names.includes('from') && names.includes('to')) query.set('from', '2018-04');
          const texts = await textsOf(endpoint, query).catch(
            (error: Error & { status?: number }) => {
              expect(error.status, `${endpoint.path}?${query}: ${error.stack}`).toBe(400);
              return [error.message.replace(/^needs a measure of patients .*: /, '')];
            },
          );
          expect(texts.flatMap((text) => wrongOf(measure, text))).toEqual([]);
        }
      }
    },
  );

  /** Places to ask about: an area and a practice, where both can be given. */
  const areasOf = (place: string | undefined): readonly string[] => {
    if (!place) return [''];
    return place === 'practice' ? ['A81001'] : ['00K', 'A81022'];
  };

  /** Every sentence, reason and heading of a response. */
  async function textsOf(endpoint: (typeof endpoints)[number], query: URLSearchParams) {
    const { pieces } = await (await ask(endpoint, releases, {}, query)).answer();
    let json = '';
    for await (const piece of pieces) json += piece;
    const { data, meta } = JSON.parse(json) as { data: Record<string, unknown>[]; meta: object };
    return [meta, ...[data].flat()].flatMap((row) =>
      Object.entries(row).flatMap(([name, value]) =>
        /sentence|reason|assurance/.test(name) && value
          ? [JSON.stringify(value).replace(partOfVariance, '')]
          : [],
      ),
    );
  }

  const levels = ['ccg', 'region', 'practice'] as const;
  /** What is said about events and traits of places, whatever the measure counts. */
  const remarks = [
    ...annotations.map(({ title }) => title),
    ...placeTraits.flatMap(({ title, description }) => [title, description]),
  ];

  it.each(
    chartKinds.filter(({ parameters }) => parameters.includes('measure')).map(({ id }) => id),
  )('is drawn, told and tabled by the chart %s, or refused with the reason', async (id) => {
    const kind = chartKinds.find((one) => one.id === id)!;
    const pictured = new Set<string>();
    for (const measure of tried) {
      const level = levels.find((one) => kind.fits(measure, one) === null);
      if (!level) {
        expect(levels.flatMap((one) => wrongOf(measure, kind.fits(measure, one)!))).toEqual([]);
        continue;
      }
      const query = kind.parameters.includes('level') ? { level } : { area: 'A81001' };
      const data = await charts.load(id, { measure: measure.id, ...query });
      // Measures of the same form that count the same have the same pictures, and each picture takes long.
      const look = `${measure.form} of ${measure.counts}`;
      const image = pictured.has(look) ? [] : await charts.image(id, data);
      pictured.add(look);
      const { caption, columns, rows } = kind.table(data);
      const texts = [
        kind.title(data),
        kind.finding(data) ?? '',
        kind.subtitle(data),
        kind.sentence(data),
        caption,
        ...columns.map(({ title }) => title),
        ...rows.slice().flatMap((row) => row.map(({ text, of = '' }) => `${text} ${of}`)),
        ...(kind.key?.(data) ?? []),
        ...(kind.notes?.(data) ?? []),
        ...image,
      ]
        .filter((text) => !remarks.some((one) => text.includes(one)))
        .map((text) => partsOf(id, text));
      expect(texts.flatMap((text) => wrongOf(measure, text))).toEqual([]);
      expect(kind.title(data)).toContain(measure.title);
    }
    expect(pictured.size).toBeGreaterThan(0);
  });

  it('is listed by its title on the pages with all measures', async () => {
    const { data } = await pages.ask('/periods');
    const held = new Set(data.flatMap((month) => month.measures.split(',')));
    for (const path of ['/explore', '/methods', '/data/api'] as const) {
      const { status, text } = await pages.draw(path);
      expect(status).toBe(200);
      for (const one of measures.filter(({ id }) => path !== '/explore' || held.has(id))) {
        const names = {
          '/explore': listedMeasure(one),
          '/methods': one.title,
          '/data/api': one.id,
        };
        expect(text).toContain(names[path]);
      }
    }
  });

  it('has a column of coverage of its own', async () => {
    const { html } = await pages.draw('/quality');
    const headings = [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/gs)].map(([, text]) =>
      text!.replace(/<[^>]*>|\s+/g, ' ').trim(),
    );
    for (const { service, heading, counts } of measures) {
      if (service === 'any' && counts !== 'practices') {
        expect(headings).toContain(`${heading}, any service`);
      }
    }
    const [ofMonths] = html.split('Coverage by level');
    expect(ofMonths).not.toMatch(/NaN|undefined/);
  });
});
