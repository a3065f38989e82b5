import { measureOf } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { formatCount, formatPercent } from '../../../data/definitions/numbers.ts';
import { capital, counted } from '../../../data/words/english.ts';
import { differencesHeadline } from '../../../data/words/variance.ts';
import type { VarianceRow } from '../../apiTypes.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import { choices } from '../choices.ts';
import type { ChartCell, ChartData, ChartQuery, DrawnKind } from '../kind.ts';
import { measureIn } from '../question.ts';
import { rowsHeight } from '../specs/heights.ts';
import { england, lacking, periodOf } from './chartPlace.ts';

/** What practices differ between, from single practices to the largest places. Suppliers cut across these. */
export const betweenNames = {
  practice: 'practices of the same CCG',
  ccg: 'CCGs',
  supplier: 'suppliers',
  subregion: 'subregions',
  region: 'regions',
} as const;
export type Between = keyof typeof betweenNames;

/** Shares of all differences between practices, in percent; null if such a share is not computed. */
export interface VarianceShare {
  between: Between;
  groups: number;
  /** As a component of variance; those of all levels add up to 100. */
  component: number;
  /** Of this level looked at by itself. */
  alone: number | null;
  /** Of this level within the one above it. */
  nested: number | null;
}

export interface VarianceData extends ChartData {
  measure: string;
  period: string;
  practices: number;
  shares: VarianceShare[];
  /** What most differences are between, as a sentence; null if unknown. */
  said: string | null;
}

async function load(ask: Ask, query: ChartQuery): Promise<VarianceData> {
  const measure = measureIn(query);
  const unfit = choices.variance.fits(measure);
  if (unfit) throw new PageProblem(400, `no variance of ${measure.id}: ${unfit}`);
  const { data, meta } = await ask('/variance', {
    measure: measure.id,
    period: query.period,
    release: query.release,
  });
  const period = periodOf(query, meta);
  const rowOf = (between: Between, kind: VarianceRow['kind']) =>
    data.find((row) => row.level === between && row.kind === kind && row.weights === 'practices');
  return {
    meta,
    query: { measure: measure.id, period },
    measure: measure.id,
    period,
    practices: data[0]?.practices ?? 0,
    shares: (Object.keys(betweenNames) as Between[]).flatMap((between) => {
      const component = rowOf(between, 'component');
      if (!component) return [];
      return {
        between,
        groups: component.groups,
        component: component.share,
        alone: rowOf(between, 'between')?.share ?? null,
        nested: rowOf(between, 'nested')?.share ?? null,
      };
    }),
    said: meta.sentence ?? null,
  };
}

/** The shares that say something: a level with a single group has no differences between groups. */
export const drawnShares = ({ shares }: VarianceData): VarianceShare[] =>
  shares.filter(({ groups }) => groups > 1);

/** Where most differences are, in a few words; null if unknown. */
export function varianceFinding({ said, shares }: VarianceData): string | null {
  const of = (between: Between) => shares.find((one) => one.between === between)?.component ?? 0;
  return said && differencesHeadline({ practice: of('practice'), ccg: of('ccg') });
}

const cell = (value: number | null): ChartCell => ({
  text: value === null ? '[z]' : formatPercent(value),
  value,
});

function lacks({ said, practices, measure, period }: VarianceData) {
  if (said !== null) return null;
  const months = { first: period, last: period };
  const nothing = lacking([], { measure, place: england, months, level: 'practice' })!;
  return practices
    ? { all: true, text: 'The practices with a figure are all of one CCG, or too few to compare.' }
    : nothing;
}

/** How much of all differences between the practices of England lies at each level. */
export const varianceKind: DrawnKind<VarianceData> = {
  ...choices.variance,
  load,
  title: ({ measure }) => measureOf(measure).title,
  subtitle: ({ practices, period }) =>
    `Share of the differences between ${counted(practices, 'practice')} in England, ${formatMonth(period)}`,
  finding: varianceFinding,
  sentence: (data) => data.said ?? lacks(data)!.text,
  key: () => [
    'Lines: components of variance, which add up to 100%. What lies between practices of the same CCG is all that place and supplier do not explain, chance among it: it is no measure of what a practice could change.',
  ],
  notes: () => [
    'Components are estimated by restricted maximum likelihood, with places within each other and suppliers across them. Every practice counts alike.',
  ],
  table: (data) => ({
    caption: `${varianceKind.title(data)}: ${varianceKind.subtitle(data)}`,
    columns: [
      { title: 'Between' },
      { title: 'Groups', numeric: true },
      { title: 'Component of variance', numeric: true },
      { title: 'By itself (eta squared)', numeric: true },
      { title: 'Within the level above (nested)', numeric: true },
    ],
    rows: drawnShares(data).map(({ between, groups, component, alone, nested }) => [
      { text: capital(betweenNames[between]), value: between },
      { text: formatCount(groups), value: groups },
      cell(component),
      cell(alone),
      cell(nested),
    ]),
  }),
  lacks,
  height: (data) =>
    rowsHeight(drawnShares(data).map(({ between }) => capital(betweenNames[between]))),
  csv: ({ measure, period }) => ({ path: '/variance', params: { measure, period } }),
};
