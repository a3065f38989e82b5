import { type Measure, measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { fixed, formatCount, formatPercent } from '../../../data/definitions/numbers.ts';
import { changeUnit, counted, unitTitle } from '../../../data/words/english.ts';
import { fifthsFinding } from '../../../data/words/findings.ts';
import { areFew, ecologicalCaveat, fewSay, fifthsAre } from '../../../data/words/inequality.ts';
import { signedChange } from '../../../data/words/signed.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { choices } from '../choices.ts';
import type { ChartData, ChartQuery, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { rowsHeight } from '../specs/heights.ts';
import {
  type ChartPlace,
  england,
  figureCell,
  figureText,
  inPlaceIn,
  lacking,
  numberCell,
  periodOf,
} from './chartPlace.ts';
import { fetchParent } from './within.ts';

/** The practices of a place in one fifth of all practices in England by deprivation, together. */
export interface Fifth {
  /** From 1, the most deprived. */
  code: string;
  name: string;
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  marker: string | null;
  /** 95% confidence interval, clustered by practice. */
  lower: number | null;
  upper: number | null;
  practices: number;
  shareOfPatients: number | null;
}

/** A line through the practices of a place, from the most to the least deprived; numbers in the unit. */
interface Gap {
  mean: number;
  slope: number;
  ratio: number | null;
  concentration: number;
}

export interface DeprivationData extends ChartData {
  measure: string;
  period: string;
  place: ChartPlace;
  fifths: Fifth[];
  /** Null where too few practices have a figure and a score. */
  gap: Gap | null;
  /** Practices with a figure, and those of them with a score. */
  reported: number;
  scored: number;
  /** What the release lacks to tell, as a sentence; null if nothing. */
  missing: string | null;
  said: string | null;
}

async function load(ask: Ask, query: ChartQuery): Promise<DeprivationData> {
  const measure = measureIn(query);
  const unfit = choices.deprivation.fits(measure);
  if (unfit) throw new PageProblem(400, `no fifths of ${measure.id}: ${unfit}`);
  const { release, group } = query;
  const area = query.area ?? (group ? 'group' : england.code);
  const asked = { measure: measure.id, area, period: query.period ?? 'latest', group, release };
  const [{ data: groups }, { data: gaps, meta: answered }, place] = await Promise.all([
    ask('/breakdowns', { ...asked, by: 'deprivation' }),
    ask('/inequality', asked),
    fetchParent(ask, { parent: area, group, release }),
  ]);
  const { sentence, missing, ...meta } = answered;
  const period = periodOf(query, meta);
  const row = gaps[0];
  return {
    meta,
    query: { ...query, period, release: undefined },
    measure: measure.id,
    period,
    place,
    fifths: groups
      .filter(({ group_code }) => /^[1-5]$/.test(group_code))
      .map((one) => ({
        code: one.group_code,
        name: one.group_name,
        numerator: one.numerator,
        denominator: one.denominator,
        value: one.value,
        marker: one.marker,
        // That of a few practices may go below 0, but no share does.
        lower:
          one.lower_95 !== null && measure.form === 'share'
            ? Math.max(0, one.lower_95)
            : one.lower_95,
        upper: one.upper_95,
        practices: one.practices,
        shareOfPatients: one.share_of_patients,
      })),
    gap:
      row && row.slope_index !== null
        ? {
            mean: row.mean!,
            slope: row.slope_index,
            ratio: row.relative_index,
            concentration: row.concentration_index!,
          }
        : null,
    reported: row?.practices_reported ?? 0,
    scored: row?.practices ?? 0,
    missing: missing ?? null,
    said: sentence ?? null,
  };
}

/** All that a fifth's mark says. */
export function fifthReading(fifth: Fifth, measure: Measure): string {
  const { name, lower, upper, practices } = fifth;
  const range = [lower, upper].map((limit) => numberCell(limit, measure).text).join(' to ');
  return [
    `${name}: ${figureText(fifth, measure.id)}`,
    ...(lower === null ? [] : [`95% confidence interval ${range}`]),
    counted(practices, 'practice'),
  ].join('\n');
}

const known = ({ fifths }: DeprivationData) => fifths.filter(({ value }) => value !== null);

function lacks(data: DeprivationData) {
  const { missing, measure, period, place, fifths, gap } = data;
  if (missing) return { all: true, text: missing };
  if (!known(data).length) {
    const months = { first: period, last: period };
    return lacking(fifths, { measure, place, months, level: 'practice' });
  }
  return gap && known(data).length > 1
    ? null
    : {
        all: true,
        text: `Too few practices ${inPlaceIn(period, place)} have a figure and a score of deprivation.`,
      };
}

const signed = (value: number, digits: number): string => fixed(value, digits).replace('-', '−');

function notes({ gap, measure, reported, scored }: DeprivationData): string[] {
  const unscored = reported - scored;
  const indices = gap && [
    `slope index ${signedChange(gap.slope, measureOf(measure))} ${changeUnit(measureOf(measure))}`,
    ...(gap.ratio === null ? [] : [`relative index ${signed(gap.ratio, 2)}`]),
    `concentration index ${signed(gap.concentration, 3)}`,
  ];
  return [
    fifthsAre,
    ecologicalCaveat,
    ...(indices
      ? [
          `The gap is that of a straight line through the practices, each counting by its patients: ${indices.join(', ')}. The mean is theirs.`,
        ]
      : []),
    ...(unscored > 0
      ? [
          `${counted(unscored, 'practice')} of ${formatCount(reported)} with a figure ${unscored === 1 ? 'has' : 'have'} no score and ${unscored === 1 ? 'is' : 'are'} left out.`,
        ]
      : []),
  ];
}

/** A figure at the practices of each fifth of deprivation, and how wide the gap between the ends is. */
export const deprivationKind: DrawnKind<DeprivationData> = {
  ...choices.deprivation,
  load,
  title: ({ measure }) => measureOf(measure).title,
  subtitle: ({ place, measure, period }) =>
    `Practices ${inPlaceIn(period, place)} by deprivation, ${formatMonth(period)}. ${unitTitle(measureOf(measure))}`,
  finding: (data) => fifthsFinding(measureOf(data.measure), known(data)),
  sentence: (data) => data.said ?? lacks(data)?.text ?? '',
  key: (data) => [
    `Dots: the practices of a fifth together, with the 95% confidence interval clustered by practice.${areFew(known(data)) ? ` ${fewSay}` : ''}`,
  ],
  notes,
  table: (data) => {
    const measure = measureOf(data.measure);
    return {
      caption: `${deprivationKind.title(data)}: ${deprivationKind.subtitle(data)}`,
      columns: [
        { title: 'Fifth' },
        { title: unitTitle(measure), numeric: true },
        { title: '95% confidence interval from', numeric: true },
        { title: 'to', numeric: true },
        { title: 'Practices', numeric: true },
        { title: 'Share of patients', numeric: true },
      ],
      rows: data.fifths.map((fifth) => [
        { text: fifth.name, value: fifth.code },
        figureCell(fifth, measure),
        numberCell(fifth.lower, measure),
        numberCell(fifth.upper, measure),
        { text: formatCount(fifth.practices), value: fifth.practices },
        {
          text: fifth.shareOfPatients === null ? '[x]' : formatPercent(fifth.shareOfPatients),
          value: fifth.shareOfPatients,
        },
      ]),
    };
  },
  lacks,
  height: (data) => rowsHeight(known(data).map(({ name }) => name)),
  csv: ({ measure, period, place, query }) => ({
    path: '/breakdowns',
    params: { measure, area: place.code, by: 'deprivation', period, group: query.group },
  }),
};
