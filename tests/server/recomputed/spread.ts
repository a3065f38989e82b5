import { funnelAt, funnelOf, groupOf, percentRankOf, quantileOf } from './methods.ts';
import { type Questions, type Recomputed, to } from './question.ts';
import { England, type Row, type Told, unitOf } from './told.ts';

const measures = ['records_enabled', 'any_use', 'appointments_enabled', 'any_new'];
const tenths = [1, 2, 3, 4, 5, 6, 7, 8, 9];

/** The deciles, percentiles and steps of practices, in England and in its first CCG. */
export const spread: Questions = (told, { period }) => {
  const places = [England, told.codes('ccg', period)[0]!];
  return places.flatMap((within) =>
    measures.flatMap((measure): Recomputed[] => [
      {
        address: to('/deciles', { measure, within, from: told.months[0]!, to: period }),
        rows: told.months
          .filter((month) => month <= period)
          .map((month) => decilesOf(told, within, month, measure)),
      },
      ...[5, 10].map((groups) => ({
        address: to('/percentiles', { measure, within, period, quantiles: String(groups) }),
        rows: standingsIn(told, within, period, measure, groups),
      })),
      {
        address: to('/histogram', { measure, within, period }),
        rows: stepsIn([...told.values(within, period, measure).values()]).map((step) => ({
          ...{ period, area_code: within, measure },
          ...step,
        })),
      },
    ]),
  );
};

function decilesOf(told: Told, within: string, period: string, measure: string): Row {
  const values = [...told.values(within, period, measure).values()];
  const deciles = tenths.map((tenth) => [`p${tenth}0`, quantileOf(values, tenth / 10)]);
  return {
    ...{ period, area_code: within, measure, practices: values.length },
    ...Object.fromEntries(deciles),
  };
}

function standingsIn(
  told: Told,
  within: string,
  period: string,
  measure: string,
  groups: number,
): Row[] {
  const known = told.values(within, period, measure);
  const values = [...known.values()];
  return [...known].map(([code, value]) => ({
    ...told.heading(code, period, measure),
    unit: unitOf(measure).unit,
    within,
    value,
    percentile: percentRankOf(values, value),
    quantile_group: groupOf(values, value, groups),
    practices: values.length,
  }));
}

/**
 * Steps of 1, 2 or 5 times a power of ten, at most about forty up to the highest hundredth, which shares the last step.
 */
function stepsIn(values: readonly number[]): Row[] {
  if (!values.length) return [];
  const end = Math.max(0, quantileOf(values, 0.99)!);
  const widths = [-4, -3, -2, -1, 0, 1, 2, 3].flatMap((power) =>
    [1, 2, 5].map((times) => Number(`${times}e${power}`)),
  );
  const width = widths.find((one) => one >= ((end || 1) / 40) * 0.999)!;
  const steps: Row[] = [];
  const count = Math.max(1, Math.ceil(end / width - 1e-9));
  for (let i = 0; i <= count; i++) {
    const [from, next] = [i * width, (i + 1) * width];
    const held = values.filter(
      (value) =>
        (i === 0 || value >= from - 1e-9 * width) && (i === count || value < next - 1e-9 * width),
    ).length;
    if (i < count || held) steps.push({ from, to: i < count ? next : null, practices: held });
  }
  return steps;
}

/** `/funnel` of CCGs and practices, with adjusted and with unadjusted limits. */
export const funnel: Questions = (told, { period }) =>
  ['records_enabled', 'prescriptions_enabled', 'any_enabled'].flatMap((measure) =>
    (['ccg', 'practice'] as const).flatMap((level) =>
      (['adjusted', 'plain'] as const).map((limits) =>
        funnelIn(told, period, measure, level, limits),
      ),
    ),
  );

function funnelIn(
  told: Told,
  period: string,
  measure: string,
  level: 'ccg' | 'practice',
  limits: 'adjusted' | 'plain',
): Recomputed {
  const codes = told.codes(level, period);
  const figureOf = (code: string) => told.figure(code, period, measure);
  const model = funnelOf(
    codes.map((code) => ({ x: figureOf(code).numerator, n: figureOf(code).denominator })),
  );
  const used = model && { ...model, tau2: limits === 'plain' ? 0 : model.tau2 };
  return {
    address: to('/funnel', { measure, level, period, limits }),
    rows: codes.map((code) => {
      const { numerator: x, denominator: n, value, marker } = figureOf(code);
      const found = used && funnelAt(used, { x, n }, limits === 'adjusted');
      const none = { lower_95: null, upper_95: null, lower_998: null, upper_998: null };
      return {
        ...told.heading(code, period, measure),
        ...{ numerator: x, denominator: n, value, marker },
        ...(found?.limits ?? none),
        position: used && used.units >= 20 ? (found?.position ?? null) : null,
      };
    }),
    meta: {
      limits,
      within: England,
      target: used && used.target * 100,
      phi: used?.phi ?? null,
      tau2: used?.tau2 ?? null,
      units: used?.units ?? 0,
    },
  };
}
