import { type LevelId, levelOf } from '../../data/definitions/levels.ts';
import { type ServiceChoice, serviceWords } from '../../data/definitions/measures.ts';
import { formatCount, formatPercent } from '../../data/definitions/numbers.ts';
import type { Verdict } from '../../data/statistics/verdict.ts';
import { atPlaceIn, capital, counted, listed, plural } from '../../data/words/english.ts';
import type { Meta } from '../ask.ts';
import { ordered } from '../charts/ordering.ts';
import type { Parts, Place } from '../figures.ts';

/** The places within a place in a month, of a level. */
export interface Within {
  service: ServiceChoice;
  period: string;
  level: LevelId;
  levels: readonly LevelId[];
  where: string;
  parent: { level: LevelId; code: string; name: string };
  places: readonly Place[];
  england: Parts;
  meta: Meta;
}

/** Those in the month's extracts. */
export const reporting = ({ places }: Within) =>
  places.filter(({ parts }) => (parts.offered ?? parts.enabled)?.practices);

/** How the places within a place differ, as a sentence and in brief; empty if nothing is known about any. */
export function withinWords(shown: Within): { sentence: string; gist: string } {
  const known = reporting(shown);
  return known.length ? spreadWords(known, shown) : { sentence: '', gist: '' };
}

/** How many practices have a higher, about the same and a lower share of patients set up than the rest of England. */
function besideEngland(
  all: readonly Place[],
  { service, where, england }: { service: ServiceChoice; where: string; england: number },
): { sentence: string; gist: string } {
  const known = all.filter(({ parts }) => parts.enabled?.value != null);
  const count = (verdict: Verdict) =>
    known.filter(({ parts }) => parts.enabled!.verdict === verdict).length;
  const [higher, same, lower] = [count('higher'), count('about the same'), count('lower')];
  const sides = [
    { practices: higher, side: 'higher' },
    { practices: same, side: 'about the same' },
    { practices: lower, side: 'lower' },
    { practices: known.length - higher - same - lower, side: 'without a clear difference' },
  ].filter(({ practices }) => practices > 0);
  const parts = sides.map(({ practices, side }, i) => {
    const some = practices === known.length ? 'all' : formatCount(practices);
    return `${some}${i ? '' : ` ${plural(practices, 'is', 'are')}`} ${side}`;
  });
  const share = `In the share of patients set up to ${serviceWords[service].does}`;
  const beside = `against England’s ${formatPercent(england)}.`;
  if (known.length === 1) {
    const told = `is ${sides[0]!.side}, ${beside}`;
    return {
      sentence: `${share}, the one practice ${where} that reported ${told}`,
      gist: `The one practice that reported ${told}`,
    };
  }
  const told = `${listed(parts)}, ${beside}`;
  return {
    sentence: `${share}, of the ${counted(known.length, 'practice')} ${where} that reported, ${told}`,
    gist: `Of ${counted(known.length, 'practice')}, ${told}`,
  };
}

/**
 * How places differ in the share set up or, if nobody reported that, in the share who could. Areas at the ends are
 * named. Practices are counted against England, and none is singled out.
 */
function spreadWords(
  places: readonly Place[],
  { service, period, level, where, england: all }: Within,
): { sentence: string; gist: string } {
  const alike = (sentence: string) => ({ sentence, gist: sentence });
  const { many } = levelOf(level);
  const part = places.some(({ parts }) => parts.enabled?.value != null) ? 'enabled' : 'offered';
  const did = { enabled: 'set up to', offered: 'registered where patients can' }[part];
  const { does } = serviceWords[service];
  const known = ordered(places, { by: part, descending: true }).flatMap(({ name, parts }) => {
    const value = parts[part]?.value ?? null;
    return value === null ? [] : [{ name, value }];
  });
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last) return alike(`No figures were reported for ${many} ${where}.`);
  const england = all[part]?.value;
  if (level === 'practice' && england != null) {
    return part === 'enabled'
      ? besideEngland(places, { service, where, england })
      : alike(
          `${formatCount(known.filter(({ value }) => value > 0).length)} of ${formatCount(known.length)} practices ${where} let patients ${does}.`,
        );
  }
  const share = (place: typeof first) =>
    `${formatPercent(place.value)} ${atPlaceIn(period, level, place.name)}`;
  if (known.length === 1) return alike(`The share of patients ${did} ${does} is ${share(first)}.`);
  const range = `from ${share(last)} to ${share(first)}.`;
  return {
    sentence: `The share of patients ${did} ${does} ranges ${range}`,
    gist: capital(range),
  };
}
