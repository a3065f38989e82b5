import { listSizes } from './listSizes.ts';

/** A way to divide practices into groups. */
export interface Breakdown {
  id: 'supplier' | 'list_size' | 'deprivation' | 'practice_status';
  title: string;
  description: string;
  /** The groups in order, by code; null if they are whatever the extracts contain. */
  groups: readonly { code: string; name: string }[] | null;
}

/** The group of practices that belong to no known group; always last. */
export const notKnown = { code: 'not_known', name: 'Not known' };

/** The group of practices whose supplier the extracts give as not known. */
export const unknownSupplier = { code: 'NK', name: 'Not known (NK)' };

/** Deprivation quintiles by number; 1 is the most deprived fifth of practices in England. */
const quintiles = [
  'Most deprived fifth',
  'Second most deprived fifth',
  'Middle fifth',
  'Second least deprived fifth',
  'Least deprived fifth',
];

/** Every breakdown, in the order pages show them. */
const breakdowns: readonly Breakdown[] = [
  {
    id: 'supplier',
    title: 'System supplier',
    description:
      'The supplier of the practice’s system as published that month; "(I)" marks practices with two returns.',
    groups: null,
  },
  {
    id: 'list_size',
    title: 'List size',
    description: 'Registered patients of the practice that month, in bands.',
    groups: listSizes.map(({ id, name }) => ({ code: id, name })),
  },
  {
    id: 'deprivation',
    title: 'Deprivation',
    description:
      'Fifths of practices by the deprivation of where their patients live, from a reference file.',
    groups: quintiles.map((name, i) => ({ code: String(i + 1), name })),
  },
  {
    id: 'practice_status',
    title: 'Practice status',
    description: 'Whether the practice is still in the extracts of the latest month.',
    groups: [
      { code: 'in_latest_month', name: 'In the latest month' },
      { code: 'not_in_latest_month', name: 'Not in the latest month' },
    ],
  },
];

export const breakdownIds = breakdowns.map(({ id }) => id);

/** The breakdown with an id that the code names. */
export const breakdownOf = (id: Breakdown['id']): Breakdown =>
  breakdowns.find((breakdown) => breakdown.id === id)!;
