import { apportion } from './apportionment.ts';
import { MARCH_2015, MOST_MONTHS } from './calendar.ts';
import type { Group } from './groups.ts';
import { type Random, randomStream } from './random.ts';
import { scaled } from './size.ts';

/** When a practice of a group is in the extracts, in months since April 2014. */
export interface Life {
  group: Group;
  /** Its first month; negative if it was there before. */
  opens: number;
  /** The first month it is no longer in them; infinite if it stays. */
  closes: number;
}

/** Practices of a full illustration that close or open in the first year, and in all later ones. */
const changes = { close: 230, open: 43, closeLater: 1500, openLater: 324 };

/** A random whole number from first to last, both included. */
export const between = (random: Random, first: number, last: number): number =>
  first + Math.floor(random() * (last - first + 1));

const inFirstYear = (random: Random) => between(random, 1, MARCH_2015);
const later = (random: Random) => between(random, MARCH_2015 + 1, MOST_MONTHS - 1);

/**
 * A life for every practice ever in an illustration: group by group, then those that open, in order of opening. In
 * March 2015 exactly as many are open as the groups' numbers say. In a group of fewer than five practices, none opens
 * or closes.
 */
export function inventLives(seed: number, groups: readonly Group[]): Life[] {
  const random = randomStream(seed, 'lives');
  const size = groups.reduce((sum, { practices }) => sum + practices, 0);
  const weights = groups.map(({ practices }) => (practices < 5 ? 0 : practices));
  const share = (change: keyof typeof changes) => apportion(scaled(changes[change], size), weights);
  const [close, open] = [share('close'), share('open')];
  const [closeLater, openLater] = [share('closeLater'), share('openLater')];
  const founders: Life[] = [];
  const newcomers: Life[] = [];
  for (const [g, group] of groups.entries()) {
    const draws = (count: number, draw: (random: Random) => number) =>
      Array.from({ length: count }, () => draw(random));
    const closings = [...draws(close[g]!, inFirstYear), ...draws(closeLater[g]!, later)];
    const places = group.practices - open[g]! + close[g]!;
    const own = Array.from(
      { length: places },
      (_, i): Life => ({ group, opens: -1, closes: closings[i] ?? Number.POSITIVE_INFINITY }),
    );
    founders.push(...shuffle(random, own));
    for (const opens of [...draws(open[g]!, inFirstYear), ...draws(openLater[g]!, later)]) {
      newcomers.push({ group, opens, closes: Number.POSITIVE_INFINITY });
    }
  }
  return [...founders, ...newcomers.sort((a, b) => a.opens - b.opens)];
}

function shuffle<Item>(random: Random, items: Item[]): Item[] {
  for (let i = items.length - 1; i > 0; i--) {
    const j = between(random, 0, i);
    [items[i], items[j]] = [items[j]!, items[i]!];
  }
  return items;
}
