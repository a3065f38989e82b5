import { linesOf, narrowest, sum } from './heights.ts';
import { type ChartHeight, panelsInRow, wideFrom } from './room.ts';

/** The height of small panels with these names. */
export function panelsHeight(names: readonly string[]): ChartHeight {
  const heightAt = (room: keyof ChartHeight, width: number, plotAndMonths: number) => {
    const columns = panelsInRow(names.length, room);
    const lines = names.map(({ length }) => linesOf(length, width / columns));
    const rows = lines.flatMap((_, i) =>
      i % columns ? [] : [Math.max(...lines.slice(i, i + columns)) * 15 + plotAndMonths],
    );
    return sum(rows);
  };
  return {
    wide: heightAt('wide', wideFrom, 164),
    narrow: heightAt('narrow', narrowest, 150),
  };
}
