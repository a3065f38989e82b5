import { measureOf } from '../definitions/measures.ts';
import { formatCount, formatPercent } from '../definitions/numbers.ts';
import type { PeerInput } from '../statistics/peers.ts';
import type { Verdict } from '../statistics/verdict.ts';
import { higherThan } from './comparison.ts';
import { bareValue, capital, counted, listed, placeText, plural, valueText } from './english.ts';
import { claimOf, isAllOrNothing, rowSentence, type WordedFigure } from './figureRow.ts';
import { oddity } from './oddity.ts';

/** The spread of a practice's peers, in the unit of the measure. */
export interface PeerSpread {
  p25: number;
  p50: number;
  p75: number;
}

const inputText: Record<PeerInput, string> = {
  supplier: 'supplier',
  list_size: 'list size',
  deprivation: 'deprivation',
  rurality: 'town or country',
};

/** For example "supplier, list size and deprivation". */
const inputsText = (inputs: readonly PeerInput[]): string =>
  listed(inputs.map((input) => inputText[input]));

export interface PeersSaid {
  inputs: readonly PeerInput[];
  /** The number of peers, and how many of them have a value, a lower one and a higher one. */
  peers: number;
  reported: number;
  below: number;
  above: number;
  spread: PeerSpread | null;
  verdict: Verdict;
  /** Whether the peers differ too much from each other to compare with. */
  varied: boolean;
}

/** A practice's rank among its peers and their middle half, as English. */
export function peersSentence(row: WordedFigure, said: PeersSaid): string {
  const { peers, spread, verdict, reported, below } = said;
  if (!peers) {
    return `${capital(placeText(row.level, row.area_name))} has no peers: the size of its list, or of all others, is not known.`;
  }
  if (row.value === null) return rowSentence(row);
  const claim = claimOf({ ...row, value: row.value });
  const likeIt = `the ${peers === 1 ? 'practice' : counted(peers, 'practice')} most like it by ${inputsText(said.inputs)}`;
  if (!spread) {
    return `${claim}. ${peers === 1 ? `${capital(likeIt)} did not report` : `None of ${likeIt} reported`} it.`;
  }
  if (isAllOrNothing(row))
    return `${claim}. ${offering({ ...row, value: row.value }, likeIt, said)}.`;
  const median = valueText(spread.p50, measureOf(row.measure));
  const more = oddity(row);
  if (peers === 1) return `${claim}, against ${median} at ${likeIt}.${more}`;
  const those = reported === peers ? likeIt : `${likeIt}; ${formatCount(reported)} reported it`;
  const place = `${higherThan(below, reported)}${reported === peers ? '' : ' that reported it'}`;
  const side =
    verdict === 'higher' || verdict === 'lower'
      ? `, ${verdict} than the ${median} that is the median of ${those}, and ${place}`
      : `, against ${median}, the median of ${those}. It is ${place}`;
  return [`${claim}${side}.`, middleHalf(row, spread, said)].filter(Boolean).join(' ') + more;
}

/** How many of a practice's peers offer what it offers, or do what it does, or do not. */
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

/** The middle half of peers, if it says more than their median, as a sentence. */
function middleHalf({ measure: id }: WordedFigure, spread: PeerSpread, said: PeersSaid): string {
  const measure = measureOf(id);
  const [low, high] = [bareValue(spread.p25, measure), bareValue(spread.p75, measure)];
  if (said.reported < 4 || low === high) return '';
  const half = `Half of them are between ${low} and ${high}`;
  return said.varied ? `${half}: they vary too much among themselves to compare with.` : `${half}.`;
}

/** How much the peers' common characteristics explain, as a sentence; `share` is R², 0 to 1. */
export const explainedSentence = (inputs: readonly PeerInput[], share: number): string =>
  `${capital(inputsText(inputs))} ${plural(inputs.length, 'explains', 'explain')} ${formatPercent(share * 100)} of the differences between practices (R²), so practices alike in ${plural(inputs.length, 'it', 'them')} still differ.`;
