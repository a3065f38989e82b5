import { processLimits, signalsOf } from './methods.ts';
import { type Questions, type Recomputed, to } from './question.ts';
import { England, type Row, type Told, unitOf } from './told.ts';

/** Every month between two, including those without an extract. */
function monthsFrom(first: string, last: string): string[] {
  const months = [first];
  while (months.at(-1)! < last) {
    const [year, month] = months.at(-1)!.split('-').map(Number) as [number, number];
    months.push(month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`);
  }
  return months;
}

/** `/xmr` of England, a CCG and practices: one year, and with a restart. */
export const xmr: Questions = (told, { period }) => {
  const practices = told.codes('practice', period);
  const places = [England, told.codes('ccg', period)[1]!, practices[0]!, practices[10]!];
  const year = told.months.filter((month) => month <= period).slice(-12);
  return places.flatMap((area) =>
    ['records_enabled', 'any_use'].flatMap((measure) => [
      charted(told, { area, measure, from: year[0]!, to: period }, []),
      charted(told, { area, measure, from: year[0]!, to: period }, [year[5]!]),
    ]),
  );
};

function charted(
  told: Told,
  asked: { area: string; measure: string; from: string; to: string },
  restarts: string[],
): Recomputed {
  const { area, measure } = asked;
  const months = monthsFrom(asked.from, asked.to);
  const starts = [0, ...restarts.map((month) => months.indexOf(month))];
  const rows = starts.flatMap((from, segment) => {
    const stretch = months.slice(from, starts[segment + 1] ?? months.length);
    const values = stretch.map((month) => told.value(area, month, measure));
    const limits = processLimits(values);
    const signals = signalsOf(values);
    return stretch.map((period, i): Row => {
      const there = told.within(area, period).length > 0;
      return {
        ...{ period, level: told.levelOf(area), area_code: area, measure },
        unit: unitOf(measure).unit,
        value: values[i],
        segment: segment + 1,
        mean: limits?.mean ?? null,
        lower: limits?.lower ?? null,
        upper: limits?.upper ?? null,
        signal: signals[i]?.rule ?? null,
        direction: signals[i] ? (signals[i].up ? 'up' : 'down') : null,
        marker: there ? told.figure(area, period, measure).marker : '[z]',
      };
    });
  });
  const query = { ...asked, restarts: restarts.length ? restarts.join(',') : undefined };
  return { address: to('/xmr', query), rows, meta: { restarts } };
}

/** `/changes` between two months, and the practices behind them. */
export const changes: Questions = (told, { period, former }) =>
  [England, ...told.codes('ccg', period)].flatMap((area) =>
    ['records_enabled', 'records_offered', 'any_use'].flatMap((measure) => {
      const pair = { measure, area, from: former, to: period };
      const { units, parts, practices } = takenApart(told, pair);
      const months = { from_period: former, to_period: period };
      const [before, after] = [former, period].map((month) => told.value(area, month, measure));
      if (before == null || after == null) return [];
      const total = after - before;
      const place = {
        ...{
          level: told.levelOf(area),
          area_code: area,
          area_name: told.nameOf(area, told.months.at(-1)!),
        },
        ...{ measure, unit: unitOf(measure).unit },
      };
      return [
        {
          address: to('/changes', pair),
          rows: [...Object.entries(parts), ['total', total] as const].map(
            ([part, contribution]) => ({
              ...months,
              ...place,
              part,
              contribution,
              share: (contribution / total) * 100,
              practices: practices(part),
            }),
          ),
        },
        {
          address: to('/changes/practices', pair),
          rows: units.map((unit) => ({
            ...months,
            level: 'practice',
            measure,
            unit: unitOf(measure).unit,
            ...unit,
          })),
          meta: { practices: units.length, from: former, to: period },
        },
      ];
    }),
  );

interface Pair {
  measure: string;
  area: string;
  from: string;
  to: string;
}

interface Counted {
  x: number;
  n: number;
}

/**
 * Kitagawa's two parts for units that reported in both months, unit by unit, and how far the units that reported in
 * only one moved that month's rate away from the rate of the others.
 */
function takenApart(told: Told, { measure, area, from, to: later }: Pair) {
  const { scale } = unitOf(measure);
  const there = (month: string) => told.within(area, month).map(({ code }) => code);
  const counted = (code: string, month: string): Counted | null => {
    if (!there(month).includes(code)) return null;
    const { numerator, denominator } = told.figure(code, month, measure);
    // Where all practices count, one that did not report counts as not offering it.
    const share = told.sharesOf(code, month, measure)[0]?.[1];
    const counts = measure.endsWith('_offered') && share;
    // None of none is not a rate.
    if (counts) return share.denominator ? { x: share.numerator, n: share.denominator } : null;
    return numerator === null || denominator === null ? null : { x: numerator, n: denominator };
  };
  const all = [...new Set([...there(from), ...there(later)])].map((code) => ({
    code,
    earlier: counted(code, from),
    now: counted(code, later),
  }));
  const reported = all.filter(({ earlier, now }) => earlier || now);
  const pooled = (some: (Counted | null)[]): Counted => ({
    x: some.reduce((sum, one) => sum + (one?.x ?? 0), 0),
    n: some.reduce((sum, one) => sum + (one?.n ?? 0), 0),
  });
  const both = reported.filter(({ earlier, now }) => earlier && now);
  const [stayedThen, stayedNow] = [
    pooled(both.map((one) => one.earlier)),
    pooled(both.map((one) => one.now)),
  ];
  const [allThen, allNow] = [
    pooled(reported.map((one) => one.earlier)),
    pooled(reported.map((one) => one.now)),
  ];
  const rate = ({ x, n }: Counted) => x / n;
  const middle = (rate(stayedThen) + rate(stayedNow)) / 2;
  const systemOf = (code: string, month: string) =>
    told.within(code, month)[0]?.supplier?.replace(/ ?\(I\)$/, '') ?? null;
  const hasMoved = (code: string) => {
    const [then, now] = [systemOf(code, from), systemOf(code, later)];
    return then !== null && now !== null && then !== now;
  };
  const units = reported.map(({ code, earlier, now }) => {
    let [uptake, size, kind] = [0, 0, hasMoved(code) ? 'changed_supplier' : 'both'];
    if (earlier && now) {
      const [weightThen, weightNow] = [earlier.n / stayedThen.n, now.n / stayedNow.n];
      uptake = (rate(now) - rate(earlier)) * ((weightThen + weightNow) / 2);
      size = (weightNow - weightThen) * ((rate(earlier) + rate(now)) / 2 - middle);
    } else if (now) {
      kind = there(from).includes(code) ? 'began_reporting' : 'came';
      size = (now.n / allNow.n) * (rate(now) - rate(stayedNow));
    } else if (earlier) {
      kind = there(later).includes(code) ? 'stopped_reporting' : 'left';
      size = -(earlier.n / allThen.n) * (rate(earlier) - rate(stayedThen));
    }
    return {
      area_code: code,
      area_name: told.nameOf(code, later),
      kind,
      contribution: (uptake + size) * scale,
      through_uptake: uptake * scale,
      through_size: size * scale,
      numerator_before: earlier?.x ?? null,
      denominator_before: earlier?.n ?? null,
      value_before: earlier && rate(earlier) * scale,
      numerator_after: now?.x ?? null,
      denominator_after: now?.n ?? null,
      value_after: now && rate(now) * scale,
    };
  });
  units.sort(
    (a, b) =>
      Math.abs(b.contribution) - Math.abs(a.contribution) || (a.area_code < b.area_code ? -1 : 1),
  );
  const sum = (values: number[]) => values.reduce((total, one) => total + one, 0);
  const ofKind = (...kinds: string[]) => units.filter(({ kind }) => kinds.includes(kind));
  const inBoth = ofKind('both', 'changed_supplier');
  const parts = {
    uptake: sum(ofKind('both').map((unit) => unit.through_uptake)),
    changed_supplier: sum(ofKind('changed_supplier').map((unit) => unit.through_uptake)),
    list_sizes: sum(inBoth.map((unit) => unit.through_size)),
    came: sum(ofKind('came').map((unit) => unit.contribution)),
    left: sum(ofKind('left').map((unit) => unit.contribution)),
    began_reporting: sum(ofKind('began_reporting').map((unit) => unit.contribution)),
    stopped_reporting: sum(ofKind('stopped_reporting').map((unit) => unit.contribution)),
  };
  const practices = (part: string) => {
    if (part === 'total') return units.length;
    if (part === 'list_sizes') return inBoth.length;
    return ofKind(part === 'uptake' ? 'both' : part).length;
  };
  return { units, parts, practices };
}
