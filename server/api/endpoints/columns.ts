import { perWorkingDay } from '../../../data/definitions/bankHolidays.ts';
import { GROUP, levelIds } from '../../../data/definitions/levels.ts';
import { measures } from '../../../data/definitions/measures.ts';
import type { Unit } from '../../../data/definitions/units.ts';
import { intervalMeaning } from '../../../data/words/interval.ts';
import type { Column, Field } from '../../table.ts';

const levels = [...levelIds, GROUP];
const measureIds = measures.map(({ id }) => id);
/** Units of measures, and of transactions per working day. */
const units: Unit[] = [
  ...new Set([
    ...measures.map(({ unit }) => unit),
    ...measures
      .filter(({ counts }) => counts === 'transactions')
      .map((one) => perWorkingDay(one).unit),
  ]),
];

const orNone =
  (type: Column['type']) =>
  (name: string, description: string): Column => ({ name, type, nullable: true, description });

/** Columns that are empty if there is nothing to say. */
export const number = orNone('number');
export const count = orNone('integer');
export const text = orNone('string');

/** A level column with its own description. */
export const levelColumn = (description: string): Column => ({
  name: 'level',
  type: 'string',
  enum: levels,
  description,
});

export const measureColumn: Column = {
  name: 'measure',
  type: 'string',
  enum: measureIds,
  description: 'Id of the measure.',
};

export const unitColumn = (description: string): Column => ({
  name: 'unit',
  type: 'string',
  enum: units,
  description,
});

/** Columns that several tables share. */
export const placeColumns: readonly Column[] = [
  { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
  levelColumn('Level of the place.'),
  { name: 'area_code', type: 'string', description: 'Code of the place, as published.' },
  {
    name: 'area_name',
    type: 'string',
    description:
      'Name of the place in that month; of a place that only the practice lookup defines, its name there.',
  },
];

/** The place of a row with its latest name rather than that of the month. */
export const latestPlaceColumns: readonly Column[] = placeColumns.map((column) =>
  column.name === 'area_name' ? { ...column, description: 'Latest name of the place.' } : column,
);

export const measureColumns: readonly Column[] = [
  measureColumn,
  unitColumn('What the value is in.'),
];

export const markerColumn: Column = {
  name: 'marker',
  type: 'string',
  nullable: true,
  enum: ['[x]', '[z]'],
  description:
    'Why there is no value: [x] nobody reported it, [z] not in the extracts of that month.',
};

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
  markerColumn,
];

/** Whether a figure was revised, and its previous value. */
export const revisedColumns = (beside: string): readonly Column[] => [
  {
    name: 'revised',
    type: 'string',
    nullable: true,
    enum: ['[r]'],
    description: `[r] where the value of the same place and month was another in ${beside}.`,
  },
  {
    name: 'revised_from',
    type: 'number',
    nullable: true,
    missing: '[z]',
    description: `What it was there, in the unit; none where it was not revised, or had no value.`,
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

/** Confidence intervals or funnel limits, at 95% and 99.8%. */
export const limitColumns = (
  of: string,
  without = 'none for rates or impossible counts',
): readonly Column[] =>
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
    description: `${end} limit of ${of} at ${level}, in the unit; ${without}.`,
  }));

export const comparisonValues = ['higher', 'similar', 'lower', 'not_compared'] as const;

/** The sentence in an answer's `meta`, if it has one. */
export const sentenceField: Field = {
  name: 'sentence',
  type: 'string',
  description: 'What the answer shows, in plain English.',
};

/** The interval of a figure, named the same in every table. */
export const wilsonLimits: readonly Column[] = limitColumns('the confidence interval (Wilson)');

/** When a practice changed supplier, which explains most large falls. */
export const supplierChangedColumn: Column = {
  name: 'supplier_changed_period',
  type: 'string',
  nullable: true,
  missing: '[z]',
  description:
    'The first month on the system of another supplier, of a practice that changed in the twelve months up to this one: registrations rarely survive a change of system.',
};

/** What the interval can be used for, under its present name and its former one, which is kept. */
export const intervalFields: readonly Field[] = [
  {
    name: 'confidence_interval',
    type: 'string',
    description: 'What the confidence interval is and what it is not, in a sentence.',
  },
  {
    name: 'natural_variation',
    type: 'string',
    deprecated: true,
    description: 'The same as `confidence_interval`, by its former name.',
  },
];

/** Values for those fields. */
export const intervalTold = {
  confidence_interval: intervalMeaning,
  natural_variation: intervalMeaning,
};
