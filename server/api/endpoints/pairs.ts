import { type FilterId, filterIds } from '../../../data/definitions/filterIds.ts';
import { findMeasure } from '../../../data/definitions/measures.ts';
import { findTrait, placeTraits } from '../../../data/definitions/placeTraits.ts';
import { rankCorrelation } from '../../../data/statistics/rankCorrelation.ts';
import { pairsSentence } from '../../../data/words/pairs.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { recentChanges } from '../../figures/supplierChanges.ts';
import { heldMeasure } from '../../store/catalogue.ts';
import { type ProfileRow, profilesQuery } from '../../store/queries/profiles.ts';
import { traitsIn } from '../../store/traits.ts';
import { type Column, rowsOf } from '../../table.ts';
import { choiceOf, parentOf, whereOf } from '../chosenPractices.ts';
import { type Question, table } from '../endpoint.ts';
import { england, levelsOf } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import {
  count,
  countColumns,
  measureColumns,
  number,
  placeColumns,
  sentenceField,
  supplierChangedColumn,
  text,
} from './columns.ts';

const profileColumns: readonly Column[] = [
  { name: 'practices', type: 'integer', description: 'Its practices in the extract.' },
  count('registered', 'Their registered patients.'),
  ...placeTraits.map(({ id, description }) => number(id, description)),
  text('supplier', 'Supplier of a practice’s system that month, as published; none of areas.'),
  supplierChangedColumn,
];

export const pairs = table({
  path: '/pairs',
  summary: 'Two figures of the same places, and whether they go together',
  description:
    'Places of one level in a month, each with a figure, with what it is held against (another measure, list size or deprivation), and with what it is like. `meta` holds Spearman’s rank correlation with its 95% confidence interval. It describes places, not the people in them, and does not say that one causes the other. Deprivation only where the release has a reference file of it; otherwise `across_value` is empty and `meta.missing` says why.',
  parameters: ['measure', 'across', 'level', 'parent', 'boundaries', 'period', ...filterIds],
  required: ['measure', 'across'],
  one: ['measure', 'across', 'level', 'period'],
  columns: [
    ...placeColumns,
    ...measureColumns,
    ...countColumns,
    {
      name: 'across',
      type: 'string',
      description: 'What the figure is held against: the id of a measure or of a trait.',
    },
    number('across_value', 'Its value, in its own unit.'),
    ...profileColumns,
  ],
  meta: [
    { ...number('rho', 'Spearman’s rank correlation, from -1 to 1.') },
    { ...number('rho_lower_95', 'Lower limit of its 95% confidence interval.') },
    { ...number('rho_upper_95', 'Upper limit of its 95% confidence interval.') },
    { name: 'units', type: 'integer', description: 'Places that have both figures.' },
    {
      name: 'missing',
      type: 'string',
      nullable: true,
      description: 'Which reference file the release lacks; none where nothing does.',
    },
    sentenceField,
  ],
  example: 'measure=records_enabled&across=list_size&level=ccg&period=latest',
  async rows({
    release,
    filters,
  }: Question<'measure' | 'across' | 'level' | 'parent' | 'period' | FilterId>) {
    const { database, catalogue } = release;
    const measure = single('measure', filters.measure, ({ id }) => id);
    const across = filters.across!;
    const known = findMeasure(across);
    const beside = known && heldMeasure(known, catalogue);
    const level =
      filters.level || filters.parent ? single('level', levelsOf(filters), (id) => id) : 'ccg';
    if (level === 'practice' && (measure.allOrNone || beside?.allOrNone)) {
      const [name, id] = measure.allOrNone ? ['measure', measure.id] : ['across', across];
      throw badParameter(name!, id!, `a practice offers a service or it does not: ${id}`);
    }
    const period = single('period', periodsOf(filters, catalogue), (one) => one);
    const only = choiceOf(filters, release, { measures: [measure], periods: [period] });
    const parent = parentOf(filters, only);
    const deprived = (await traitsIn(database)).has('deprivation');
    const ofMeasure = (one: typeof measure) =>
      allFigures(release, { level, measures: [one], periods: [period], parent });
    const [found, others, profiles, moved] = await Promise.all([
      ofMeasure(measure),
      beside ? ofMeasure(beside) : [],
      database.all<ProfileRow>(profilesQuery({ level, parent }, period, deprived)),
      level === 'practice' ? recentChanges(release, period) : null,
    ]);
    const otherOf = new Map(others.map((row) => [row.area_code, row.value]));
    const profileOf = new Map(profiles.map((row) => [row.area_code, row]));
    const trait = findTrait(across);
    const acrossOf = (code: string): number | null =>
      (trait ? profileOf.get(code)?.[trait.id] : otherOf.get(code)) ?? null;
    const both = found.flatMap(({ area_code, value }): [number, number][] => {
      const other = acrossOf(area_code);
      return value === null || other === null ? [] : [[other, value]];
    });
    const correlation = rankCorrelation(both);
    const area = filters.parent ?? england(release);
    const rowOf = (row: (typeof found)[number]) => {
      const profile = profileOf.get(row.area_code);
      return {
        period,
        level: row.level,
        area_code: row.area_code,
        area_name: row.area_name,
        measure: row.measure,
        unit: row.unit,
        numerator: row.numerator,
        denominator: row.denominator,
        value: row.value,
        marker: row.marker,
        across,
        across_value: acrossOf(row.area_code),
        practices: profile?.practices ?? row.practices,
        registered: profile?.registered ?? null,
        list_size: profile?.list_size ?? null,
        deprivation: profile?.deprivation ?? null,
        most_deprived: profile?.most_deprived ?? null,
        supplier: profile?.supplier ?? null,
        supplier_changed_period: moved?.get(row.area_code)?.period ?? null,
      };
    };
    return rowsOf(found, rowOf, {
      rho: correlation?.rho ?? null,
      rho_lower_95: correlation?.interval?.lower ?? null,
      rho_upper_95: correlation?.interval?.upper ?? null,
      units: both.length,
      missing: trait?.missing && !deprived ? trait.missing : null,
      sentence: pairsSentence({
        measure,
        across,
        period,
        level,
        where: whereOf(period, area, only),
        found: correlation,
      }),
    });
  },
});
