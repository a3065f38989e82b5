import { measureOf } from '../definitions/measures.ts';
import { formatCount } from '../definitions/numbers.ts';
import type { ComparisonWord } from '../statistics/benchmark.ts';
import type { PeerInput } from '../statistics/peers.ts';
import { bareValue, capital, counted, listed, placeText, plural, valueText } from './english.ts';
import { claimOf, isAllOrNothing, oddity, rowSentence, type WordedFigure } from './figureRow.ts';

/** What the peers of a practice reach, in the unit of the measure. */
export interface PeerSpread {
  p25: number;
  p50: number;
  p75: number;
}

const inputText: Record<PeerInput, string> = {
  list_size: 'list size',
  deprivation: 'deprivation',
  rurality: 'town or country',
};

/** "list size and deprivation" */
const inputsText = (inputs: readonly PeerInput[]): string =>
  listed(inputs.map((input) => inputText[input]));

export interface PeersSaid {
  inputs: readonly PeerInput[];
  /** How many practices are its peers, how many of them have a value, and how many a lower or higher one. */
  peers: number;
  reported: number;
  below: number;
  above: number;
  spread: PeerSpread | null;
  /** How its natural variation stands to their median. */
  word: ComparisonWord;
}

/** A practice's figure beside the median and quartiles of its peers, as English. */
export function peersSentence(row: WordedFigure, said: PeersSaid): string {
  const { peers, spread } = said;
  if (!peers) {
    return `${capital(placeText(row.level, row.area_name))} has no peers: the size of its list, or of all others, is not known.`;
  }
  if (row.value === null) return rowSentence(row);
  const claim = claimOf({ ...row, value: row.value });
  const likeIt =
    peers === 1
      ? `the practice most like it by ${inputsText(said.inputs)}`
      : `the ${counted(peers, 'practice')} most like it by ${inputsText(said.inputs)}`;
  if (!spread) {
    return `${claim}. ${peers === 1 ? `${capital(likeIt)} did not report` : `None of ${likeIt} reported`} it.`;
  }
  if (isAllOrNothing(row))
    return `${claim}. ${offering({ ...row, value: row.value }, likeIt, said)}.`;
  const more = oddity(row);
  return peers === 1
    ? `${claim}${standing(said.word)} ${likeIt}, ${valueText(spread.p50, measureOf(row.measure))}.${more}`
    : `${claim}${standing(said.word, 'the median of')} ${likeIt}, ${spreadText(row, spread, said)}. ${belowText(said)}.${more}`;
}

/** How many of the practices most like one offer or do what it does or does not. */
function offering(row: WordedFigure & { value: number }, likeIt: string, said: PeersSaid): string {
  const { peers, reported, below, above } = said;
  const some = row.value > 0 ? reported - below : above;
  const does = measureOf(row.measure).counts === 'practices';
  const [one, many, not] = does
    ? ['did so', 'did so', 'did not']
    : ['offers it', 'offer it', 'does not offer it'];
  if (peers === 1) return `${capital(likeIt)} ${some ? one : not}`;
  if (some === peers) return `All of ${likeIt} ${many}`;
  const unknown = reported < peers ? `; of ${formatCount(peers - reported)} it is not known` : '';
  if (some === 0) return `None of ${likeIt} ${one}${unknown}`;
  return `Of ${likeIt}, ${formatCount(some)} ${plural(some, one, many)}${unknown}`;
}

/** How a figure stands beside what follows: ": worse than the median of", or ", against the median of". */
function standing(word: ComparisonWord, what?: string): string {
  const how = word === 'similar' ? 'similar to' : `${word} than`;
  return `${word === 'not compared' ? ', against' : `: ${how}`}${what ? ` ${what}` : ''}`;
}

/** The median of peers and the middle half of them, where it says more. */
function spreadText({ measure: id }: WordedFigure, spread: PeerSpread, { reported }: PeersSaid) {
  const measure = measureOf(id);
  const median = valueText(spread.p50, measure);
  const [low, high] = [spread.p25, spread.p75].map((value) => bareValue(value, measure));
  return reported < 4 || low === high
    ? median
    : `${median}. Half of them lie between ${low} and ${high}`;
}

/** How many of the peers that reported have a lower figure. */
function belowText({ peers, reported, below }: PeersSaid): string {
  if (reported === 1) return 'Only one of them reported it';
  const them = reported === peers ? 'them' : `the ${formatCount(reported)} that reported it`;
  if (below === 0) return `None of ${them} has a lower figure`;
  if (below === reported) return `All of ${them} have a lower figure`;
  return `${formatCount(below)} of ${them} ${plural(below, 'has', 'have')} a lower figure`;
}
