import { type Measure, serviceWords } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatRate } from '../definitions/numbers.ts';
import { listed, valueText } from './english.ts';

export const changeParts = [
  'uptake',
  'list_sizes',
  'came',
  'left',
  'began_reporting',
  'stopped_reporting',
] as const;
export type ChangePart = (typeof changeParts)[number];

/** Where a part of a change comes from, as it follows "from". */
export const partWords: Record<ChangePart, string> = {
  uptake: 'practices whose own figure changed',
  list_sizes: 'practices whose share of the patients changed',
  came: 'practices that came',
  left: 'practices that left',
  began_reporting: 'practices that began to report',
  stopped_reporting: 'practices that stopped reporting',
};

export interface ChangeReading {
  measure: Measure;
  where: string;
  /** Whether the place is one practice, whose change comes from nobody else. */
  alone?: boolean;
  /** Null where the release holds no earlier month. */
  from: string | null;
  to: string;
  before: number | null;
  after: number | null;
  /** In the unit; null where the change cannot be taken apart. */
  parts: Record<ChangePart, number> | null;
}

/** What a figure is of, as a sentence begins: "The share of patients in England who were set up to …". */
export function figureSubject({ service, unit, phrase }: Measure, where: string): string {
  if (unit === 'per 1,000 patients') {
    const what =
      service === 'any' ? 'online transactions' : `transactions to ${serviceWords[service].does}`;
    return `The rate of ${what} ${where}`;
  }
  return unit === 'percent of practices'
    ? `The share of practices ${where} that ${phrase}`
    : `The share of patients ${where} who ${phrase}`;
}

/** A difference in the unit, with its sign: "+1.8 percentage points". */
export function formatChange(change: number, { scale }: Measure): string {
  return `${signed(change)} ${scale === 100 ? 'percentage points' : 'per 1,000 patients'}`;
}

function signed(change: number): string {
  const sign = change > 0 ? '+' : change < 0 ? '−' : '';
  return `${sign}${formatRate(Math.abs(change))}`;
}

/** Parts smaller than a twentieth of the largest are left out of the sentence. */
const worthNaming = 1 / 20;

/** A change between two months and the larger of its parts, as one or two sentences. */
export function changeSentence(reading: ChangeReading): string {
  const { measure, where, from, to, before, after, parts } = reading;
  if (from === null) {
    return `This release holds no month before ${formatMonth(to)}, so no change can be told.`;
  }
  const missing = before === null ? from : after === null ? to : null;
  if (before === null || after === null) {
    return `For ${formatMonth(missing!)} there is no figure ${where}, so no change can be told.`;
  }
  const change = after - before;
  const months = `between ${formatMonth(from)} and ${formatMonth(to)}`;
  const [then, now] = [valueText(before, measure), valueText(after, measure)];
  const moved = then === now ? `stayed at ${now}` : `went from ${then} to ${now}`;
  const by = change === 0 ? '' : ` (${formatChange(change, measure)})`;
  const lead = `${figureSubject(measure, where)} ${moved} ${months}${by}`;
  if (!parts) {
    return `${lead}. No practice reported in both months, so the change cannot be taken apart.`;
  }
  if (reading.alone) return `${lead}.`;
  return [lead, ...partsSaid(parts, change)].map((sentence) => `${sentence}.`).join(' ');
}

/** Where a change comes from, as a sentence; none where nothing moved. */
function partsSaid(parts: Record<ChangePart, number>, change: number): string[] {
  const moving = changeParts.filter((part) => parts[part] !== 0);
  const largest = Math.max(...moving.map((part) => Math.abs(parts[part])));
  const named = moving
    .filter((part) => Math.abs(parts[part]) >= largest * worthNaming)
    .sort((a, b) => Math.abs(parts[b]) - Math.abs(parts[a]));
  const [first] = named;
  if (!first) return [];
  if (named.length === 1 && Math.abs(parts[first] - change) <= largest * worthNaming) {
    return [`${moving.length === 1 ? 'All' : 'Nearly all'} of it came from ${partWords[first]}`];
  }
  const came = change === 0 ? '' : 'came ';
  const each = named.map(
    (part, i) => `${signed(parts[part])} ${i ? '' : came}from ${partWords[part]}`,
  );
  return [`${change === 0 ? 'Its parts cancel out:' : 'Of this,'} ${listed(each)}`];
}
