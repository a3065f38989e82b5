import { apportion } from './apportionment.ts';
import { type AreaTeam, areaTeams } from './areaTeams.ts';
import { MARCH_2015 } from './calendar.ts';
import { isOpen, lasts, type Practice } from './practices.ts';
import { bell, exponential, type Random, randomStream, randomTable } from './random.ts';
import { ENGLAND_PATIENTS, scaled } from './size.ts';

/** Quantiles of list sizes relative to their median, as in extracts of real practices. */
const quantiles: readonly [number, number][] = [
  [0, 0.05],
  [0.001, 0.1],
  [0.01, 0.216],
  [0.05, 0.33],
  [0.1, 0.416],
  [0.25, 0.629],
  [0.5, 1],
  [0.75, 1.468],
  [0.9, 1.949],
  [0.95, 2.309],
  [0.99, 3.382],
  [0.995, 4.141],
  [0.999, 6.11],
  [1, 8],
];

function drawRatio(random: Random): number {
  const at = random();
  const above = quantiles.findIndex(([share]) => share > at);
  const [low, from] = quantiles[above - 1]!;
  const [high, to] = quantiles[above]!;
  return from + ((to - from) * (at - low)) / (high - low);
}

/** The patients registered with each practice in a month, zero if it is not open. */
export type ListSizes = (month: number) => Int32Array;

/**
 * The list sizes of practices. `size` of them are open in March 2015, when the area teams have their shares of
 * England's patients. If a practice closes, its list moves to one neighbour (a merger) or to three.
 */
export function inventLists(seed: number, practices: readonly Practice[], size: number): ListSizes {
  const random = randomStream(seed, 'lists');
  const wiggle = randomTable(seed, 'list wiggle');
  const ratios = practices.map((practice) => drawRatio(random) * exponential(-0.1 * practice.need));
  const growth = practices.map(
    ({ group }) => 0.005 + 0.012 * bell(random) + (group.team.code === 'Q71' ? 0.012 : 0),
  );
  const base = listsInMarch2015(practices, ratios, size);
  const heirs = inventHeirs(random, practices);
  for (const [i, those] of heirs) {
    if (practices[i]!.closes > MARCH_2015) continue;
    const room = Math.min(...those.map((heir) => base[heir]!)) * those.length;
    base[i] = Math.floor(Math.min(6000 * ratios[i]!, 0.4 * room));
  }
  return (month) => {
    const own = practices.map(({ opens }, i) => {
      const grown = 1 + (growth[i]! * (month - MARCH_2015)) / 12;
      const filling = opens < 0 ? 1 : Math.min(1, Math.max(0, 0.25 + 0.15 * (month - opens)));
      return base[i]! * grown * filling * (0.9985 + 0.003 * wiggle(i, month));
    });
    const sizes = own.slice();
    for (const [i, those] of heirs) {
      const { closes } = practices[i]!;
      // In March 2015 the heirs' lists include those of practices closed by then, and no others.
      const moves = Number(month >= closes) - Number(closes <= MARCH_2015);
      for (const heir of those) sizes[heir]! += (moves * own[i]!) / those.length;
    }
    return Int32Array.from(sizes, (value, i) =>
      isOpen(practices[i]!, month) ? Math.max(60, Math.round(value)) : 0,
    );
  };
}

function listsInMarch2015(
  practices: readonly Practice[],
  ratios: number[],
  size: number,
): number[] {
  const teams = apportion(
    scaled(ENGLAND_PATIENTS, size),
    areaTeams.map(({ thousands }) => thousands),
  );
  const totals = new Map<AreaTeam, number>(areaTeams.map((team, t) => [team, teams[t]!]));
  const base = practices.map(() => 0);
  for (const [team, total] of totals) {
    const members = [...practices.keys()].filter((i) => practices[i]!.group.team === team);
    const weights = (open: boolean) =>
      members.map((i) => (isOpen(practices[i]!, MARCH_2015) === open ? ratios[i]! : 0));
    const shares = apportion(total, weights(true));
    const perRatio = total / weights(true).reduce((sum, ratio) => sum + ratio, 0);
    for (const [m, i] of members.entries()) {
      base[i] = shares[m] || Math.round(perRatio * ratios[i]!);
    }
  }
  return base;
}

/** By position, the practices to which each closing list moves: lasting practices of the same group. */
function inventHeirs(random: Random, practices: readonly Practice[]): Map<number, number[]> {
  const lasting = new Map<string, number[]>();
  for (const [i, practice] of practices.entries()) {
    const { code } = practice.group;
    if (lasts(practice)) lasting.set(code, [...(lasting.get(code) ?? []), i]);
  }
  const heirs = new Map<number, number[]>();
  for (const [i, { closes, group }] of practices.entries()) {
    const those = lasting.get(group.code);
    if (!Number.isFinite(closes) || !those) continue;
    const count = Math.min(those.length, random() < 0.5 ? 1 : 3);
    const first = Math.floor(random() * those.length);
    heirs.set(
      i,
      Array.from({ length: count }, (_, k) => those[(first + k) % those.length]!),
    );
  }
  return heirs;
}
