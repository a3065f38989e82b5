import {
  measureIds,
  measureOf,
  type ServiceChoice,
  serviceWords,
} from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount, perThousand } from '../../data/definitions/numbers.ts';
import { outOfThousand, type Stages, thousandSentence } from '../../data/words/figure.ts';
import type { Parts } from '../figures.ts';
import type { ChartData, ChartForms } from './kind.ts';
import {
  type ChartPlace,
  england,
  figureCell,
  inPlaceIn,
  type PlaceFigure,
  reportedFigure,
} from './kinds/chartPlace.ts';

export interface ThousandData extends ChartData {
  service: ServiceChoice;
  period: string;
  place: ChartPlace;
  figures: Partial<Record<keyof Stages, PlaceFigure>>;
}

export const stages = ['offered', 'enabled', 'accessed'] as const;

/** The same chart from figures that a page has loaded already. */
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
  offered: 'Offered',
  enabled: 'Set up',
  accessed: 'Did in the month',
};

function ofThousand(value: number | null): string {
  if (value === null) return '[x]';
  return value > 100 ? outOfThousand(value) : formatCount(perThousand(value)!);
}

function table(data: ThousandData) {
  const declared = measureIds(data.service, stages);
  const held = stages.filter(
    (stage) =>
      declared.includes(`${data.service}_${stage}`) && data.figures[stage]?.marker !== '[z]',
  );
  return {
    caption: `${title(data)}: ${subtitle(data)}`,
    columns: [
      { title: 'Stage' },
      { title: 'Percent of patients', numeric: true },
      { title: 'Of every 1,000', numeric: true },
    ],
    rows: held.map((stage) => {
      const figure = data.figures[stage];
      const value = figure?.value ?? null;
      return [
        { text: names[stage], value: stage },
        figureCell(figure, measureOf(`${data.service}_${stage}`)),
        { text: ofThousand(value), value: perThousand(value) },
      ];
    }),
  };
}

const title = ({ service }: ThousandData): string =>
  `${serviceWords[service].name}: a thousand patients`;
const subtitle = ({ place, period }: ThousandData): string =>
  `${place.name}, ${formatMonth(period)}. Each dot is one in every thousand patients`;

/** The words of the picture of a thousand patients. */
export const thousandForms: ChartForms<ThousandData> = {
  placeOf: ({ place }) => place,
  id: 'thousand',
  title,
  subtitle,
  sentence(data) {
    const said = thousandSentence(data.service, stagesIn(data), inPlaceIn(data.period, data.place));
    return `In ${formatMonth(data.period)}, ${said.charAt(0).toLowerCase()}${said.slice(1)}`;
  },
  table,
  height: () => ({ wide: 400, narrow: 260 }),
  csv: ({ service, place, query }) => ({
    path: '/figures',
    params: {
      measure: measureIds(service, stages).join(','),
      area: place.code,
      period: query.period,
      group: query.group,
    },
  }),
};
