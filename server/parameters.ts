import { breakdownIds } from '../data/definitions/breakdowns.ts';
import { type FindingKind, findingKinds } from '../data/definitions/findings.ts';
import {
  boundaryChoices,
  groupSize,
  type LevelId,
  levelIds,
  levelOf,
} from '../data/definitions/levels.ts';
import { lifecycleEventIds } from '../data/definitions/lifecycle.ts';
import { findMeasure, type Measure, measures } from '../data/definitions/measures.ts';
import { missingReference } from '../data/definitions/references.ts';
import { type Target, targets } from '../data/definitions/targets.ts';
import type { Catalogue } from './catalogue.ts';
import { unknown } from './errors.ts';
import type { AreaRow } from './queries/areas.ts';

/** A query parameter, declared once: checked by its kind, described in the API's description. */
export interface Parameter {
  name: string;
  description: string;
  /** A value that works on every release; `{practice}` and its like stand for what a release holds. */
  example: string;
  many?: boolean;
  enum?: readonly string[];
  /** What all of a value looks like, as a regular expression. */
  pattern?: string;
  /** A whole number within these bounds. */
  integer?: { minimum: number; maximum: number };
  /** The longest text, in characters. */
  longest?: number;
  /** The most values of a list. */
  most?: number;
  /** Parses one value; `catalogue` is that of the release asked for. Throws a message for the caller. */
  parse: (value: string, catalogue: Catalogue) => unknown;
}

const findingKindIds = Object.keys(findingKinds) as FindingKind[];

const MONTH = '\\d{4}-(0[1-9]|1[0-2])';
const isMonth = new RegExp(`^${MONTH}$`);

function month(value: string): string {
  if (!isMonth.test(value)) throw new Error(`not a month such as 2015-03: ${value}`);
  return value;
}

function knownPeriod(value: string, { periods }: Catalogue): string {
  if (value === 'latest') return periods.at(-1)!.period;
  month(value);
  const known = periods.map(({ period }) => period);
  if (!known.includes(value)) {
    throw new Error(
      `no such month in this release: ${value} (it has ${known[0]} to ${known.at(-1)})`,
    );
  }
  return value;
}

function knownArea(value: string, { areas }: Catalogue): AreaRow {
  const area = areas.get(value) ?? areas.get(value.toUpperCase());
  if (!area) throw new Error(unknown('area', value, areas.keys()));
  return area;
}

function knownPractice(value: string, catalogue: Catalogue): AreaRow {
  const area = knownArea(value, catalogue);
  if (area.level !== 'practice') throw new Error(`not a practice: ${value}`);
  return area;
}

function knownMeasure(value: string): Measure {
  const measure = findMeasure(value);
  if (!measure) {
    throw new Error(
      unknown(
        'measure',
        value,
        measures.map(({ id }) => id),
      ),
    );
  }
  return measure;
}

function knownLevel(value: string, { boundaries, lookup }: Catalogue): LevelId {
  if (!levelIds.includes(value as LevelId)) throw new Error(unknown('level', value, levelIds));
  const { id, many, toldBy } = levelOf(value as LevelId);
  if (toldBy === 'lookup' && !lookup) {
    throw new Error(missingReference('lookup', `which practices make up ${many} is not told`));
  }
  if (boundaries === 'lookup' && id === 'subregion') {
    throw new Error('subregions are none of the boundaries of the practice lookup: ask for stp');
  }
  return id;
}

function knownTarget(value: string): Target {
  const target = targets.find(({ id }) => id === value);
  if (!target) {
    const known = targets.map(({ id }) => id);
    throw new Error(unknown('target', value, known));
  }
  return target;
}

const whole = (minimum: number, maximum: number) => ({
  integer: { minimum, maximum },
  parse: (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < minimum || number > maximum) {
      throw new Error(`not a whole number from ${minimum} to ${maximum}: ${value}`);
    }
    return number;
  },
});

const text = (longest: number) => ({
  longest,
  parse: (value: string): string => {
    if (value.length > longest) {
      throw new Error(`longer than ${longest} characters: ${value.slice(0, 20)}…`);
    }
    return value;
  },
});

const oneOf =
  <T extends string>(what: string, values: readonly T[]) =>
  (value: string): T => {
    if (!values.includes(value as T)) throw new Error(unknown(what, value, values));
    return value as T;
  };

const codes = 'comma-separated codes';

/** Rows of the largest page, so that every page names the next one; without `limit` an answer has all. */
const mostRows = 10_000;

