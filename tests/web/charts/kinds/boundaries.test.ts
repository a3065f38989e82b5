import { beforeAll, describe, expect, inject, it } from 'vitest';
import { ENGLAND } from '../../../../data/definitions/levels.ts';
import { chartImage } from '../../../../server/images/chartImage.ts';
import { imageThemes } from '../../../../server/images/palette.ts';
import { drawingOf } from '../../../../web/charts/drawings.ts';
import { type BoundariesData, boundariesKind } from '../../../../web/charts/kinds/boundaries.ts';
import { asking } from '../../../support/asking.ts';
import { charting, textsOf } from '../../../support/charts.ts';
import { enriched, shapeStatements } from '../../../support/enriched.ts';
import { published } from '../../../support/published.ts';

type Loaded = Awaited<ReturnType<typeof charting>>;

/** The paths in an image that represent places. */
const outlines = (svg: string): string[] =>
  [...svg.matchAll(/<path aria-label="([^"]*: [^"]*)"/g)].map(([, label]) => label!);

describe('a map of boundaries', () => {
  const bare = charting();

  it('says what is missing and draws tiles if the release has no shapes', async () => {
    const data = (await bare.load('boundaries', { level: 'region' })) as BoundariesData;
    const tiles = await bare.load('map', { level: 'region' });
    expect(data.shapes).toEqual([]);
    expect(boundariesKind.lacks(data)).toEqual({
      all: false,
      text: 'The shapes of these areas are not known: this release has no boundaries of regions. Tiles of one size are shown instead.',
    });
    const plot = (svg: string) => textsOf(svg).filter((text) => text.includes(': '));
    const kind = (await bare.forms('map')).kind;
    const drawn = plot(await chartImage(boundariesKind, data));
    for (const text of plot(await chartImage(kind, tiles))) {
      if (!text.includes('Release')) expect(drawn).toContain(text);
    }
  });

  it('is only for regions, STPs and CCGs', async () => {
    await expect(bare.load('boundaries', { level: 'practice' })).rejects.toMatchObject({
      status: 400,
      message: 'no boundaries for this level: practice',
    });
  });
});

describe('a map of boundaries with shapes', () => {
  let charts: Loaded;
  let folder: string;
  beforeAll(async () => {
    folder = await enriched(inject('referenced'), shapeStatements);
    charts = charting(folder);
  });

  it.each(['region', 'stp', 'ccg'])('draws every %s of the lookup once', async (level) => {
    const { data, kind } = await charts.forms('boundaries', { level });
    const { rows, shapes, here } = data as BoundariesData;
    expect(here).toEqual([]);
    expect(shapes.map(({ code }) => code).sort()).toEqual(rows.map(({ code }) => code).sort());
    const svg = await chartImage(kind, data);
    expect(outlines(svg)).toHaveLength(rows.length);
    expect(kind.lacks(data)).toBeNull();
  });

  it('draws tiles if fewer than half of the places have a shape, and says so', async () => {
    const few = await enriched(inject('referenced'), [
      ...shapeStatements,
      "delete from boundary where level = 'region' and ons_code <> (select min(ons_code) from boundary where level = 'region')",
    ]);
    const { data, kind } = await charting(few).forms('boundaries', { level: 'region' });
    expect((data as BoundariesData).shapes).toEqual([]);
    const asked = (await asking(few)('/boundaries?level=region')) as unknown as { missing: string };
    expect(asked.missing).toMatch(/^3 of 4 regions of the practice lookup have no shape/);
    expect(kind.height(data).wide).toBeGreaterThan(100);
    expect(kind.lacks(data)).toEqual({
      all: false,
      text: 'This release has shapes for fewer than half of these places. Tiles of one size are shown instead.',
    });
  });

  it('outlines the place looked at, and fits the map to the area looked within', async () => {
    const all = (await charts.load('boundaries', { level: 'ccg' })) as BoundariesData;
    const { data } = await charts.ask('/areas', { level: 'stp', boundaries: 'lookup' });
    const parent = data[0]!.area_code;
    const query = { level: 'ccg', parent, area: all.rows[0]!.code };
    const within = (await charts.load('boundaries', query)) as BoundariesData;
    expect(within.shapes.length).toBeLessThan(all.shapes.length);
    expect(within.parent.code).toBe(parent);
    const whole = { level: 'ccg', area: all.rows[0]!.code };
    const svg = await chartImage(boundariesKind, await charts.load('boundaries', whole));
    expect(svg.match(/stroke-width="3"/g)).toHaveLength(1);
  });

  it('says which lookup defines the places, and links to its figures as CSV', async () => {
    const { data, kind, csv } = await charts.forms('boundaries', { level: 'region' });
    expect(kind.notes!(data).join(' ')).toContain('the practice lookup of 1 April 2015');
    expect(kind.csv(data).params.boundaries).toBe('lookup');
    expect(csv.map((row) => row.area_code).sort()).toEqual(
      [ENGLAND, ...(data as BoundariesData).rows.map(({ code }) => code)].sort(),
    );
  });

  it('says that shapes cannot be matched without a lookup', async () => {
    const copy = await enriched(folder, ['drop table practice_lookup']);
    const data = await charting(copy).load('boundaries', { level: 'region' });
    expect(boundariesKind.lacks(data as BoundariesData)?.text).toContain(
      'Shapes cannot be matched with areas: this release has no practice lookup.',
    );
  });
});

describe.skipIf(!published)('the map of 2018 on the boundaries of 2021', () => {
  const charts = charting(inject('referenced2018') ?? '');

  it.each([
    ['region', 7],
    ['stp', 42],
    ['ccg', 106],
  ])('draws each %s', async (level, count) => {
    const { data, kind } = await charts.forms('boundaries', { level });
    expect(outlines(await chartImage(kind, data))).toHaveLength(count);
    expect(kind.notes!(data).join(' ')).toContain('places practices with 95.5% of patients');
  });

  it('is drawn smaller on a phone, so that London too has its figure next to it', async () => {
    const data = (await charts.load('boundaries', { level: 'region' })) as BoundariesData;
    const room = { width: 358, height: 500, palette: imageThemes.light };
    const { layer } = drawingOf('boundaries', data, room) as unknown as {
      layer: { mark: { fontWeight?: number }; data: { values: { text: string }[] } }[];
    };
    const figures = layer
      .filter(({ mark }) => mark.fontWeight === 600)
      .flatMap((one) => one.data.values.map(({ text }) => text));
    expect(figures).toHaveLength(data.rows.length);
  });
});
