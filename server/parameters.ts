import { breakdownIds } from '../data/definitions/breakdowns.ts';
import {
  boundaryChoices,
  GROUP,
  groupSize,
  type LevelId,
  levelIds,
  levelOf,
} from '../data/definitions/levels.ts';
import { lifecycleEventIds } from '../data/definitions/lifecycle.ts';
import { findMeasure, type Measure, measures } from '../data/definitions/measures.ts';
import { missingReference } from '../data/definitions/references.ts';
import { type Target, targets } from '../data/definitions/targets.ts';
import { type Catalogue, withGroup } from './catalogue.ts';
import { badParameter, unknown } from './errors.ts';
import type { AreaRow } from './queries/areas.ts';

/** A query parameter, declared once: checked by its kind, described in the API's description. */
export interface Parameter {
  name: string;
  description: string;
  /** A value that works on every release. */
  example: string;
  required?: boolean;
  many?: boolean;
  enum?: readonly string[];
  pattern?: string;
  integer?: boolean;
  /** Parses one value; `catalogue` is that of the release asked for. Throws a message for the caller. */
  parse: (value: string, catalogue: Catalogue) => unknown;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

function month(value: string): string {
  if (!MONTH.test(value)) throw new Error(`not a month such as 2015-03: ${value}`);
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

const whole =
  (low: number, high: number) =>
  (value: string): number => {
    const number = Number(value);
    if (!/^\d+$/.test(value) || number < low || number > high) {
      throw new Error(`not a whole number from ${low} to ${high}: ${value}`);
    }
    return number;
  };

const text =
  (longest: number) =>
  (value: string): string => {
    if (value.length > longest) {
      throw new Error(`longer than ${longest} characters: ${value.slice(0, 20)}…`);
    }
    return value;
  };

const oneOf =
  <T extends string>(what: string, values: readonly T[]) =>
  (value: string): T => {
    if (!values.includes(value as T)) throw new Error(unknown(what, value, values));
    return value as T;
  };

const codes = 'comma-separated codes';

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
    parse: knownPeriod,
  },
  from: {
    name: 'from',
    description: 'First month of a range, such as `2015-01`; not together with `period`.',
    example: '2014-04',
    pattern: MONTH.source,
    parse: month,
  },
  to: {
    name: 'to',
    description: 'Last month of a range; not together with `period`.',
    example: '2030-12',
    pattern: MONTH.source,
    parse: month,
  },
  group: {
    name: 'group',
    description: `A group of your own: up to ${groupSize} practice codes. It is then the area \`group\` for \`area\`, \`parent\` and \`within\`; a code given twice counts once.`,
    example: '',
    many: true,
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
    example: '',
    parse: text(40),
  },
  quantiles: {
    name: 'quantiles',
    description:
      'Into how many groups of equal size practices are put by their value; 5 without it.',
    example: '10',
    integer: true,
    parse: whole(2, 100),
  },
  by: {
    name: 'by',
    description: 'What to break figures down by.',
    example: 'supplier',
    required: true,
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
    example: 'A81001, A81002',
    required: true,
    parse: text(8000),
  },
  q: {
    name: 'q',
    description: 'What to find: a code, a name, part of a name, or a postcode.',
    example: 'surgery',
    required: true,
    parse: text(100),
  },
  limit: {
    name: 'limit',
    description: 'At most so many rows; the answer then names the next page, if there is one.',
    example: '10',
    integer: true,
    parse: whole(1, 100_000),
  },
  cursor: {
    name: 'cursor',
    description: 'Where to go on, as the answer before gave it.',
    example: '',
    parse: text(200),
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
    example: 'name_changed',
    parse: text(60),
  },
  practice: {
    name: 'practice',
    description: 'Only this practice, by code.',
    example: '',
    parse: (value, catalogue) => {
      const area = knownArea(value, catalogue);
      if (area.level !== 'practice') throw new Error(`not a practice: ${value}`);
      return area;
    },
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

/** All parameters an endpoint takes: where it takes places, it takes a reader's own group as one. */
export const withGroups = <N extends ParameterName>(names: readonly N[]): (N | 'group')[] =>
  names.some((name) => ['area', 'parent', 'within'].includes(name))
    ? [...names, 'group']
    : [...names];

/**
 * Parses a query string against the parameters an endpoint declares. Throws a 400 that names the parameter
 * and the value for one that is unknown, repeated, empty or wrong: nothing falls back to a default silently.
 */
export function parseFilters<N extends ParameterName>(
  search: URLSearchParams,
  names: readonly N[],
  published: Catalogue,
): Filters<N> {
  const all = withGroups(names);
  checkNames(search, all);
  const members = search.get('group');
  const catalogue =
    members === null ? published : withGroup(published, parseGroup(members, published));
  const filters: Record<string, unknown> = {};
  for (const name of all) {
    const parameter: Parameter = parameters[name];
    const value = search.get(name);
    if (value === null) {
      if (parameter.required) {
        throw badParameter(name, '', `${name} is missing: ${parameter.description}`);
      }
      continue;
    }
    filters[name] = parseValue(parameter, value, catalogue);
  }
  const group = catalogue.areas.get(GROUP);
  const choosing = ['area', 'parent', 'within', 'level'];
  if (group && all.includes('area' as N) && !choosing.some((name) => search.has(name))) {
    filters.area = [group];
  }
  return filters as Filters<N>;
}

function parseGroup(members: string, catalogue: Catalogue): string[] {
  const codes = [...new Set(parseValue(parameters.group, members, catalogue) as string[])];
  if (codes.length > groupSize) {
    const message = `a group holds at most ${groupSize} practices: ${codes.length}`;
    throw badParameter('group', members, message);
  }
  return codes;
}

function checkNames(search: URLSearchParams, names: readonly string[]): void {
  const known = [...names, ...everywhere];
  for (const [name, value] of search) {
    if (!known.includes(name)) throw badParameter(name, value, unknown('parameter', name, known));
    if (search.getAll(name).length > 1) {
      throw badParameter(name, value, `${name} is given more than once: separate values by commas`);
    }
    if (value.trim() === '') throw badParameter(name, value, `${name} is empty`);
  }
}

function parseValue(parameter: Parameter, value: string, catalogue: Catalogue): unknown {
  const parseOne = (one: string) => {
    try {
      return parameter.parse(one.trim(), catalogue);
    } catch (error) {
      throw badParameter(parameter.name, one, (error as Error).message);
    }
  };
  if (!parameter.many) return parseOne(value);
  const parts = value.split(',').map((part) => part.trim());
  if (parts.includes('')) {
    throw badParameter(parameter.name, value, `${parameter.name} has an empty value in its list`);
  }
  return [...new Set(parts)].map(parseOne);
}
