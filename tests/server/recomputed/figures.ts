import { measureIds } from '../../support/oracle.ts';
import { peersOf, quantileOf } from './methods.ts';
import { type Questions, type Recomputed, to } from './question.ts';
import { against, England, type Row, type Told, unitOf, variation } from './told.ts';

/** Mondays to Fridays of the requested months, without bank holidays, counted on a calendar. */
const daysWorked = (month: string): number =>
  ({ '2018-04': 20, '2018-05': 21, '2019-03': 21 })[month] ?? Number.NaN;

const levels = ['england', 'region', 'subregion', 'ccg', 'practice'] as const;

/** `/figures`, `/coverage` and the practices behind a figure, for every level and measure. */
export const figures: Questions = (told, { period, former }) => [
  ...[period, former].flatMap((month) =>
    levels.map(
      (level): Recomputed => ({
        address: to('/figures', { level, period: month }),
        rows: told.codes(level, month).flatMap((code) =>
          told.held(month).map((measure) => {
            const figure = told.figure(code, month, measure);
            const limits = variation(figure, measure, level);
            const england = told.value(England, month, measure);
            return {
              ...told.heading(code, month, measure),
              unit: unitOf(measure).unit,
              ...figure,
              ...limits,
              vs_england: against(limits, 95, level === 'england' ? null : england),
              per_working_day:
                figure.value === null || !measure.endsWith('_use')
                  ? null
                  : figure.value / daysWorked(month),
              // There is no earlier release here; `tests/server/corrections.test.ts` has one.
              revised: null,
              revised_from: null,
            };
          }),
        ),
      }),
    ),
  ),
  ...(['region', 'ccg'] as const).map(
    (level): Recomputed => ({
      address: to('/coverage', { level, period }),
      rows: told
        .codes(level, period)
        .flatMap((code) =>
          told.held(period).map((measure) => covered(told, code, period, measure)),
        ),
    }),
  ),
  ...['records_enabled', 'records_offered', 'any_use'].map(
    (measure): Recomputed => ({
      address: to('/provenance/practices', { measure, area: England, period }),
      rows: told.sharesOf(England, period, measure).map(([one, share]) => {
        const counts = share.reported || measure.endsWith('_offered');
        const isListed = one.registered !== null;
        return {
          period,
          practice_code: one.code,
          practice_name: one.name,
          numerator: counts ? share.numerator : null,
          denominator: counts && isListed ? share.denominator : null,
          reported: share.reported,
        };
      }),
    }),
  ),
];

function covered(told: Told, code: string, period: string, measure: string): Row {
  const shares = told.sharesOf(code, period, measure);
  const patients = (some: typeof shares) =>
    some.reduce((all, [one]) => all + (one.registered ?? 0), 0);
  const known = shares.some(([one]) => one.registered !== null);
  const reported = shares.filter(([, share]) => share.reported);
  return {
    ...told.heading(code, period, measure),
    practices: shares.length,
    practices_reported: reported.length,
    practices_share: (reported.length / shares.length) * 100,
    registered: known ? patients(shares) : null,
    registered_reported: patients(reported),
    registered_share: known ? (patients(reported) / patients(shares)) * 100 : null,
  };
}

/** The practices in England that are most similar to one. */
export const peersIn = (told: Told, code: string, period: string) =>
  peersOf(code, told.within(England, period));

export const medianOf = (
  told: Told,
  peers: readonly { code: string }[],
  period: string,
  measure: string,
): number | null =>
  quantileOf(
    peers.flatMap((peer) => told.value(peer.code, period, measure) ?? []),
    0.5,
  );

/** `/periods` with the content of each, and what a practice published month by month. */
export const asPublished: Questions = (told, { period }) => [
  {
    address: '/periods',
    rows: told.months.map((month) => {
      const there = told.within(England, month);
      return {
        period: month,
        practices: there.length,
        registered: there.reduce((all, one) => all + (one.registered ?? 0), 0),
        measures: measureIds.filter((id) => told.held(month).includes(id)).join(','),
      };
    }),
  },
  ...told.codes('practice', period).map(
    (code): Recomputed => ({
      address: `/practices/${code}`,
      rows: told.practices
        .filter((one) => one.code === code)
        .sort(byMonth)
        .map(monthOf),
    }),
  ),
];

const byMonth = (a: { period: string }, b: { period: string }) => (a.period < b.period ? -1 : 1);

function monthOf(one: Told['practices'][number]): Row {
  const row: Row = {
    period: one.period,
    practice_name: one.name,
    supplier: one.supplier,
    registered: one.registered,
    region_code: one.areas.region,
    subregion_code: one.areas.subregion,
    ccg_code: one.areas.ccg,
    any_enabled: one.any?.enabled ?? null,
    any_use: one.any?.use ?? null,
    new_enabled: one.any?.new ?? null,
  };
  for (const service of ['records', 'appointments', 'prescriptions']) {
    const told = one.services.get(service);
    for (const part of ['status', 'enabled', 'accessed', 'use'] as const)
      row[`${service}_${part}`] = told?.[part] ?? null;
  }
  return row;
}
