import { medianOf, peersIn } from './figures.ts';
import { quantileOf } from './methods.ts';
import { type Questions, type Recomputed, to } from './question.ts';
import { England, type Row, type Told, unitOf } from './told.ts';

const measure = 'records_enabled';

/** How many whole patients x of n is below a level in percent. */
const lacking = (x: number, n: number, level: number): number =>
  Math.max(0, Math.ceil((Math.min(100, level) / 100) * n - x - 1e-6));

const topTenth = (told: Told, period: string): number =>
  quantileOf([...told.values(England, period, measure).values()], 0.9)!;

/** `/reach` of every practice, a CCG and England. */
export const reach: Questions = (told, { period }) => [
  ...told.codes('practice', period).map((code): Recomputed => {
    const { ccg } = told.within(code, period)[0]!.areas;
    const peers = peersIn(told, code, period);
    const median = `median of the ${peers.length} practices most like it`;
    return {
      address: to('/reach', { practice: code, measure, period }),
      rows: reaching(told, code, period, [
        ['ccg', ccg, told.nameOf(ccg!, period), told.value(ccg!, period, measure)],
        ['england', England, 'England', told.value(England, period, measure)],
        ...(peers.length
          ? [['peers_median', null, median, medianOf(told, peers, period, measure)] as const]
          : []),
      ]),
    };
  }),
  ...[England, told.codes('ccg', period)[0]!].map((area) => ({
    address: to('/reach', { area, measure, period }),
    rows: reaching(
      told,
      area,
      period,
      area === England
        ? []
        : [['england', England, 'England', told.value(England, period, measure)]],
    ),
  })),
];

type Level = readonly [to: string, code: string | null, name: string, value: number | null];

function reaching(told: Told, code: string, period: string, levels: readonly Level[]): Row[] {
  const { numerator: x, denominator: n, value, marker } = told.figure(code, period, measure);
  const top = [
    'top_tenth',
    England,
    'top tenth of practices in England',
    topTenth(told, period),
  ] as const;
  return [...levels, top].map(([level, to_code, to_name, target]) => ({
    ...told.heading(code, period, measure),
    ...{ unit: unitOf(measure).unit, numerator: x, denominator: n, value, marker },
    ...{ to: level, to_code, to_name, target_value: target },
    more_patients: x === null || n === null || target === null ? null : lacking(x, n, target),
  }));
}

/** `/promote` towards each level, in England and in a CCG. */
export const promote: Questions = (told, { period }) =>
  [England, told.codes('ccg', period)[0]!].flatMap((area) =>
    (['peers', 'england', 'top_tenth'] as const).map((towards) => {
      const target = (code: string) =>
        towards === 'england'
          ? told.value(England, period, measure)
          : towards === 'top_tenth'
            ? topTenth(told, period)
            : medianOf(told, peersIn(told, code, period), period, measure);
      const reported = told.within(area, period).flatMap(({ code, areas }) => {
        const { numerator: x, denominator: n, value } = told.figure(code, period, measure);
        const level = target(code);
        if (x === null || n === null || level === null) return [];
        return [{ code, ccg: areas.ccg, x, n, value, level, gap: lacking(x, n, level) }];
      });
      const short = reported
        .filter(({ gap }) => gap > 0)
        .sort((a, b) => b.gap - a.gap || (a.code < b.code ? -1 : 1));
      const gap = short.reduce((sum, one) => sum + one.gap, 0);
      const upTo = (i: number) => short.slice(0, i + 1).reduce((sum, one) => sum + one.gap, 0);
      return {
        address: to('/promote', { area, measure, period, towards }),
        rows: short.map((one, i) => ({
          rank: i + 1,
          ...told.heading(one.code, period, measure),
          ccg_code: one.ccg,
          unit: unitOf(measure).unit,
          ...{ numerator: one.x, denominator: one.n, value: one.value },
          ...{ target_value: one.level, gap: one.gap, share: (one.gap / gap) * 100 },
          running_share: (upTo(i) / gap) * 100,
          supplier_changed_period: told.movedIn(one.code, period),
        })),
        meta: {
          ...{ period, measure, area_code: area, towards, gap },
          hold_half: short.findIndex((_, i) => upTo(i) * 2 >= gap) + 1,
          practices_short: short.length,
          practices_reported: reported.length,
        },
      };
    }),
  );

/** `/peers` of every practice with a known list size. */
export const peers: Questions = (told, { period }) =>
  told.codes('practice', period).map((code) => {
    const found = peersIn(told, code, period);
    const own = told.figure(code, period, measure);
    const values = found.flatMap((peer) => told.value(peer.code, period, measure) ?? []);
    const median = quantileOf(values, 0.5);
    const count = (is: (value: number) => boolean) =>
      own.value === null ? null : values.filter(is).length;
    return {
      address: to('/peers', { practice: code, measure, period }),
      rows: found.map((peer, i) => {
        const one = told.within(peer.code, period)[0]!;
        const {
          practices: _,
          practices_reported: __,
          ...figure
        } = told.figure(peer.code, period, measure);
        return {
          ...{ rank: i + 1, area_code: peer.code, area_name: one.name, ccg_code: one.areas.ccg },
          ...{
            distance: peer.distance,
            registered: one.registered,
            supplier: one.supplier,
            deprivation: null,
            rural: null,
          },
          ...{ measure, unit: unitOf(measure).unit, ...figure },
          supplier_changed_period: told.movedIn(peer.code, period),
        };
      }),
      meta: {
        ...{ measure, unit: unitOf(measure).unit, period, peers: found.length },
        peers_reported: values.length,
        lower_quartile: quantileOf(values, 0.25),
        median,
        upper_quartile: quantileOf(values, 0.75),
        peers_below: count((value) => value < own.value!),
        peers_above: count((value) => value > own.value!),
      },
    };
  });
