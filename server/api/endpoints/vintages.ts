import type { ReleaseAbout } from '../../../data/definitions/manifest.ts';
import { type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { unknownTime } from '../../../data/life/life.ts';
import { vintageSentence } from '../../../data/words/revisions.ts';
import { HttpError } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { heldMeasure } from '../../store/catalogue.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { laterFirst } from '../../store/releases/chosen.ts';
import type { Release, Releases } from '../../store/releases.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { periodsOf, single } from '../scope.ts';
import {
  countColumns,
  coverageColumns,
  measureColumns,
  placeColumns,
  revisedColumns,
} from './columns.ts';

export const vintages = table({
  path: '/vintages',
  summary: 'One figure through all releases',
  description:
    'The figure of one measure, place and month in each release of its kind that has the month, the first published first, with what each revised. A release that was withdrawn is there and says so; one that was removed or cannot be read is not. Always on the boundaries published.',
  parameters: ['measure', 'area', 'period'],
  required: ['measure', 'area'],
  one: ['measure', 'area', 'period'],
  groups: false,
  columns: [
    { name: 'vintage', type: 'string', description: 'Id of the release that the row is of.' },
    {
      name: 'published_at',
      type: 'string',
      nullable: true,
      description: 'When it came out, in UTC; none where that was not kept.',
    },
    {
      name: 'current',
      type: 'boolean',
      description: 'Whether it answers where no release is named.',
    },
    { name: 'withdrawn', type: 'boolean', description: 'Whether it was withdrawn.' },
    ...placeColumns,
    ...measureColumns,
    ...countColumns,
    ...coverageColumns,
    ...revisedColumns('the release of the row above'),
    { name: 'sentence', type: 'string', description: 'The same in plain English.' },
  ],
  ofOthers: true,
  example: 'measure=records_enabled&area=E92000001',
  async rows({ release, releases, filters }) {
    const measure = single('measure', filters.measure, ({ id }) => id);
    const area = single('area', filters.area, ({ area_code }) => area_code);
    const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
    const current = releases.currentReleaseId();
    const published = await publishedOf(releases, release);
    const rows: object[] = [];
    let before: FigureRow | null = null;
    for (const { id, at, withdrawn } of published) {
      const figure = await figureIn(releases, id, { measure, area, period });
      if (!figure) continue;
      const isRevised: boolean = before !== null && before.value !== figure.value;
      rows.push({
        vintage: id,
        published_at: at === unknownTime ? null : new Date(at).toISOString().replace('.000Z', 'Z'),
        current: id === current,
        withdrawn,
        ...figure,
        revised: isRevised ? '[r]' : null,
        revised_from: isRevised ? before!.value : null,
        sentence: vintageSentence(figure, before, { release: id, withdrawn }),
      });
      before = figure;
    }
    return whole(rows);
  },
});

interface Published {
  id: string;
  /** When it was published, in ms since 1970. */
  at: number;
  withdrawn: boolean;
}

/** The releases of the same kind, in order of publication. */
async function publishedOf(releases: Releases, { about }: Release): Promise<Published[]> {
  const known = new Map<string, ReleaseAbout>(
    (await releases.list()).map((one) => [one.release, one]),
  );
  return releases
    .listing()
    .flatMap(({ release: id, publishedAt, withdrawn }) => {
      const of = id === null ? undefined : known.get(id);
      if (of?.kind !== about.kind) return [];
      return [{ id: of.release, at: publishedAt!, withdrawn: withdrawn !== null }];
    })
    .sort((a, b) => a.at - b.at || laterFirst(known.get(b.id)!, known.get(a.id)!));
}

interface Asked {
  measure: Measure;
  area: AreaRow;
  period: string;
}

/** A figure as a release has it; null if it lacks the month or cannot be read. */
async function figureIn(
  releases: Releases,
  id: string,
  { measure, area, period }: Asked,
): Promise<FigureRow | null> {
  const release = await releases.get(id).catch((error: unknown) => {
    if (error instanceof HttpError && error.status === 503) return null;
    throw error;
  });
  if (!release?.catalogue.periods.some((one) => one.period === period)) return null;
  const { level, area_code, area_name } = area;
  const { unit } = measure;
  const [figure] = await allFigures(release, {
    level,
    measures: [heldMeasure(measureOf(measure.id), release.catalogue)],
    periods: [period],
    areas: [area_code],
  });
  const absent = { numerator: null, denominator: null, value: null, marker: '[z]' as const };
  const nobody = { practices: 0, practices_reported: 0 };
  const place = { period, level, area_code, area_name, measure: measure.id, unit };
  return figure ?? { ...place, ...absent, ...nobody };
}
