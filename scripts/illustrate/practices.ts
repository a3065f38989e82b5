import { type Supplier, suppliers } from './areaTeams.ts';
import { MARCH_2015 } from './calendar.ts';
import type { Group } from './groups.ts';
import { between, inventLives, type Life } from './lives.ts';
import { practiceName } from './names.ts';
import { bell, choose, exponential, type Random, randomStream } from './random.ts';

/** An invented practice and its characteristics; months count from April 2014. */
export interface Practice extends Life {
  code: string;
  name: string;
  supplier: Supplier;
  /** A later name or supplier, and the month of the change. */
  renamed: { name: string; month: number } | null;
  moved: { supplier: Supplier; month: number } | null;
  /** Deprivation of its patients, on the scale of the area teams. */
  need: number;
  /** How keen it is on online services: mean 0, standard deviation 1. */
  keen: number;
  /** The month from which it signs patients up in earnest. */
  wakes: number;
}

/** All practices that are ever in an illustration, by code. Names are unique within a group except for a few pairs. */
export function inventPractices(seed: number, groups: readonly Group[]): Practice[] {
  const random = randomStream(seed, 'practices');
  const settings = new Map(
    groups.map((group) => [
      group,
      { taken: new Set<string>(), supply: groupSupply(random, group) },
    ]),
  );
  const practices = inventLives(seed, groups).map((life, i): Practice => {
    const { taken, supply } = settings.get(life.group)!;
    const supplier = choose(random, supply);
    const name = practiceName(random, taken);
    const month = between(random, 1, MARCH_2015);
    const other = supplier === 'EMIS' ? 'TPP' : 'EMIS';
    return {
      ...life,
      code: `ZZ${String(i + 1).padStart(4, '0')}`,
      name,
      supplier,
      renamed: random() < 0.003 ? { name: practiceName(random, taken), month } : null,
      moved: random() < 0.008 && supplier !== 'MICROTEST' ? { supplier: other, month } : null,
      need: life.group.need + 0.6 * bell(random),
      keen: bell(random),
      wakes: random() < 0.2 ? between(random, 0, 48) : -12,
    };
  });
  const pairing = new Set(groups.filter((_, g) => g % 40 === 39));
  const candidates = practices.filter((one) => pairing.has(one.group) && lasts(one));
  for (const group of pairing) {
    const [first, second] = candidates.filter((one) => one.group === group && !one.renamed);
    if (first && second) second.name = first.name;
  }
  return practices;
}

/** Whether a practice exists in every possible month. */
export const lasts = ({ opens, closes }: Life): boolean => opens < 0 && !Number.isFinite(closes);

/** Whether a practice is in the extracts of a month. */
export const isOpen = ({ opens, closes }: Life, month: number): boolean =>
  opens <= month && month < closes;

/** One supplier tends to prevail in a group, because neighbours buy alike. */
function groupSupply(random: Random, { team }: Group): [Supplier, number][] {
  return suppliers.map((supplier, s) => [
    supplier,
    team.supply[s]! * exponential(0.7 * bell(random)),
  ]);
}
