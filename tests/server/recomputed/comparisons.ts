import { peersIn } from './figures.ts';
import { funnelOf, quantileOf } from './methods.ts';
import { type Questions, type Recomputed, to } from './question.ts';
import { against, type Row, type Told, unitOf, variation } from './told.ts';
import { meaningOf, verdictOn } from './verdicts.ts';

const above = ['england', 'region', 'subregion', 'ccg'] as const;

/** `/comparisons` of regions, CCGs and practices with everything that they are compared with. */
export const comparisons: Questions = (told, { period }) => [
  ...(['region', 'ccg'] as const).map(
    (level): Recomputed => ({
      address: to('/comparisons', { level, period }),
      rows: told
        .codes(level, period)
        .flatMap((code) =>
          told.held(period).flatMap((measure) => comparedIn(told, code, period, measure)),
        ),
    }),
  ),
  ...['records_enabled', 'records_offered', 'any_use'].map(
    (measure): Recomputed => ({
      address: to('/comparisons', { level: 'practice', measure, period }),
      rows: told
        .codes('practice', period)
        .flatMap((code) => comparedIn(told, code, period, measure)),
    }),
  ),
];

/** A figure compared with England, each area that contains it, and its peers; one row each. */
function comparedIn(told: Told, code: string, period: string, measure: string): Row[] {
  const level = told.levelOf(code);
  const [one] = told.within(code, period);
  const areas = above.slice(0, level === 'practice' ? above.length : above.indexOf(level as 'ccg'));
  const held = areas.flatMap((of) => {
    const area = one!.areas[of]!;
    const isAllOfIt =
      told.figure(area, period, measure).practices === told.figure(code, period, measure).practices;
    return isAllOfIt ? [] : [againstArea(told, code, period, measure, { level: of, area })];
  });
  return level === 'practice' ? [...held, ...againstPeers(told, code, period, measure)] : held;
}

function againstArea(
  told: Told,
  code: string,
  period: string,
  measure: string,
  { level: of, area }: { level: string; area: string },
): Row {
  const level = told.levelOf(code);
  const { practices: _, practices_reported: __, ...own } = told.figure(code, period, measure);
  const whole = told.figure(area, period, measure);
  const { scale } = unitOf(measure);
  const isKnown = own.numerator !== null && whole.denominator! > own.denominator!;
  const rest = isKnown
    ? ((whole.numerator! - own.numerator!) / (whole.denominator! - own.denominator!)) * scale
    : null;
  const inside = told
    .codes(level, period)
    .filter((other) => told.within(area, period).includes(told.within(other, period)[0]!));
  const units = inside.map((other) => told.figure(other, period, measure));
  const values = units.flatMap(({ value }) => value ?? []);
  const ranked = own.value !== null && !(level === 'practice' && /_offered/.test(measure));
  const model =
    level !== 'practice' && values.length >= 20
      ? funnelOf(units.map(({ numerator: x, denominator: n }) => ({ x, n })))
      : null;
  const limits = variation(told.figure(code, period, measure), measure, level);
  const judged = { level, measure, ...own, ...limits } as never;
  return {
    ...told.heading(code, period, measure),
    ...{ unit: unitOf(measure).unit, ...own, ...limits },
    ...{ against_level: of, against_code: area, against_name: told.nameOf(area, period) },
    ...sided(measure, own.value, limits, {
      ...{ value: whole.value, rest, verdict: verdictOn(judged, rest, { model }) },
      place: ranked ? values.filter((other) => other > own.value!).length + 1 : null,
      places: ranked ? values.length : null,
      places_equal: ranked ? values.filter((other) => other === own.value).length - 1 : null,
    }),
  };
}

function againstPeers(told: Told, code: string, period: string, measure: string): Row[] {
  const peers = peersIn(told, code, period);
  if (!peers.length) return [];
  const { practices: _, practices_reported: __, ...own } = told.figure(code, period, measure);
  const known = peers.flatMap((peer) => told.value(peer.code, period, measure) ?? []);
  const median = quantileOf(known, 0.5);
  const ranked = own.value !== null && known.length > 0 && !/_offered/.test(measure);
  const limits = variation(told.figure(code, period, measure), measure, 'practice');
  const middle = known.length
    ? { low: quantileOf(known, 0.25)!, high: quantileOf(known, 0.75)! }
    : null;
  const judged = { level: 'practice', measure, ...own, ...limits } as never;
  return [
    {
      ...told.heading(code, period, measure),
      ...{ unit: unitOf(measure).unit, ...own, ...limits },
      ...{ against_level: 'peers', against_code: 'peers' },
      against_name: `median of the ${peers.length} practices most like it`,
      ...sided(measure, own.value, limits, {
        ...{ value: median, rest: median, verdict: verdictOn(judged, median, { middle }) },
        place: ranked ? known.filter((other) => other > own.value!).length + 1 : null,
        places: ranked ? known.length + 1 : null,
        places_equal: ranked ? known.filter((other) => other === own.value).length : null,
      }),
    },
  ];
}

/** What a row says about a figure beside another. */
function sided(
  measure: string,
  value: number | null,
  limits: Record<string, number | null>,
  other: {
    value: number | null;
    rest: number | null;
    verdict: { word: string };
    place: number | null;
    places: number | null;
    places_equal: number | null;
  },
): Row {
  return {
    against_value: other.value,
    difference: value === null || other.value === null ? null : value - other.value,
    comparison_95: against(limits, 95, other.value),
    comparison_998: against(limits, 998, other.value),
    word: other.verdict.word,
    rest_value: other.rest,
    ...{ place: other.place, places: other.places, places_equal: other.places_equal },
    meaning: meaningOf(other.verdict.word, measure),
  };
}
