import type { TopLevelSpec } from 'vega-lite';
import { levelOf } from '../../data/definitions/levels.ts';
import { measureOf } from '../../data/definitions/measures.ts';
import { formatMonth, formatShortMonth, movedMonth } from '../../data/definitions/months.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { targets } from '../../data/definitions/targets.ts';
import { fewestPlaces } from '../../data/statistics/verdict.ts';
import { ofOthers } from '../../data/words/charts.ts';
import { bareValue, counted } from '../../data/words/english.ts';
import type { ChartData, DrawnId } from './kind.ts';
import { benchmarkOf } from './kinds/benchmark.ts';
import { figureText, type PlaceFigure } from './kinds/chartPlace.ts';
import { type FunnelData, isMoreThanAll, positionWords } from './kinds/funnel.ts';
import { endsOf, type MonthLine, type MonthsData } from './kinds/monthLines.ts';
import type { MultiplesData } from './kinds/multiples.ts';
import { mostNamed, type PlacesData } from './kinds/places.ts';
import { type SpreadData, stepText } from './kinds/spread.ts';
import { signalText, type XmrData, xmrText } from './kinds/xmr.ts';
import { boundaries, map } from './mapDrawings.ts';
import { change, scatter } from './pairDrawings.ts';
import { curveSpec } from './specs/curve.ts';
import type { FunnelDot } from './specs/funnel/dots.ts';
import { funnelSpec } from './specs/funnel.ts';
import type { Aim } from './specs/lines/context.ts';
import type { Line } from './specs/lines/line.ts';
import { linesSpec } from './specs/lines.ts';
import { multiplesSpec } from './specs/multiples.ts';
import type { Role, Room } from './specs/palette.ts';
import { rankingSpec } from './specs/ranking.ts';
import { histogramSpec, swarmSpec } from './specs/spread.ts';
import { xmrSpec } from './specs/xmr.ts';
import { deprivation, supplier, variance } from './statisticsDrawings.ts';

const unitOf = (measure: string): '%' | '' => (measureOf(measure).form === 'share' ? '%' : '');

const stageRoles: Record<string, Role> = {
  offered: 'offered',
  enabled: 'place',
  accessed: 'used',
};

/** Dash patterns for lines of the same grey. */
const dashes = [
  [1, 0],
  [7, 3],
  [2, 3],
  [10, 3, 2, 3],
  [4, 2],
  [1, 3],
  [12, 4],
];

function lineOf(line: MonthLine, i: number, { stages, months }: MonthsData): Line {
  const last = endsOf(line)?.last;
  const value = last && line.months[last]!.value;
  return {
    name: line.name,
    role: stages ? stageRoles[measureOf(line.measure).stage]! : line.main ? 'place' : 'rest',
    last: typeof value === 'number' ? bareValue(value, measureOf(line.measure)) : undefined,
    dash: stages || line.main ? undefined : dashes[(i - 1) % dashes.length],
    months: months.map((period) => ({
      period,
      value: line.months[period]?.value ?? null,
      text: figureText(line.months[period], line.measure),
    })),
  };
}

/** Targets of a measure, drawn over the months of the year up to their date; none for a single month. */
const aimsOf = (measure: string, months: readonly string[]): Aim[] =>
  targets
    .filter((target) => target.measure === measure)
    .flatMap(({ value, date }) => {
      const year = months.filter((month) => month > movedMonth(date, -12) && month <= date);
      const [from, to] = [year[0], year.at(-1)];
      return from && to && from < to ? [{ value, from, to, text: `Target ${value}%` }] : [];
    });

function months(data: MonthsData, room: Room): TopLevelSpec {
  const { lines, bands, events, said, stages } = data;
  const measure = measureOf(lines[0]!.measure);
  return linesSpec(
    lines.map((line, i) => lineOf(line, i, data)),
    room,
    {
      unit: unitOf(measure.id),
      top: stages || measure.allOrNone ? 100 : undefined,
      bands: bands.map((band) => ({
        period: band.period,
        ends: [
          [band.p10, band.p90],
          [band.p20, band.p80],
          [band.p40, band.p60],
        ],
      })),
      aims: stages ? [] : aimsOf(measure.id, data.months),
      events: events.map(({ period, number }) => ({ period, text: String(number) })),
      said: said.flatMap(({ period, value, said: text }) =>
        value === null ? [] : [{ period, value, text }],
      ),
    },
  );
}

function rankedReading(row: PlaceFigure, measure: string): string {
  const unit = measureOf(measure);
  const varied =
    row.lower === null || row.upper === null
      ? ''
      : `\n95% confidence interval (Wilson) ${bareValue(row.lower, unit)} to ${bareValue(row.upper, unit)}`;
  return `${row.name}: ${figureText(row, measure)}${varied}`;
}

function places(data: PlacesData, room: Room): TopLevelSpec {
  const { rows, measure, here, level } = data;
  const benchmark = benchmarkOf(data);
  const unit = measureOf(measure);
  const ranked = rows.flatMap((row) =>
    row.value === null
      ? []
      : [
          {
            code: row.code,
            name: row.name,
            value: row.value,
            lower: row.lower,
            upper: row.upper,
            here: here.includes(row.code),
            text: bareValue(row.value, unit),
            reading: () => rankedReading(row, measure),
          },
        ],
  );
  const { many } = levelOf(level);
  const ranking = {
    places: ranked,
    benchmark:
      benchmark?.value == null
        ? null
        : {
            name: benchmark.name,
            value: benchmark.value,
            text: bareValue(benchmark.value, unit),
          },
    unit: unitOf(measure),
    many: `${formatCount(ranked.length)} ${many}`,
  };
  return ranked.length <= mostNamed ? rankingSpec(ranking, room) : curveSpec(ranking, room);
}

