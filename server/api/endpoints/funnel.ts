import { filterIds } from '../../../data/definitions/filterIds.ts';
import { ENGLAND, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { type FunnelPosition, fitFunnel, placeInFunnel } from '../../../data/statistics/funnel.ts';
import { fewestPlaces } from '../../../data/statistics/verdict.ts';
import { decides } from '../../../data/words/comparison.ts';
import { kindOfFigure } from '../../../data/words/measure.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { rowsOf } from '../../table.ts';
import { choiceOf, parentOf } from '../chosenPractices.ts';
import { type Question, table } from '../endpoint.ts';
import { levelsOf } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import { countColumns, limitColumns, measureColumn, placeColumns } from './columns.ts';

const positions = ['above_998', 'above_95', 'inside', 'below_95', 'below_998'] as const;

export const funnel = table({
  path: '/funnel',
  summary: 'Which places differ by more than is usual between places of their size',
  description:
    'Places of one level, against limits around their common mean. Lists are so large that plain limits flag nearly every place, so the limits are widened by the differences usual between places (overdispersion) unless `limits=plain`. With many places some are beyond the limits by chance: at 95% one in twenty. `meta` has the mean (`target`, in the unit), `phi` and `tau2`.',
  parameters: ['measure', 'level', 'parent', 'boundaries', 'period', ...filterIds, 'limits'],
  required: ['measure'],
  one: ['measure', 'level', 'period'],
  columns: [
    ...placeColumns,
    measureColumn,
    ...countColumns,
    ...limitColumns('the funnel at this denominator', 'none without a denominator'),
    {
      name: 'position',
      type: 'string',
      nullable: true,
      enum: positions satisfies readonly FunnelPosition[],
      description: `Where the value is in the funnel; none where it is no proportion, or among fewer than ${fewestPlaces} places.`,
    },
  ],
  meta: [
    {
      name: 'limits',
      type: 'string',
      enum: ['adjusted', 'plain'],
      description: 'Whether limits are adjusted for overdispersion.',
    },
    { name: 'within', type: 'string', description: 'Code of the area whose places are meant.' },
    {
      name: 'target',
      type: 'number',
      nullable: true,
      description: 'The common mean, in the unit; none without places that have a share.',
    },
    {
      name: 'phi',
      type: 'number',
      nullable: true,
      description: 'Overdispersion: mean squared z-score, winsorised.',
    },
    {
      name: 'tau2',
      type: 'number',
      nullable: true,
      description: 'Variance between places added to the limits; 0 where they are plain.',
    },
    { name: 'units', type: 'integer', description: 'Places that entered the mean.' },
  ],
  example: 'measure=records_enabled&level=ccg&period=latest',
  async rows(question) {
    const { measure, period, level } = funnelQuestion(question);
    const { release, filters } = question;
    const only = choiceOf(filters, release, { measures: [measure], periods: [period] });
    const parent = parentOf(filters, only);
    const asked = { level, measures: [measure], periods: [period], parent };
    const found = await allFigures(release, asked);
    const model = fitFunnel(found, { adjusted: filters.limits !== 'plain' });
    const judges = model !== null && model.units >= fewestPlaces;
    const rowOf = (row: FigureRow) => {
      const { limits, position } = placeInFunnel(model, row, measure.scale);
      return {
        period: row.period,
        level: row.level,
        area_code: row.area_code,
        area_name: row.area_name,
        measure: row.measure,
        numerator: row.numerator,
        denominator: row.denominator,
        value: row.value,
        marker: row.marker,
        lower_95: limits?.lower95 ?? null,
        upper_95: limits?.upper95 ?? null,
        lower_998: limits?.lower998 ?? null,
        upper_998: limits?.upper998 ?? null,
        position: judges ? position : null,
      };
    };
    return rowsOf(found, rowOf, {
      limits: filters.limits ?? 'adjusted',
      within: filters.parent?.area_code ?? ENGLAND,
      target: model ? model.target * measure.scale : null,
      phi: model?.phi ?? null,
      tau2: model && (model.adjusted ? model.tau2 : 0),
      units: model?.units ?? 0,
    });
  },
});

function funnelQuestion({ release, filters }: Question<'measure' | 'level' | 'parent' | 'period'>) {
  const measure = single('measure', filters.measure, ({ id }) => id);
  if (measure.form !== 'share') {
    throw badParameter(
      'measure',
      measure.id,
      `a funnel needs shares, and this is ${kindOfFigure(measure)}: ${measure.id}`,
    );
  }
  const level: PlaceLevel =
    filters.level || filters.parent ? single('level', levelsOf(filters), (id) => id) : 'ccg';
  if (measure.allOrNone && level === 'practice') {
    const why = `a funnel needs shares, and ${decides}`;
    throw badParameter('measure', measure.id, `${why}: ${measure.id}`);
  }
  const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
  return { measure, level, period };
}
