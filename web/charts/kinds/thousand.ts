import { measureIds } from '../../../data/definitions/measures.ts';
import { stagesFinding } from '../../../data/words/findings.ts';
import type { Ask } from '../../ask.ts';
import { PageProblem } from '../../problem.ts';
import type { ChartQuery, PicturedKind } from '../kind.ts';
import { serviceIn } from '../question.ts';
import { thousand } from '../thousand.ts';
import { stages, stagesIn, type ThousandData, thousandForms } from '../thousandForms.ts';
import { england, fetchChartPlaces, lacking, periodOf, placeFigure } from './chartPlace.ts';

async function load(ask: Ask, query: ChartQuery): Promise<ThousandData> {
  const service = serviceIn(query);
  const { period, release, group } = query;
  const area = query.area ?? (group ? 'group' : england.code);
  const [[place], { data, meta }] = await Promise.all([
    fetchChartPlaces(ask, area, query),
    ask('/figures', {
      measure: measureIds(service, stages).join(','),
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
    place: { level: place.level, code: place.code, name: place.name, held: place.held },
    figures,
  };
}

function lacks({ figures, service, place, period }: ThousandData) {
  const known = Object.values(figures).filter(({ marker }) => marker !== '[z]');
  const missing = lacking(known, {
    measure: `${service}_enabled`,
    place,
    months: { first: period, last: period },
    level: place.level,
  });
  return missing && !missing.all
    ? { all: false, text: 'Stages without a figure are not drawn: nobody reported them.' }
    : missing;
}

/** A thousand patients as dots: those who could, those set up, those who did. */
export const thousandKind: PicturedKind<ThousandData> = {
  ...thousandForms,
  name: 'A thousand patients',
  parameters: ['service', 'area', 'period', 'group', 'release'],
  load,
  finding: (data) => stagesFinding(stagesIn(data)),
  sentence: (data) => {
    const lack = lacks(data);
    return lack?.all ? lack.text : thousandForms.sentence(data);
  },
  lacks,
  picture: (data, labelledBy) => thousand(stagesIn(data), null, labelledBy),
  fits: ({ form, counts }) =>
    form === 'share' && counts === 'patients'
      ? null
      : 'the picture shows the stages of a service, counted in patients',
};
