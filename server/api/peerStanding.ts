import { measureOf } from '../../data/definitions/measures.ts';
import { compare, comparisonWord } from '../../data/statistics/benchmark.ts';
import { quartiles } from '../../data/statistics/deciles.ts';
import type { PeerInput } from '../../data/statistics/peers.ts';
import { peersSentence } from '../../data/words/peers.ts';
import { at, variationOf } from '../figures/judgement.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Field } from '../table.ts';
import { comparisonValues, comparisonWords, sentenceField } from './endpoints/columns.ts';

/** What is said of a practice among its peers, as fields. */
export const standingFields: readonly Field[] = [
  { name: 'peers', type: 'integer', description: 'How many peers there are.' },
  { name: 'peers_reported', type: 'integer', description: 'How many of them have a figure.' },
  ...['lower_quartile', 'median', 'upper_quartile'].map(
    (name): Field => ({
      name,
      type: 'number',
      nullable: true,
      description: `The ${name.replace('_', ' ')} of their figures, in the unit.`,
    }),
  ),
  {
    name: 'peers_below',
    type: 'integer',
    nullable: true,
    description: 'Peers below the practice; none where it has no figure.',
  },
  {
    name: 'peers_above',
    type: 'integer',
    nullable: true,
    description: 'Peers above the practice; none where it has no figure.',
  },
  {
    name: 'comparison_95',
    type: 'string',
    enum: comparisonValues,
    description: 'The practice against the median: beyond it with all of its natural variation?',
  },
  {
    name: 'word',
    type: 'string',
    enum: comparisonWords,
    description: 'The same in the words of the measure.',
  },
  sentenceField,
];

/** Where a practice's figure lies among those of its peers, in numbers and words. */
export function standing(
  own: FigureRow,
  values: readonly (number | null)[],
  inputs: readonly PeerInput[],
) {
  const known = values.filter((value) => value !== null);
  const spread = quartiles(known);
  const comparison_95 = compare(at(variationOf(own), 95), spread?.p50 ?? null);
  const word = comparisonWord(comparison_95, measureOf(own.measure).polarity);
  const { value } = own;
  const below = value === null ? 0 : known.filter((other) => other < value).length;
  const above = value === null ? 0 : known.filter((other) => other > value).length;
  const said = { inputs, peers: values.length, reported: known.length, below, above, spread, word };
  return {
    peers: values.length,
    peers_reported: known.length,
    lower_quartile: spread?.p25 ?? null,
    median: spread?.p50 ?? null,
    upper_quartile: spread?.p75 ?? null,
    peers_below: value === null ? null : below,
    peers_above: value === null ? null : above,
    comparison_95,
    word,
    sentence: peersSentence(own, said),
  };
}
