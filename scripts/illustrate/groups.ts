import { apportion } from './apportionment.ts';
import { type AreaTeam, areaTeams } from './areaTeams.ts';
import { groupName } from './names.ts';
import { bell, exponential, randomStream } from './random.ts';
import { scaled } from './size.ts';

/** An invented clinical commissioning group, in a real area team. */
export interface Group {
  code: string;
  name: string;
  team: AreaTeam;
  /** Practices in March 2015. */
  practices: number;
  /** Deprivation on the scale of the area teams. */
  need: number;
}

/** Two groups of unusual size: real ones ranged from a handful of practices to about 130. */
const unusual: Record<string, number> = { Q55: 1, Q66: 130 };

/** The groups of an illustration with this many practices, 211 groups in a full one, area team by area team. */
export function inventGroups(seed: number, practices: number): Group[] {
  const random = randomStream(seed, 'groups');
  const taken = new Set<string>();
  const spare = apportion(
    practices - areaTeams.length,
    areaTeams.map(({ thousands, listRatio }) => thousands / listRatio),
  );
  const groups: Group[] = [];
  for (const [t, team] of areaTeams.entries()) {
    for (const size of sizesWithin(team, spare[t]! + 1, practices, random)) {
      groups.push({
        code: `ZC${String(groups.length + 1).padStart(3, '0')}`,
        name: groupName(random, taken),
        team,
        practices: size,
        need: team.need + 0.5 * bell(random),
      });
    }
  }
  return groups;
}

function sizesWithin(team: AreaTeam, size: number, practices: number, random: () => number) {
  const count = Math.max(1, Math.min(size, scaled(team.groups, practices)));
  const first = unusual[team.code];
  const weights = Array.from({ length: count }, () => exponential(0.45 * bell(random)));
  if (!first || count < 2) return apportion(size - count, weights).map((more) => more + 1);
  const others = count - 1;
  const own = first === 1 ? 1 : Math.max(1, Math.min(size - others, scaled(first, practices)));
  return [own, ...apportion(size - own - others, weights.slice(1)).map((more) => more + 1)];
}
