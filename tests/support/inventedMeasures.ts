import { complete, type Declaration, type Measure } from '../../data/definitions/measures.ts';

const common = {
  service: 'any',
  stage: 'enabled',
  numeratorLabel: 'those counted',
  denominatorLabel: 'patients registered at practices that reported it',
  description: 'Invented for tests.',
  whyItMatters: 'It tries what sentences say of it.',
  leastDifference: 1,
  allOrNone: false,
  stock: false,
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
    short: 'asking',
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
    short: 'having a lift',
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
    short: 'having a garden',
    polarity: 'none',
    numerator: 'case when any_enabled > 70 then 1 else 0 end',
    denominator: '1',
  },
  {
    ...common,
    id: 'invented_headcount',
    unit: 'number',
    counts: 'patients',
    phrase: 'were given a card',
    title: 'Cards: number of patients given one',
    heading: 'Given a card',
    short: 'giving a card',
    polarity: 'none',
    numerator: 'any_enabled',
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
    short: 'waiting',
    polarity: 'lower is better',
    numerator: 'registered - any_enabled',
  },
];

/** Measures that nobody publishes, of every form and polarity: texts that are right for these are right for any. */
export const inventedMeasures: readonly Measure[] = declarations.map(complete);

/** Units that a measure's values never have, by the measure's form. */
const foreign = {
  share: /per 1,000|per 1 000/,
  rate: /\d%|\bpercent\b/i,
  count: /\d%|\bpercent\b|per 1,000/i,
} as const;

/** Percentages that are mentioned for any measure: limits, and the whole. */
const ofAny = /\b(95|99\.8|100)%/g;

/**
 * What a text says about a measure that cannot be true: the unit of another form, or people or practices that it does
 * not count.
 */
export function wrongOf(measure: Measure, text: string): string[] {
  const told = text.replaceAll(measure.phrase, '').replaceAll(measure.title, '');
  const wrong: RegExp[] = [/NaN|undefined|\[object/];
  if (measure.form !== 'count' || measure.counts !== 'patients')
    wrong.push(/(more|fewer|as many|number of) patients/);
  if (measure.counts !== 'transactions') wrong.push(/transaction/i);
  if (measure.counts === 'practices') wrong.push(/patients/);
  return [
    ...wrong.filter((pattern) => pattern.test(told)),
    ...(foreign[measure.form].test(told.replace(ofAny, '')) ? [foreign[measure.form]] : []),
  ].map((pattern) => `${measure.id}, ${pattern}: ${text}`);
}
