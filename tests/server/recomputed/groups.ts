import { shareOf } from '../../support/oracle.ts';
import { clusteredOf, studentOf, trendOf } from './methods.ts';
import { type Questions, type Recomputed, to } from './question.ts';
import { England, type Row, type Told, unitOf, variation } from './told.ts';

type Practice = Told['practices'][number];

const bands: [code: string, name: string, below: number][] = [
  ['0-2999', 'Fewer than 3,000 patients', 3000],
  ['3000-5999', '3,000 to 5,999 patients', 6000],
  ['6000-8999', '6,000 to 8,999 patients', 9000],
  ['9000-11999', '9,000 to 11,999 patients', 12_000],
  ['12000-14999', '12,000 to 14,999 patients', 15_000],
  ['15000+', '15,000 patients or more', Number.POSITIVE_INFINITY],
];

/** The groups of a breakdown in order, each with its name, and the group that a practice is in. */
function groupsBy(told: Told, by: string) {
  if (by === 'list_size') {
    const band = ({ registered }: Practice) =>
      registered === null ? 'not_known' : bands.find(([, , below]) => registered < below)![0];
    return { of: band, order: bands.map(([code, name]) => [code, name] as const) };
  }
  if (by === 'practice_status') {
    const last = new Set(told.codes('practice', told.months.at(-1)!));
    const order = [
      ['in_latest_month', 'In the latest month'],
      ['not_in_latest_month', 'Not in the latest month'],
    ] as const;
    return { of: ({ code }: Practice) => order[last.has(code) ? 0 : 1][0], order };
  }
  const suppliers = [...new Set(told.practices.map(({ supplier }) => supplier))].sort();
  return {
    of: ({ supplier }: Practice) => supplier ?? 'not_known',
    order: suppliers.flatMap((name) =>
      name === null || name === 'NK' ? [] : [[name, name] as const],
    ),
  };
}

/** `/breakdowns` of England and a CCG, by what extracts alone contain. */
export const breakdowns: Questions = (told, { period }) =>
  [England, told.codes('ccg', period)[0]!].flatMap((area) =>
    ['supplier', 'list_size', 'practice_status'].map((by) => {
      const { of, order } = groupsBy(told, by);
      const there = told.within(area, period);
      const groups = [...order, ['NK', 'Not known (NK)'], ['not_known', 'Not known']] as const;
      const patients = (some: readonly Practice[]) => {
        const known = some.flatMap(({ registered }) => registered ?? []);
        return known.length ? known.reduce((all, one) => all + one, 0) : null;
      };
      const rows = told.held(period).flatMap((measure) =>
        groups.flatMap(([code, name]) => {
          const members = there.filter((one) => of(one) === code);
          if (!members.length) return [];
          const registered = patients(members);
          const share = registered === null ? null : (registered / patients(there)!) * 100;
          return [
            {
              ...{ period, level: told.levelOf(area), area_code: area },
              ...{ by, group_code: code, group_name: name, measure },
              ...groupFigure(members, measure),
              ...{ registered, share_of_patients: share },
            },
          ];
        }),
      );
      return { address: to('/breakdowns', { by, area, period }), rows };
    }),
  );

const quantiles = new Map<string, number>();
function quantileFor(freedom: number, share: number): number {
  const key = `${freedom} ${share}`;
  if (!quantiles.has(key)) quantiles.set(key, studentOf(freedom, share));
  return quantiles.get(key)!;
}

function groupFigure(members: readonly Practice[], measure: string): Row {
  const { unit, scale } = unitOf(measure);
  const shares = members.flatMap((one) => shareOf(one, measure) ?? []);
  const reported = shares.filter((share) => share.reported);
  const units = shares.map(({ numerator: x, denominator: n }) => ({ x, n }));
  const clusters = measure.includes('_offered') ? shares.length : reported.length;
  const [x, n] = [
    units.reduce((all, one) => all + one.x, 0),
    units.reduce((all, one) => all + one.n, 0),
  ];
  const counted = reported.length > 0;
  const limits = (share: number) => {
    const quantile = clusters > 1 ? quantileFor(clusters - 1, share) : 0;
    const { lower, upper } = counted
      ? clusteredOf(units, clusters, quantile)
      : { lower: null, upper: null };
    return [lower, upper].map((one) => one && one * scale);
  };
  const [lower_95, upper_95] = limits(0.95);
  const [lower_998, upper_998] = limits(0.998);
  return {
    unit,
    numerator: counted ? x : null,
    denominator: counted ? n : null,
    value: counted && n ? (x / n) * scale : null,
    marker: counted ? null : '[x]',
    practices: shares.length,
    practices_reported: reported.length,
    ...{ lower_95, upper_95, lower_998, upper_998 },
  };
}

