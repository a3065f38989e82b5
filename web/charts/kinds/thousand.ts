import { measureOf, type Service, serviceWords } from '../../../data/definitions/measures.ts';
import { formatMonth } from '../../../data/definitions/months.ts';
import { perThousand } from '../../../data/definitions/numbers.ts';
import { type Stages, thousandSentence } from '../../../server/words.ts';
import type { Parts } from '../../figures.ts';
import type { Ask } from '../../page.ts';
import { PageProblem } from '../../problem.ts';
import type { ChartData, ChartKind, ChartQuery } from '../kind.ts';
import { serviceIn } from '../question.ts';
import { thousand } from '../thousand.ts';
import {
  type ChartPlace,
  england,
  fetchChartPlaces,
  figureCell,
  inPlace,
  lacking,
  type PlaceFigure,
  periodOf,
  placeFigure,
  reportedFigure,
} from './reading.ts';

export interface ThousandData extends ChartData {
  service: Service;
  period: string;
  place: ChartPlace;
  figures: Partial<Record<keyof Stages, PlaceFigure>>;
}

const stages = ['offered', 'enabled', 'accessed'] as const;

async function load(ask: Ask, query: ChartQuery): Promise<ThousandData> {
  const service = serviceIn(query);
  const { period, release, group } = query;
  const area = query.area ?? (group ? 'group' : england.code);
  const [[place], { data, meta }] = await Promise.all([
    fetchChartPlaces(ask, area, query),
    ask('/figures', {
      measure: stages.map((stage) => `${service}_${stage}`).join(','),
      area,
      period,
      release,
      group,
    }),
  ]);
  if (!place || area.includes(',')) throw new PageProblem(400, `not one area: ${area}`);
  const figures: ThousandData['figures'] = {};
  for (const stage of stages) {
    const row = data.find(({ measure }) => measure === `${service}_${stage}`);
    if (row) figures[stage] = placeFigure(row);
  }
  return {
    meta,
    query: { ...query, service, period: periodOf(query, meta), release: undefined },
    service,
    period: periodOf(query, meta),
    place: { level: place.level, code: place.code, name: place.name },
    figures,
  };
}

/** The same chart of figures that a page holds already. */
export function thousandOf({
  meta,
  service,
  period,
  place,
  now,
}: Pick<ThousandData, 'meta' | 'service' | 'period' | 'place'> & { now: Parts }): ThousandData {
  const area = place.code === england.code ? undefined : place.code;
  const figures: ThousandData['figures'] = {};
  for (const stage of stages) {
    const figure = now[stage];
    if (figure) figures[stage] = reportedFigure(place, figure);
  }
  return { meta, query: { service, area, period }, service, period, place, figures };
}

/** The three stages of a picture, in percent. */
export const stagesIn = ({ figures }: ThousandData): Stages => ({
  offered: figures.offered?.value ?? null,
  enabled: figures.enabled?.value ?? null,
  accessed: figures.accessed?.value ?? null,
});

const names: Record<keyof Stages, string> = {
  offered: 'Could',
  enabled: 'Set up',
  accessed: 'Did in the month',
};

function table(data: ThousandData) {
  const held = stages.filter((stage) => data.figures[stage]?.marker !== '[z]');
  return {
    caption: `${title(data)}: ${subtitle(data)}`,
    columns: [
      { title: 'Stage' },
      { title: 'Percent of patients', numeric: true },
      { title: 'Of every 1,000', numeric: true },
    ],
    rows: held.map((stage) => {
      const figure = data.figures[stage];
      const dots = perThousand(figure?.value ?? null);
      return [
        { text: names[stage], value: stage },
        figureCell(figure, measureOf(`${data.service}_${stage}`)),
        { text: dots === null ? '[x]' : String(dots), value: dots },
      ];
    }),
  };
}

const title = ({ service }: ThousandData): string =>
  `${serviceWords[service].name}: a thousand patients`;
const subtitle = ({ place, period }: ThousandData): string =>
  `${place.name}, ${formatMonth(period)}. Each dot is one in every thousand patients`;

function lacks({ figures, service, place, period }: ThousandData) {
  const known = Object.values(figures).filter(({ marker }) => marker !== '[z]');
  const missing = lacking(known, {
    measure: `${service}_enabled`,
    where: inPlace(place),
    when: formatMonth(period),
    level: place.level,
  });
  return missing && !missing.all
    ? { all: false, text: 'Stages without a figure are not drawn: nobody reported them.' }
    : missing;
}

/** Every thousand patients as dots: those who could, those set up, those who did. */
export const thousandKind: ChartKind<ThousandData> = {
  id: 'thousand',
  name: 'A thousand patients',
  parameters: ['service', 'area', 'period', 'group', 'release'],
  load,
  title,
  subtitle,
  sentence(data) {
    const said = thousandSentence(data.service, stagesIn(data), inPlace(data.place));
    return `In ${formatMonth(data.period)}, ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  },
  table,
  lacks,
  height: () => ({ wide: 400, narrow: 260 }),
  picture: (data, labelledBy) => thousand(stagesIn(data), null, labelledBy),
  csv: ({ service, place, query }) => ({
    path: '/figures',
    params: {
      measure: stages.map((stage) => `${service}_${stage}`).join(','),
      area: place.code,
      period: query.period,
      group: query.group,
    },
  }),
  fits: ({ stage, unit }) =>
    stage === 'use' || unit === 'percent of practices'
      ? 'the picture shows the stages of a service, counted in patients'
      : null,
};