function spread(data: SpreadData, room: Room): TopLevelSpec {
  const { points, practices, steps, measure, here, deciles, against } = data;
  const unit = measureOf(measure);
  const guides = {
    unit: unitOf(measure),
    median: deciles && {
      value: deciles.p50,
      label: `median ${bareValue(deciles.p50, unit)}`,
    },
    benchmark:
      against?.value == null
        ? null
        : { value: against.value, label: `${against.name} ${bareValue(against.value, unit)}` },
    here: here && { value: here.value, label: `${here.name} ${bareValue(here.value, unit)}` },
  };
  if (!points) {
    const bars = (steps ?? []).map((step) => ({
      ...step,
      reading: `${stepText(step, measure)}: ${counted(step.practices, 'practice')}`,
    }));
    return histogramSpec(bars, guides, room);
  }
  const dots = points.map((point) => ({
    value: point.value,
    here: point.code === here?.code,
    reading: `${point.name}: ${bareValue(point.value, unit)}${
      point.percentile === null ? '' : `\nabove ${ofOthers(point.percentile, practices)}`
    }`,
  }));
  return swarmSpec(dots, guides, room);
}

function funnel(data: FunnelData, room: Room): TopLevelSpec {
  const { points, measure, mean, phi, tau2, units, adjusted, here } = data;
  const unit = measureOf(measure);
  const tooFew = units < fewestPlaces;
  const dots: FunnelDot[] = [];
  for (const point of points) {
    const { name, value, denominator, position, code } = point;
    if (value === null || !denominator) continue;
    dots.push({
      code,
      name,
      value,
      denominator,
      position: tooFew && !isMoreThanAll(point) ? 'inside' : position,
      here: here.includes(code),
      reading: () =>
        [`${name}: ${figureText(point, measure)}`, positionWords(point)].filter(Boolean).join('\n'),
    });
  }
  return funnelSpec(
    {
      dots,
      model: {
        adjusted,
        target: (mean ?? 0) / 100,
        phi: phi ?? 1,
        tau2: tau2 ?? 0,
        units,
      },
      mean: bareValue(mean ?? 0, unit),
      counted: `${unit.of === 'practices' ? 'Practices' : 'Registered patients'} of each ${levelOf(data.level).one}`,
    },
    room,
  );
}

function xmr(data: XmrData, room: Room): TopLevelSpec {
  const { months, measure, view } = data;
  const text = (value: number | null) => xmrText(data, value);
  const last = months.at(-1);
  return xmrSpec(
    {
      unit: view === 'changes' ? '' : unitOf(measure),
      points: months.map((month) => ({
        ...month,
        word: signalText(month),
        up: month.direction === 'up',
        reading: [
          `${formatMonth(month.period)}: ${text(month.value)}`,
          ...(month.mean === null
            ? []
            : [`usually ${text(month.lower)} to ${text(month.upper)}, mean ${text(month.mean)}`]),
          ...(month.signal ? [signalText(month)] : []),
        ].join('\n'),
      })),
      ends:
        last?.mean == null
          ? null
          : { mean: text(last.mean), lower: text(last.lower), upper: text(last.upper) },
    },
    room,
  );
}

function multiples(data: MultiplesData, room: Room): TopLevelSpec {
  const { panels, england, months, measure } = data;
  const unit = measureOf(measure);
  return multiplesSpec(
    {
      panels: panels.map((panel) => {
        const values = months.map((period) => panel.months[period]?.value ?? null);
        const last = values.at(-1);
        return {
          name: panel.name,
          values,
          last: last == null ? '' : bareValue(last, unit),
          readings: months.map(
            (period) =>
              `${panel.name}, ${formatMonth(period)}: ${figureText(panel.months[period], measure)}\nEngland: ${figureText(england[period], measure)}`,
          ),
        };
      }),
      behind: months.map((period) => england[period]?.value ?? null),
      ends: [formatShortMonth(months[0]!), formatShortMonth(months.at(-1)!)],
      unit: unitOf(measure),
    },
    room,
  );
}

interface Drawing {
  draw(data: ChartData, room: Room): TopLevelSpec;
}

/** How each kind of chart is drawn from its own data. */
const drawings: Record<DrawnId, Drawing> = {
  months: { draw: months },
  change: { draw: change },
  places: { draw: places },
  map: { draw: map },
  boundaries: { draw: boundaries },
  spread: { draw: spread },
  scatter: { draw: scatter },
  funnel: { draw: funnel },
  xmr: { draw: xmr },
  multiples: { draw: multiples },
  variance: { draw: variance },
  deprivation: { draw: deprivation },
  supplier: { draw: supplier },
};

/** The specification of a kind's chart, from the data it loaded. */
export const drawingOf = (id: DrawnId, data: ChartData, room: Room): TopLevelSpec =>
  drawings[id].draw(data, room);
