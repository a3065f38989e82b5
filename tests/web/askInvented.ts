import { ENGLAND, type LevelId, publishedLevelIds } from '../../data/definitions/levels.ts';
import { measures, type Stage } from '../../data/definitions/measures.ts';
import { monthsBetween } from '../../data/definitions/months.ts';
import type { FigureRow } from '../../server/store/queries/figures.ts';
import type { Ask, Meta } from '../../web/ask.ts';
import { PageProblem } from '../../web/problem.ts';
import { judged, type Known, standingAnswers } from './inventedStanding.ts';

interface InventedPlace {
  level: LevelId;
  area_code: string;
  area_name: string;
  region_code: string | null;
  subregion_code: string | null;
  ccg_code: string | null;
  registered: number;
  /** How its shares compare with England's. */
  lean: number;
}

const place = (
  level: LevelId,
  area_code: string,
  area_name: string,
  parents: (string | null)[],
  registered: number,
  lean: number,
): InventedPlace => {
  const own = publishedLevelIds.indexOf(level);
  const codes = [...parents, area_code];
  const at = (id: LevelId) => {
    const i = publishedLevelIds.indexOf(id);
    return i > own ? null : (codes[i - 1] ?? null);
  };
  return {
    level,
    area_code,
    area_name,
    region_code: at('region'),
    subregion_code: at('subregion'),
    ccg_code: at('ccg'),
    registered,
    lean,
  };
};

const invented: InventedPlace[] = [
  { ...place('england', ENGLAND, 'England', [], 56_600_000, 1), region_code: null },
  place('region', 'Y54', 'NORTH OF ENGLAND', [], 15_900_000, 0.82),
  place('region', 'Y55', 'MIDLANDS AND EAST OF ENGLAND', [], 16_900_000, 1.05),
  place('region', 'Y56', 'LONDON', [], 9_100_000, 0.9),
  place('region', 'Y57', 'SOUTH OF ENGLAND', [], 14_700_000, 1.25),
  place('subregion', 'Q44', 'CHESHIRE, WARRINGTON AND WIRRAL AREA TEAM', ['Y54'], 1_280_000, 0.8),
  place('ccg', 'X01', 'NHS AMBER ALDERMARSH EXAMPLE CCG', ['Y54', 'Q44'], 320_000, 1.1),
  ...Array.from({ length: 37 }, (_, i) =>
    place(
      'practice',
      `ZZ${String(i + 1).padStart(4, '0')}`,
      i === 4
        ? 'THE AMBER ADDER AND COPPER CRANE EXAMPLE FAMILY HEALTH PARTNERSHIP, INCORPORATING THE JADE NEWT BRANCH SURGERY AND COMMUNITY CLINIC'
        : `${['AMBER', 'COBALT', 'GOLDEN', 'RUSSET'][i % 4]} ${['ADDER', 'HERON', 'LYNX', 'OTTER', 'TERN'][i % 5]} EXAMPLE SURGERY ${i + 1}`,
      ['Y54', 'Q44', 'X01'],
      3000 + ((i * 1733) % 14_000),
      0.2 + ((i * 37) % 50) / 12,
    ),
  ),
];

const england: Record<Stage, [number, number]> = {
  offered: [3, 97.2],
  enabled: [0.3, 4.5],
  accessed: [0.02, 0.39],
  use: [60, 134],
};

/** England's value of a stage in a month: a straight way between two ends, but for a step in what is offered. */
function shareOf(stage: Stage, at: number): number {
  const [first, last] = england[stage];
  const share = stage === 'offered' ? [0, 0.02, 0.05, 0.1, 0.15, 0.19][Math.round(at * 11)] : at;
  return first + (last - first) * (share ?? at);
}

/** What tests may set: months, whether use is counted in people or transactions, and places that report nothing. */
export interface Invention {
  first?: string;
  last?: string;
  counts?: 'people' | 'transactions';
  kind?: Meta['kind'];
  silent?: readonly string[];
}

