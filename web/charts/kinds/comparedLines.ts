import type { Measure } from '../../../data/definitions/measures.ts';
import { movesSentence } from '../../../data/words/charts.ts';
import { isCoveredOtherwise } from '../../../data/words/figure.ts';
import { comparedFinding } from '../../../data/words/findings.ts';
import { sidesSentence } from '../../../data/words/sides.ts';
import { onlyOf } from './chartPlace.ts';
import { endsOf, type MonthLine, type MonthsData } from './monthLines.ts';

/** The lines of the places that a reader chose to compare, and England's; null of one place, even beside England. */
export function comparedLines({ lines, stages, query }: MonthsData) {
  if (stages) return null;
  const asked = query.area?.toUpperCase().split(',') ?? [];
  const whole = lines.find(({ place }) => place.level === 'england' && !place.only);
  const chosen = lines.filter((line) => asked.includes(line.place.code) && line !== whole);
  const several = chosen.length > 1 || (chosen.length === 1 && lines[0] === whole);
  return several ? { chosen, whole } : null;
}

type Compared = NonNullable<ReturnType<typeof comparedLines>>;

/** Where the last month's figure is highest and lowest: among several places, or in England and one. */
export function comparedTitle(
  { chosen, whole }: Compared,
  measure: Measure,
  last: string,
): string | null {
  const among = chosen.length > 1 || !whole ? chosen : [...chosen, whole];
  const known = among.flatMap(({ place: { level, name }, months }) => {
    const value = months[last]?.value ?? null;
    return value === null ? [] : [{ level, name, value }];
  });
  return known.length > 1 ? comparedFinding(measure, known, last) : null;
}

const none = { numerator: null, denominator: null, value: null, marker: '[x]' };

/** The last month's figures of several places and England's, and how places of one level moved. */
export function comparedSentence(
  { chosen, whole }: Compared,
  measure: Measure,
  last: string,
): string {
  const sides = chosen.map(({ place, months }) => ({
    ...(months[last] ?? none),
    level: place.level,
    name: place.name + onlyOf(place),
  }));
  const said = sidesSentence(sides, whole?.months[last]?.value ?? null, measure, last);
  const moving = chosen.flatMap((line) => movingOf(line, measure));
  const alike = moving.every(({ level }) => level === moving[0]!.level);
  return moving.length > 1 && alike ? `${said} ${movesSentence(measure, moving)}` : said;
}

/** How a line moved from its first to its last month, if those can be compared. */
function movingOf(line: MonthLine, measure: Measure) {
  const { place, months } = line;
  const ends = endsOf(line);
  if (!ends || ends.first === ends.last) return [];
  const [first, last] = [months[ends.first]!, months[ends.last]!];
  if (isCoveredOtherwise(last, first, measure)) return [];
  return [
    {
      level: place.level,
      name: place.name + onlyOf(place),
      first: { period: ends.first, value: first.value! },
      last: { period: ends.last, value: last.value! },
    },
  ];
}