/** The parameters that endpoints share, by name. */
export const parameters = {
  measure: {
    name: 'measure',
    description: 'Measures by id; without it, all that the months hold.',
    example: 'records_enabled',
    many: true,
    enum: measures.map(({ id }) => id),
    parse: knownMeasure,
  },
  level: {
    name: 'level',
    description:
      'Levels of place; without it, those of `area`, the one below `parent`, or England.',
    example: 'region',
    many: true,
    enum: levelIds,
    parse: knownLevel,
  },
  boundaries: {
    name: 'boundaries',
    description:
      'On whose boundaries: as published each month (the default), or like for like on those of the practice lookup, whatever the month. Codes of areas are then those of the lookup, and `meta.placement` says how many practices and patients it places.',
    example: 'published',
    enum: boundaryChoices,
    parse: oneOf('boundaries', boundaryChoices),
  },
  area: {
    name: 'area',
    description: `Areas or practices: ${codes}.`,
    example: 'E92000001',
    many: true,
    parse: knownArea,
  },
  parent: {
    name: 'parent',
    description: 'Only places within this area, at whatever level above them.',
    example: 'E92000001',
    parse: knownArea,
  },
  period: {
    name: 'period',
    description: 'Months such as `2018-09`, or `latest` (the default).',
    example: 'latest',
    many: true,
    pattern: `latest|${MONTH}`,
    parse: knownPeriod,
  },
  from: {
    name: 'from',
    description: 'First month of a range, such as `2015-01`; not together with `period`.',
    example: '{first}',
    pattern: MONTH,
    parse: month,
  },
  to: {
    name: 'to',
    description: 'Last month of a range; not together with `period`.',
    example: '{last}',
    pattern: MONTH,
    parse: month,
  },
  group: {
    name: 'group',
    description: `A group of your own: up to ${groupSize} practice codes. It is then the area \`group\` for \`area\`, \`parent\` and \`within\`; a code given twice counts once.`,
    example: '{practices}',
    many: true,
    most: groupSize,
    parse: (value, catalogue) => knownPractice(value, catalogue).area_code,
  },
  within: {
    name: 'within',
    description: `Areas whose practices are meant: ${codes}; England without it.`,
    example: 'E92000001',
    many: true,
    parse: (value, catalogue) => {
      const area = knownArea(value, catalogue);
      if (area.level === 'practice') throw new Error(`not an area but a practice: ${value}`);
      return area;
    },
  },
  limits: {
    name: 'limits',
    description: 'Funnel limits adjusted for overdispersion (the default), or plain.',
    example: 'plain',
    enum: ['adjusted', 'plain'],
    parse: oneOf('limits', ['adjusted', 'plain'] as const),
  },
  restarts: {
    name: 'restarts',
    description:
      'Months from which limits start afresh, or `suggested` for those where a step is plain; none without it.',
    example: 'suggested',
    many: true,
    pattern: `suggested|${MONTH}`,
    parse: (value) => (value === 'suggested' ? value : month(value)),
  },
  target: {
    name: 'target',
    description: 'Targets by id; all without it.',
    example: targets[0]!.id,
    many: true,
    enum: targets.map(({ id }) => id),
    parse: knownTarget,
  },
  against: {
    name: 'against',
    description: 'The release to hold this one against; the one before it without it.',
    example: '{release}',
    ...text(40),
  },
  quantiles: {
    name: 'quantiles',
    description:
      'Into how many groups of equal size practices are put by their value; 5 without it.',
    example: '10',
    ...whole(2, 100),
  },
  by: {
    name: 'by',
    description: 'What to break figures down by.',
    example: 'supplier',
    enum: breakdownIds,
    parse: oneOf('break-down', breakdownIds),
  },
  towards: {
    name: 'towards',
    description:
      "The level practices are held against: the median of each one's own peers (the default), England's figure, or the 90th percentile of practices in England.",
    example: 'peers',
    enum: ['peers', 'england', 'top_tenth'],
    parse: oneOf('level to reach', ['peers', 'england', 'top_tenth'] as const),
  },
  codes: {
    name: 'codes',
    description: `Practice codes as you have them, up to ${groupSize}: separated by commas, semicolons, spaces or new lines.`,
    example: '{practices}',
    ...text(8000),
  },
  q: {
    name: 'q',
    description: 'What to find: a code, a name, part of a name, or a postcode.',
    example: 'surgery',
    ...text(100),
  },
  limit: {
    name: 'limit',
    description: `At most so many rows, up to ${mostRows}; the answer then names the next page, if there is one.`,
    example: '10',
    ...whole(1, mostRows),
  },
  cursor: {
    name: 'cursor',
    description:
      'Where to go on, as `meta.next` of the answer before said it, to the same question and release.',
    example: '{cursor}',
    ...text(200),
  },
  event: {
    name: 'event',
    description: 'Only events of these kinds; all without it.',
    example: 'closed',
    many: true,
    enum: lifecycleEventIds,
    parse: oneOf('event', lifecycleEventIds),
  },
  kind: {
    name: 'kind',
    description: 'Only findings of this kind.',
    example: findingKindIds[0]!,
    enum: findingKindIds,
    parse: oneOf('kind of finding', findingKindIds),
  },
  practice: {
    name: 'practice',
    description: 'One practice, by its code.',
    example: '{practice}',
    parse: knownPractice,
  },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof parameters;

type One<N extends ParameterName> = ReturnType<(typeof parameters)[N]['parse']>;
type Parsed<N extends ParameterName> = (typeof parameters)[N] extends { many: true }
  ? One<N>[]
  : One<N>;

/** Parsed parameters of an endpoint; those not given are undefined. */
export type Filters<N extends ParameterName> = { [K in N]?: Parsed<K> };

/** Parameters that every endpoint of the API takes. */
export const everywhere = ['release', 'format'] as const;
