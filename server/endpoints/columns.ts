import type { Column } from '../endpoint.ts';

/** Columns that several tables share, worded once. */
export const placeColumns: readonly Column[] = [
  { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
  { name: 'level', type: 'string', description: 'Level of the place.' },
  { name: 'area_code', type: 'string', description: 'Code of the place, as published.' },
  { name: 'area_name', type: 'string', description: 'Name of the place in that month.' },
];

/** The place of a row whose name is its latest, not that of the month. */
export const latestPlaceColumns: readonly Column[] = placeColumns.map((column) =>
  column.name === 'area_name' ? { ...column, description: 'Latest name of the place.' } : column,
);

export const measureColumns: readonly Column[] = [
  { name: 'measure', type: 'string', description: 'Id of the measure.' },
  { name: 'unit', type: 'string', description: 'What the value is in.' },
];

export const countColumns: readonly Column[] = [
  {
    name: 'numerator',
    type: 'integer',
    nullable: true,
    description: 'What the measure counts, in patients, practices or transactions.',
  },
  {
    name: 'denominator',
    type: 'integer',
    nullable: true,
    description: 'What it is counted among, in patients or practices.',
  },
  {
    name: 'value',
    type: 'number',
    nullable: true,
    description: 'Numerator over denominator at full precision, in the unit.',
  },
  {
    name: 'marker',
    type: 'string',
    nullable: true,
    description:
      'Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.',
  },
];

export const coverageColumns: readonly Column[] = [
  { name: 'practices', type: 'integer', description: 'Practices in the extract.' },
  {
    name: 'practices_reported',
    type: 'integer',
    description: 'Practices that reported what the measure needs.',
  },
];

/** Natural variation, or a funnel's limits, at 95% and 99.8%. */
export const limitColumns = (of: string): readonly Column[] =>
  [
    ['lower_95', 'Lower', '95%'],
    ['upper_95', 'Upper', '95%'],
    ['lower_998', 'Lower', '99.8%'],
    ['upper_998', 'Upper', '99.8%'],
  ].map(([name, end, level]) => ({
    name: name!,
    type: 'number',
    nullable: true,
    missing: '[z]',
    description: `${end} limit of ${of} at ${level}, in the unit; none for rates or impossible counts.`,
  }));

export const comparisonValues = ['higher', 'similar', 'lower', 'not_compared'] as const;
