import type { FunnelCurvePoint } from '../../../../data/statistics/funnel.ts';
import type { Box } from '../counting.ts';
import { crowded } from '../crowd.ts';
import { alongLine, freeNames } from '../freeNames.ts';
import { nameLayers } from '../nameLayers.ts';
import type { Palette } from '../palette.ts';
import type { Position } from '../shapes.ts';
import type { drawnDots } from './dots.ts';
import type { FunnelPlot } from './plot.ts';

/** Up to this many places beyond the outer limits are named. */
const mostNamed = 6;

/** The most points of a crowd that count: a name that covers a few of thousands hides little. */
const mostCounted = 150;

/** Half the ring around the place looked at, in pixels. */
const ring = 9;

/** The lines of a funnel, with the room right of the plot, in pixels, and the names there. */
interface FunnelLines {
  curve: readonly FunnelCurvePoint[];
  centre: number;
  right: number;
  taken: readonly Box[];
}

/** The names of the places looked at, and of those beyond the outer limits if they are few. */
export function funnelNames(
  drawn: ReturnType<typeof drawnDots>,
  { curve, centre, right, taken }: FunnelLines,
  plot: FunnelPlot,
  palette: Palette,
): object[] {
  const here = drawn.filter(({ dot }) => dot.here);
  const beyond = drawn.filter(({ dot }) => !dot.here && dot.position?.endsWith('998'));
  const named = [...here, ...(beyond.length > mostNamed ? [] : beyond)];
  if (!named.length) return [];
  const names = freeNames(
    named.map(({ dot, look, x, y }) => ({
      x,
      y,
      radius: dot.here ? ring : look.radius,
      name: dot.name,
      sought: dot.here,
    })),
    {
      // Includes the room beside the plot, between the names of lines.
      width: plot.width + right,
      height: plot.height,
      points: drawn.map(({ x, y }): Position => [x, y]),
      weight: drawn.length > crowded ? mostCounted / drawn.length : 1,
      lines: linesOf(curve, centre, plot),
      taken,
    },
  );
  return nameLayers(names, plot, palette);
}

/** The limits and the mean as points no further apart than the height of a name. */
function linesOf(curve: readonly FunnelCurvePoint[], centre: number, plot: FunnelPlot): Position[] {
  const limits = (['lower998', 'lower95', 'upper95', 'upper998'] as const).map((limit) =>
    curve.map((point) => plot.at(point.n, point[limit])),
  );
  const mean = [0, plot.of([plot.width, 0])[0]].map((n) => plot.at(n, centre));
  return [...limits, mean].flatMap(alongLine);
}
