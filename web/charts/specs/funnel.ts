import type { TopLevelSpec } from 'vega-lite';
import { type FunnelModel, funnelCurve } from '../../../data/statistics/funnel.ts';
import { crowded } from './crowd.ts';
import { dotLayers, drawnDots, type FunnelDot } from './funnel/dots.ts';
import {
  limitBoxes,
  limitLayers,
  limitNameLayers,
  limitNames,
  limitRoom,
} from './funnel/limits.ts';
import { funnelNames } from './funnel/names.ts';
import type { FunnelPlot } from './funnel/plot.ts';
import { chartConfig, type Room, specOf, valueLabels } from './palette.ts';

interface Funnel {
  dots: readonly FunnelDot[];
  model: FunnelModel;
  /** The mean as text: "4.5%". */
  mean: string;
  /** What the denominator counts: "Registered patients of each CCG". */
  counted: string;
}

const around = { left: 50, top: 14, bottom: 46 };

/**
 * Places by their size against the limits of a model: circles within, triangles pointing up or down beyond them, hollow
 * between the inner and the outer limits and solid beyond the outer.
 */
export function funnelSpec(funnel: Funnel, room: Room): TopLevelSpec {
  const { dots, model, counted } = funnel;
  const { palette } = room;
  const mean = `mean ${funnel.mean}`;
  const padding = { ...around, right: limitRoom(mean) };
  const width = Math.max(100, room.width - padding.left - padding.right);
  const height = room.height - padding.top - padding.bottom;
  const sizes = dots.map(({ denominator }) => denominator);
  const most = Math.max(...sizes) * 1.02;
  const curve = funnelCurve(model, Math.max(1, Math.min(...sizes) * 0.9), most, 80, 100);
  const end = curve.at(-1)!;
  const centre = model.target * 100;
  const values = dots.map(({ value }) => value);
  const top = Math.max(...values, end.upper998) * 1.05;
  const low = Math.min(...values, end.lower998);
  const ends: [number, number] =
    low > top * 0.6 ? [low - (top - low) * 0.1, Math.min(top, 100.5)] : [0, top];
  const span = ends[1] - ends[0];
  const plot: FunnelPlot = {
    width,
    height,
    ends,
    x: {
      field: 'denominator',
      type: 'quantitative',
      scale: { domain: [0, most], nice: false },
      axis: {
        title: counted,
        grid: false,
        domain: true,
        tickCount: Math.max(2, Math.round(width / 130)),
        format: ',d',
      },
    },
    y: {
      field: 'value',
      type: 'quantitative',
      scale: { domain: ends, nice: false, zero: false },
      axis: { title: null, tickCount: 5, labelExpr: valueLabels('%') },
    },
    at: (denominator, value) => [
      (denominator / most) * width,
      height * (1 - (value - ends[0]) / span),
    ],
    of: ([x, y]) => [(x / width) * most, ends[0] + (1 - y / height) * span],
  };
  const names = limitNames(end, { centre, mean }, plot);
  const drawn = drawnDots(dots, plot, palette);
  return specOf({
    width,
    height,
    padding,
    autosize: 'none',
    config: chartConfig(palette),
    usermeta: { readings: drawn.length > crowded ? drawn : [] },
    layer: [
      ...limitLayers(curve, plot, palette),
      ...limitNameLayers(names, centre, plot, palette),
      ...dotLayers(drawn, plot, palette),
      ...funnelNames(
        drawn,
        { curve, centre, right: padding.right, taken: limitBoxes(names, plot) },
        plot,
        palette,
      ),
    ],
  });
}