/**
 * A trend in words: better or worse for a measure of people who are set up or use a service, and only if the whole year
 * went that way.
 */
function trendSaid(
  { direction, wavers }: { direction: string; wavers: boolean },
  over: number,
  measure: string,
): string {
  if (wavers) return 'moved, but not steadily one way';
  if (direction === 'no_change') return 'no significant change';
  const rises = direction === 'increasing';
  if (/_(use|new)$/.test(measure) || over === 0 || over > 0 !== rises) return direction;
  return rises ? 'getting better' : 'getting worse';
}

/** `/trends` of every level and measure, for the twelve months up to one. */
export const trends: Questions = (told, { period }) => {
  const [year, month] = period.split('-').map(Number) as [number, number];
  const window = Array.from({ length: 12 }, (_, i) => {
    const at = year * 12 + month - 12 + i;
    return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
  return (['region', 'ccg', 'practice'] as const).map((level): Recomputed => {
    const rows = told.held(period).flatMap((measure) =>
      told.codes(level, period).map((code) => {
        const points = window.map((one) => {
          const figure = told.figure(code, one, measure);
          const { lower_95, upper_95 } = variation(figure, measure, level);
          return { value: figure.value, lower: lower_95 ?? null, upper: upper_95 ?? null };
        });
        const trend = trendOf(points);
        const direction = trend ? trend.direction : 'cannot_be_calculated';
        const known = points.flatMap((one) => one.value ?? []);
        return {
          ...told.heading(code, period, measure),
          unit: unitOf(measure).unit,
          value: points.at(-1)!.value,
          direction,
          word: trend
            ? trendSaid(trend, known.at(-1)! - known[0]!, measure)
            : 'cannot be calculated',
          slope: trend?.slope ?? null,
          chi_squared: trend?.chi ?? null,
          from_period: trend ? window[trend.from] : null,
          to_period: trend ? window[trend.until] : null,
          supplier_changed_period: level === 'practice' ? told.movedIn(code, period) : null,
        };
      }),
    );
    return { address: to('/trends', { level, period }), rows };
  });
};

/** `/areas`: every place in any of the extracts, with the names and parents of its last month, and a group. */
export const areas: Questions = (told) => [...published(told), ofGroup(told)];

/** The practice that ended first and the one that began last as a group: the months and patients of both. */
function ofGroup(told: Told): Recomputed {
  const lives = [...new Set(told.practices.map(({ code }) => code))].map((code) =>
    told.practices
      .filter((one) => one.code === code)
      .sort((a, b) => (a.period < b.period ? -1 : 1)),
  );
  const lasting = (life: (typeof lives)[number]) => life.at(-1)!.period;
  const ended = lives.reduce((a, b) => (lasting(b) < lasting(a) ? b : a));
  const begun = lives.reduce((a, b) => (b[0]!.period > a[0]!.period ? b : a));
  const group = [ended, begun].map((life) => life.at(-1)!);
  return {
    address: to('/areas', { area: 'group', group: group.map(({ code }) => code).join() }),
    rows: [
      {
        ...{ level: 'group', area_code: 'group', area_name: 'Custom group of 2 practices' },
        first_period: [ended, begun].map(([first]) => first!.period).sort()[0],
        last_period: group.map(({ period }) => period).sort()[1],
        registered: group.reduce((sum, { registered }) => sum + (registered ?? 0), 0),
      },
    ],
  };
}

const published = (told: Told): Recomputed[] =>
  (['england', 'region', 'subregion', 'ccg', 'practice'] as const).map((level) => {
    const all = [...new Set(told.months.flatMap((month) => told.codes(level, month)))].sort();
    return {
      address: to('/areas', { level }),
      rows: all.map((code) => {
        const there = told.months.filter((month) => told.within(code, month).length);
        const last = there.at(-1)!;
        const members = told.within(code, last);
        const known = members.flatMap(({ registered }) => registered ?? []);
        return {
          ...{ level, area_code: code, area_name: told.nameOf(code, last) },
          ...{ first_period: there[0], last_period: last },
          registered: known.length ? known.reduce((sum, one) => sum + one, 0) : null,
        };
      }),
    };
  });
