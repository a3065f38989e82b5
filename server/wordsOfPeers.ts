import { measureOf } from '../data/definitions/measures.ts';
import { formatCount } from '../data/definitions/numbers.ts';
import type { ComparisonWord } from './statistics/benchmark.ts';
import type { PeerInput } from './statistics/peers.ts';
import { claimOf, placeText, rowSentence, valueText, type WordedFigure } from './wordsOfFigure.ts';

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
export function inputsText(inputs: readonly PeerInput[]): string {
  const said = inputs.map((input) => inputText[input]);
  return said.length > 1 ? `${said.slice(0, -1).join(', ')} and ${said.at(-1)}` : said.join('');
}

export interface PeersSaid {
  inputs: readonly PeerInput[];
  /** How many practices are its peers, how many of them have a value, and how many a lower one. */
  peers: number;
  reported: number;
  below: number;
  spread: PeerSpread | null;
  /** How its natural variation stands to their median. */
  word: ComparisonWord;
}

/** A practice's figure beside the median and quartiles of its peers, as English. */
export function peersSentence(row: WordedFigure, said: PeersSaid): string {
  const { peers, reported, below, spread, word } = said;
  if (!peers) {
    return `${placeText(row)} has no peers: the size of its list, or of all others, is not known.`;
  }
  const likeIt =
    peers === 1
      ? `the practice most like it by ${inputsText(said.inputs)}`
      : `the ${formatCount(peers)} practices most like it by ${inputsText(said.inputs)}`;
  if (row.value === null) return rowSentence(row);
  const claim = claimOf({ ...row, value: row.value });
  if (!spread) return `${claim}. None of ${likeIt} reported it.`;
  const measure = measureOf(row.measure);
  const [low, median, high] = [spread.p25, spread.p50, spread.p75].map((value) =>
    valueText(value, measure),
  );
  const stands =
    word === 'not compared'
      ? ', against a median of'
      : `: ${word} ${word === 'similar' ? 'to' : 'than'} the median of`;
  const quarters = reported < 4 ? '' : `; half of them lie between ${low} and ${high}`;
  const among = `${formatCount(below)} of ${reported === peers ? 'them' : `the ${formatCount(reported)} that reported it`}`;
  return `${claim}${stands} ${likeIt}, ${median}${quarters}. ${among} ${below === 1 ? 'has' : 'have'} a lower figure.`;
}