/** Answers as the API gives them, from invented places: no server, no release. */
export function askInvented({
  first = '2014-04',
  last = '2015-03',
  counts = 'people',
  kind = 'illustrative',
  silent = [],
}: Invention = {}): Ask {
  const periods = monthsBetween(first, last);
  const meta: Meta = {
    release: `${last}.1`,
    kind,
    note: null,
    made_at: '2015-05-01T09:30:00Z',
    first_period: first,
    last_period: last,
  };

  const figure = (one: InventedPlace, period: string, id: string) => {
    const measure = measures.find((known) => known.id === id)!;
    const collected = measure.stage !== (counts === 'people' ? 'use' : 'accessed');
    const inPractices = id.endsWith('offered_practices');
    const at = periods.length > 1 ? periods.indexOf(period) / (periods.length - 1) : 1;
    const denominator = inPractices
      ? Math.max(1, Math.round(one.registered / 7244))
      : one.registered;
    const england = inPractices ? 96.84 : shareOf(measure.stage, at);
    const lean = measure.stage === 'offered' ? Math.min(1.02, one.lean ** 0.05) : one.lean;
    let value = measure.scale === 100 ? Math.min(100, england * lean) : england * lean;
    if (one.level === 'practice' && measure.stage === 'offered') value = at > 0.5 ? 100 : 0;
    const reports = collected && !silent.includes(one.area_code);
    const numerator = Math.round((value * denominator) / measure.scale);
    return {
      period,
      level: one.level,
      area_code: one.area_code,
      area_name: one.area_name,
      measure: id,
      unit: measure.unit,
      numerator: reports ? numerator : null,
      denominator: reports ? denominator : null,
      value: reports ? (numerator / denominator) * measure.scale : null,
      marker: reports ? null : collected ? '[x]' : '[z]',
      practices: collected ? Math.max(1, Math.round(one.registered / 7244)) : 0,
      practices_reported: reports ? Math.max(1, Math.round(one.registered / 7290)) : 0,
    };
  };

  const known = (code: string) => {
    const found = invented.find(({ area_code }) => area_code === code.toUpperCase());
    if (!found) throw new PageProblem(400, `unknown area: ${code}`);
    return found;
  };

  const within = (parent: string | undefined) => (one: InventedPlace) =>
    !parent || [one.region_code, one.subregion_code, one.ccg_code, ENGLAND].includes(parent);

  const standing: Known = {
    figure: (area, period, id) => figure(known(area), period, id) as FigureRow,
    practices: (area) =>
      invented
        .filter((one) => one.level === 'practice' && within(area)(one))
        .map(({ area_code }) => area_code),
    around(area) {
      const { ccg_code, subregion_code, region_code } = known(area);
      const codes = [ccg_code, subregion_code, region_code, ENGLAND];
      return codes.filter((code): code is string => code !== null && code !== area);
    },
  };
  const questions = standingAnswers(standing);

  const answers: Record<string, (asked: Record<string, string | undefined>) => unknown> = {
    '/periods': () =>
      periods.map((period) => ({
        period,
        practices: 7813,
        registered: 56_600_000,
        measures: measures
          .filter(({ stage }) => stage !== (counts === 'people' ? 'use' : 'accessed'))
          .map(({ id }) => id)
          .join(','),
      })),
    '/areas': ({ area, level }) =>
      (area ? [known(area)] : invented.filter((one) => level!.split(',').includes(one.level))).map(
        (one) => ({ ...one, first_period: first, last_period: last }),
      ),
    '/figures': ({ measure, area, level, parent, period, from }) => {
      const ids = measure?.split(',') ?? measures.map(({ id }) => id);
      const places = area
        ? area.split(',').map(known)
        : invented.filter((one) => one.level === level && within(parent)(one));
      const months = from ? periods : [period === 'latest' || !period ? last : period];
      return places.flatMap((one) =>
        months.flatMap((month) =>
          ids.map((id) => judged(standing, figure(one, month, id) as FigureRow)),
        ),
      );
    },
    '/variance': () => [],
    '/revisions': () => [],
    '/xmr': () => [],
    '/events/supplier': () => [],
    '/search': ({ q }) =>
      invented
        .filter((one) => one.area_name.toLowerCase().includes(q!.toLowerCase()))
        .map((one) => ({ ...one, within: 'NORTH OF ENGLAND', open: true, last_period: last })),
    '/releases': () => [
      {
        release: meta.release,
        kind: meta.kind,
        note: meta.note,
        current: true,
        made_at: meta.made_at,
        first_period: first,
        last_period: last,
        bytes: 12_300_000,
        sha256: 'a1b2c3d4e5f60718293a4b5c6d7e8f90'.repeat(2),
      },
    ],
    '/sources': () => [
      {
        name: 'DETAILED_CODED_RECORDS_POMI.csv',
        sha256: 'a1b2c3d4e5f60718293a4b5c6d7e8f90'.repeat(2),
        rows: 93_512,
        first_period: first,
        last_period: last,
      },
    ],
  };

  const practice = (code: string) => {
    const one = invented.find(({ area_code }) => area_code === code.toUpperCase());
    if (one?.level !== 'practice') throw new PageProblem(404, `unknown practice: ${code}`);
    const name = (of: string | null) =>
      invented.find(({ area_code }) => area_code === of)!.area_name;
    return {
      practice_code: one.area_code,
      practice_name: one.area_name,
      region_code: one.region_code,
      region_name: name(one.region_code),
      subregion_code: one.subregion_code,
      subregion_name: name(one.subregion_code),
      ccg_code: one.ccg_code,
      ccg_name: name(one.ccg_code),
      first_period: first,
      last_period: last,
      months: periods.map((period) => ({
        period,
        practice_name: one.area_name,
        supplier: 'EMIS',
        registered: one.registered,
        region_code: one.region_code,
        subregion_code: one.subregion_code,
        ccg_code: one.ccg_code,
        records_status: 2,
        records_enabled: silent.includes(code) ? null : 1,
        appointments_status: 1,
        prescriptions_status: silent.includes(code) ? null : 9,
      })),
    };
  };

  return async <T>(path: string, asked: Record<string, string | undefined> = {}) => {
    const [, code] = /^\/practices\/(.+)$/.exec(path) ?? [];
    const question = questions[path]?.(asked);
    const data = code ? practice(code) : (question?.data ?? answers[path]!(asked));
    const found = path === '/search' ? { found: (data as unknown[]).length } : {};
    return { data: data as T, meta: { ...meta, ...question?.meta, ...found } };
  };
}
