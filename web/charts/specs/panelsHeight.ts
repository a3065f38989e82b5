import { linesOf, narrowest, sum } from './heights.ts';
import { type ChartHeight, smallPanels, wideFrom } from './room.ts';

/** The height of small panels with these names. */
export function panelsHeight(names: readonly string[]): ChartHeight {
  const heightAt = (width: number, columns: number, plotAndMonths: number) => {
    const lines = names.map(({ length }) => linesOf(length, width / columns));
    const rows = lines.flatMap((_, i) =>
      i % columns ? [] : [Math.max(...lines.slice(i, i + columns)) * 15 + plotAndMonths],
    );
    return sum(rows);
  };
  return {
    wide: heightAt(wideFrom, smallPanels.wide, 138),
    narrow: heightAt(narrowest, smallPanels.narrow, 150),
  };
}
