import { type Comparison, compare } from '../../data/statistics/benchmark.ts';
import type { Verdict } from '../../data/statistics/verdict.ts';
import { type JudgedFigure, judge } from '../../server/figures/judgement.ts';
import type { FigureRow } from '../../server/store/queries/figures.ts';

type Asked = Record<string, string | undefined>;

/** What the invented answers stand on: the figure of a place, a month and a measure. */
export interface Known {
  figure(area: string, period: string, measure: string): FigureRow;
  /** Codes of the practices in an area, and of what a practice lies in, England last. */
  practices(area: string): string[];
  around(area: string): string[];
}

/** Figures beside England's, as `/figures` and `/comparisons` judge them. */
export const judged = (known: Known, row: FigureRow): JudgedFigure =>
  judge(row, known.figure('E92000001', row.period, row.measure).value);

const verdictOf = (comparison: Comparison): Verdict =>
  ({
    higher: 'higher',
    lower: 'lower',
    similar: 'no clear difference',
    not_compared: 'not compared',
  })[comparison] as Verdict;

const againstEngland = (known: Known, codes: readonly string[], measure: string, period: string) =>
  codes.map((code) => {
    const row = judged(known, known.figure(code, period, measure));
    return { ...row, word: verdictOf(row.vs_england) };
  });

interface Invented {
  data: unknown[];
  meta?: object;
}

/** Answers of the questions about how a place stands, as the API gives them, by path. */
export const standingAnswers = (known: Known): Record<string, (asked: Asked) => Invented> => ({
  '/comparisons': ({ area, parent, measure, period, benchmark }) => ({
    data: measure!.split(',').flatMap((id) => {
      if (!area) return againstEngland(known, known.practices(parent ?? 'E92000001'), id, period!);
      const row = judged(known, known.figure(area, period!, id));
      const interval = row.lower_95 === null ? null : { lower: row.lower_95, upper: row.upper_95! };
      const around = known.around(area).filter((code) => !benchmark || code === 'E92000001');
      return around.map((code) => {
        const { level, area_name, value } = known.figure(code, period!, id);
        return {
          ...row,
          against_level: level,
          against_code: code,
          against_name: area_name,
          against_value: value,
          word: verdictOf(compare(interval, value)),
          rest_value: value,
          place: 22,
          places: 31,
          places_equal: 0,
          reason: null,
          sentence: `${row.area_name} beside ${area_name}.`,
        };
      });
    }),
  }),
  '/percentiles': ({ area, measure, period }) => ({
    data: measure!.split(',').flatMap((id) => {
      const { value } = known.figure(area!, period!, id);
      const all = known.practices('E92000001').map((code) => known.figure(code, period!, id).value);
      const below = all.filter((other) => other !== null && other < (value ?? 0)).length;
      return value === null
        ? []
        : [{ measure: id, percentile: (below / (all.length - 1)) * 100, practices: all.length }];
    }),
  }),
  '/reach': ({ practice, measure, period }) => ({
    data: [['england', 4.5] as const, ['top_tenth', 10] as const].map(([to, level]) => {
      const { numerator, denominator } = known.figure(practice!, period!, measure!);
      const more =
        numerator === null
          ? null
          : Math.max(0, Math.ceil((denominator! * level) / 100) - numerator);
      return { to, to_name: to, target_value: level, more_patients: more };
    }),
  }),
  '/peers': ({ practice, measure, period }) => ({
    data: known
      .practices('E92000001')
      .filter((code) => code !== practice)
      .slice(0, 10)
      .map((code) => {
        const row = known.figure(code, period!, measure!);
        return {
          ...{ ...row, ccg_code: 'X01', supplier: 'TPP', registered: row.denominator },
          supplier_changed_period: null,
        };
      }),
    meta: {
      practice: { supplier_changed_period: null },
      inputs: ['supplier', 'list_size'],
      median: 4.5,
      sentence: 'It lies among its peers.',
      explained_sentence: 'They explain little.',
    },
  }),
  '/changes': ({ area, measure, from, to }) => {
    const [before, after] = [from!, to!].map((one) => known.figure(area!, one, measure!).value);
    const total = before == null || after == null ? null : after - before;
    return {
      data: ['uptake', 'list_sizes', 'came', 'left', 'began_reporting', 'stopped_reporting']
        .map((part) => ({ part, contribution: part === 'uptake' ? total : 0 }))
        .concat({ part: 'total', contribution: total }),
      meta: {
        sentence: `It changed between ${from} and ${to}.`,
        before: { value: before },
        after: { value: after },
      },
    };
  },
  '/promote': ({ area, measure, period }) => {
    const short = known.practices(area!).flatMap((code) => {
      const row = known.figure(code, period!, measure!);
      const gap = row.value === null ? 0 : Math.ceil(((4.5 - row.value) / 100) * row.denominator!);
      return gap > 0
        ? [{ ...row, ccg_code: 'X01', gap, running_share: 100, supplier_changed_period: null }]
        : [];
    });
    return {
      data: short.slice(0, 10),
      meta: {
        gap: short.reduce((sum, { gap }) => sum + gap, 0),
        hold_half: Math.ceil(short.length / 2),
        practices_short: short.length,
        practices_reported: known.practices(area!).length,
      },
    };
  },
  '/breakdowns': ({ area, by, measure, period }) => ({
    data: ['EMIS', 'TPP'].map((name) => ({
      ...judged(known, known.figure(area!, period!, measure!)),
      by,
      group_code: name,
      group_name: name,
      share_of_patients: 50,
    })),
  }),
  '/inequality': () => ({ data: [], meta: { missing: 'There are no scores.', sentence: null } }),
  '/projections': () => ({ data: [] }),
  '/targets': () => ({ data: [] }),
  '/annotations': () => ({ data: [] }),
  '/deciles': () => ({ data: [] }),
  '/published-figures': () => ({ data: [] }),
  '/lifecycle': () => ({ data: [] }),
});
