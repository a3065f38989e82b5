import { complete, type Declaration, type Measure } from '../../data/definitions/measures.ts';

const common = {
  service: 'any',
  stage: 'enabled',
  numeratorLabel: 'those counted',
  denominatorLabel: 'patients registered at practices that reported it',
  description: 'Invented for tests.',
  whyItMatters: 'It tries what sentences say of it.',
  allOrNone: false,
  publishedAs: { wide: null, long: 'Total_Pat_Enbld' },
  base: 'reported',
  denominator: 'registered',
  inExtract: 'any_file is not null',
  reported: 'any_enabled is not null and registered is not null',
} as const;

const declarations: Declaration[] = [
  {
    ...common,
    id: 'invented_rate',
    unit: 'per 1,000 patients',
    counts: 'patients',
    phrase: 'were asked how they fared',
    title: 'Asking: patients asked in the month',
    heading: 'Asked',
    polarity: 'none',
    numerator: 'any_enabled - 60',
  },
  {
    ...common,
    id: 'invented_practices',
    unit: 'percent of practices',
    counts: 'practices',
    phrase: 'had a lift',
    title: 'Lifts: practices that have one',
    heading: 'Had a lift',
    polarity: 'higher is better',
    allOrNone: true,
    numerator: 'case when any_enabled > 90 then 1 else 0 end',
    denominator: '1',
  },
  {
    ...common,
    id: 'invented_count',
    unit: 'number',
    counts: 'practices',
    phrase: 'had a garden',
    title: 'Gardens: practices that have one',
    heading: 'Had a garden',
    polarity: 'none',
    numerator: 'case when any_enabled > 70 then 1 else 0 end',
    denominator: '1',
  },
  {
    ...common,
    id: 'invented_burden',
    unit: 'percent of patients',
    counts: 'patients',
    phrase: 'waited in vain',
    title: 'Waiting: patients who waited in vain',
    heading: 'Waited',
    polarity: 'lower is better',
    numerator: 'registered - any_enabled',
  },
];

/** Measures that nobody publishes, of every form and polarity: what says nothing wrong of them is right of any. */
export const inventedMeasures: readonly Measure[] = declarations.map(complete);
