import { findMeasure } from '../definitions/measures.ts';
import { formatMonth } from '../definitions/months.ts';
import { formatCount } from '../definitions/numbers.ts';
import { listed, plural } from './english.ts';

export interface ContinuityReading {
  release: string;
  /** Null if there is none to compare with. */
  against: string | null;
  compared: number;
  revised: number;
  added: readonly string[];
  dropped: readonly string[];
}

const months = (list: readonly string[]): string =>
  list.length > 3
    ? `${formatCount(list.length)} months (${formatMonth(list[0]!)} to ${formatMonth(list.at(-1)!)})`
    : listed(list.map(formatMonth));

/** What changed in a release compared with another, as sentences. */
export function continuitySentence(reading: ContinuityReading): string {
  const { release, against, compared, revised, added, dropped } = reading;
  if (against === null) {
    return `There is no release before ${release} to compare it with.`;
  }
  const parts: string[] = [];
  if (compared === 0) parts.push(`${release} and ${against} have no month in common.`);
  else if (revised === 0) {
    parts.push(`None of the ${formatCount(compared)} figures in both was revised.`);
  } else {
    parts.push(
      `${formatCount(revised)} of the ${formatCount(compared)} figures in both ${plural(revised, 'was', 'were')} revised.`,
    );
  }
  if (added.length) parts.push(`New in ${release}: ${months(added)}.`);
  if (dropped.length) parts.push(`No longer in ${release}: ${months(dropped)}.`);
  return parts.join(' ');
}

/**
 * Measures that a release was made without, and those it has that cannot be shown, as sentences; empty if there are
 * neither.
 */
export function otherMeasuresSentence({
  lacking,
  unknown,
}: {
  lacking: readonly string[];
  unknown: readonly string[];
}): string {
  const sentences: string[] = [];
  if (lacking.length) {
    const titles = lacking.map((id) => `“${findMeasure(id)?.title ?? id}”`);
    sentences.push(
      `This release was made before ${listed(titles)} ${plural(lacking.length, 'was', 'were')} counted, so it has no such figures.`,
    );
  }
  if (unknown.length) {
    sentences.push(`It has figures that are not shown here: ${listed(unknown)}.`);
  }
  return sentences.join(' ');
}
