import { compare } from '../../data/statistics/benchmark.ts';
import { quartiles } from '../../data/statistics/deciles.ts';
import { intervalOf } from '../../data/statistics/figureInterval.ts';
import type { PeerInput } from '../../data/statistics/peers.ts';
import { verdicts } from '../../data/statistics/verdict.ts';
import { peersSentence } from '../../data/words/peers.ts';
import { type RecentMove, recentMoveSentence } from '../../data/words/supplierChange.ts';
import { varyTooMuch, verdictOn } from '../figures/verdicts.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Field } from '../table.ts';
import { comparisonValues, sentenceField } from './endpoints/columns.ts';

/** Fields about a practice's rank among its peers. */
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
    description:
      'Where its 95% confidence interval (Wilson) is against the median: higher or lower where it is wholly beyond.',
  },
  {
    name: 'word',
    type: 'string',
    enum: verdicts,
    description:
      'The verdict against the median, as in `/comparisons`: a side only outside the middle half.',
  },
  {
    name: 'reason',
    type: 'string',
    nullable: true,
    description: 'Why no side is taken; none where one is, or where the two are about the same.',
  },
  {
    name: 'peers_vary',
    type: 'boolean',
    nullable: true,
    description:
      'Whether the middle half of the peers is wider than their median is high, so that they are too unlike to compare with; none where none reported.',
  },
  sentenceField,
];

/** The rank of a practice's figure among those of its peers, in numbers and words. */
export function standing(
  own: FigureRow,
  values: readonly (number | null)[],
  inputs: readonly PeerInput[],
  moved: RecentMove | null,
) {
  const known = values.filter((value) => value !== null);
  const spread = quartiles(known);
  const median = spread?.p50 ?? null;
  const interval = intervalOf(own, 0.95);
  const against = {
    level: 'peers',
    value: median,
    rest: median,
    middle: spread,
    among: null,
  } as const;
  const { verdict, reason } = verdictOn(own, interval, against);
  const { value } = own;
  const below = value === null ? 0 : known.filter((other) => other < value).length;
  const above = value === null ? 0 : known.filter((other) => other > value).length;
  const varied = spread && varyTooMuch(spread, spread.p50);
  return {
    peers: values.length,
    peers_reported: known.length,
    lower_quartile: spread?.p25 ?? null,
    median,
    upper_quartile: spread?.p75 ?? null,
    peers_below: value === null ? null : below,
    peers_above: value === null ? null : above,
    comparison_95: compare(interval, median),
    word: verdict,
    reason,
    peers_vary: varied,
    sentence: [
      peersSentence(own, {
        inputs,
        peers: values.length,
        reported: known.length,
        below,
        above,
        spread,
        verdict,
        varied: varied ?? false,
      }),
      recentMoveSentence(moved),
    ]
      .filter(Boolean)
      .join(' '),
  };
}
