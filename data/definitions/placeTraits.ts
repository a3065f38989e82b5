import { traits } from './traits.ts';

/** A characteristic of a place that its figures can be plotted against. */
export interface PlaceTrait {
  id: 'list_size' | 'deprivation' | 'most_deprived';
  /** Title of its axis and column, with its unit. */
  title: string;
  /** Its name within a sentence: "the list size". */
  name: string;
  /** The word for more of it. */
  more: 'larger' | 'higher';
  unit: '' | '%';
  /** The levels at which places differ in it. */
  of: 'every place' | 'areas';
  description: string;
  /** What to say if the release does not have it; null if every release does. */
  missing: string | null;
}

export const placeTraits: readonly PlaceTrait[] = [
  {
    id: 'list_size',
    title: 'List size (registered patients of a practice, on average)',
    name: 'the list size',
    more: 'larger',
    unit: '',
    of: 'every place',
    description:
      'Registered patients of a practice that month; of an area the mean of its practices.',
    missing: null,
  },
  {
    id: 'deprivation',
    title: 'Deprivation score (higher is more deprived)',
    name: 'the deprivation score',
    more: 'higher',
    unit: '',
    of: 'every place',
    description:
      'Deprivation of where a practice’s patients live, from a reference file; of an area the mean of its practices, weighted by their patients.',
    missing: traits.deprivation.missing,
  },
  {
    id: 'most_deprived',
    title: 'Practices in the most deprived fifth of England’s',
    name: 'the share of practices in the most deprived fifth',
    more: 'higher',
    unit: '%',
    of: 'areas',
    description:
      'Of the practices of an area with a score, the percentage that are in the most deprived fifth of practices in England.',
    missing: traits.deprivation.missing,
  },
];

/** The trait with an id, or undefined. */
export const findTrait = (id: string): PlaceTrait | undefined =>
  placeTraits.find((one) => one.id === id);
