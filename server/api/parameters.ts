import { breakdownIds, breakdownOf, notKnown } from '../../data/definitions/breakdowns.ts';
import { type FindingKind, findingKinds } from '../../data/definitions/findings.ts';
import { boundaryChoices, groupSize, levelIds } from '../../data/definitions/levels.ts';
import { lifecycleEventIds } from '../../data/definitions/lifecycle.ts';
import { measures } from '../../data/definitions/measures.ts';
import { placeTraits } from '../../data/definitions/placeTraits.ts';
import { statusIds, yesOrNo } from '../../data/definitions/practiceFilters.ts';
import { targets } from '../../data/definitions/targets.ts';
import { xmrViews } from '../../data/definitions/xmrViews.ts';
import { projectionMethods } from '../../data/statistics/projection.ts';
import type { Catalogue } from '../store/catalogue.ts';
import { revisionChanges } from '../store/queries/revisions.ts';
import {
  knownArea,
  knownFifth,
  knownLevel,
  knownMeasure,
  knownPeriod,
  knownPractice,
  knownSupplier,
  knownTarget,
  MONTH,
  month,
  oneOf,
  text,
  whole,
} from './parameterValues.ts';

/** A query parameter, declared once: it checks requests and appears in the API description. */
export interface Parameter {
  name: string;
  description: string;
  /** A value that works on every release; `{practice}` and the like are replaced by codes of the release. */
  example: string;
  many?: boolean;
  enum?: readonly string[];
  /** A regular expression for the whole value. */
  pattern?: string;
  /** Bounds of a whole number, both included. */
  integer?: { minimum: number; maximum: number };
  /** The longest text, in characters. */
  longest?: number;
  /** The most values of a list. */
  most?: number;
  /** Parses one value; `catalogue` is that of the release asked for. Throws a message for the caller. */
  parse: (value: string, catalogue: Catalogue) => unknown;
}

/** What a figure can be compared with. */
export const againstLevels = [...levelIds.filter((id) => id !== 'practice'), 'peers'] as const;

const acrossIds = [...placeTraits.map(({ id }) => id), ...measures.map(({ id }) => id)];

const findingKindIds = Object.keys(findingKinds) as FindingKind[];

const codes = 'comma-separated codes';

/** The groups of a breakdown, and the one for practices that belong to none. */
const groupIds = (id: 'list_size' | 'deprivation') =>
  [...breakdownOf(id).groups!, notKnown].map(({ code }) => code);

/** The month for which practices are chosen. */
const chosenWhen = 'in the last month asked for';

/** Rows of the largest page, so that every page has a link to the next. Without `limit` an answer has all rows. */
export const largestPage = 10_000;

/** The parameters that endpoints share, by name. */
export const parameters = {
  measure: {
    name: 'measure',
    description: 'Measures by id; without it, all that the months have.',
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
    description:
      'Only places within this area, at whatever level above them. A place of several areas, such as a PCN of two STPs, is within the one of most of its practices, as a whole.',
    example: 'E92000001',
    parse: knownArea,
  },
  benchmark: {
    name: 'benchmark',
    description:
      'Compared with these alone: levels of the areas around a place, or `peers`; without it, all.',
    example: 'england',
    many: true,
    enum: againstLevels,
    parse: oneOf('benchmark', againstLevels),
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
  across: {
    name: 'across',
    description:
      'What a figure is held against: another measure by its id, or the `list_size`, `deprivation` or `most_deprived` share of practices of each place.',
    example: 'list_size',
    enum: acrossIds,
    parse: oneOf('thing to hold a figure against', acrossIds),
  },
  supplier: {
    name: 'supplier',
    description: `Only practices with these suppliers ${chosenWhen}, as published; areas are then added up from them. \`${notKnown.code}\` for those without one.`,
    example: notKnown.code,
    many: true,
    parse: knownSupplier,
  },
  size: {
    name: 'size',
    description: `Only practices with list sizes in these bands ${chosenWhen}.`,
    example: '6000-8999',
    many: true,
    enum: groupIds('list_size'),
    parse: oneOf('band of list sizes', groupIds('list_size')),
  },
  fifth: {
    name: 'fifth',
    description:
      'Only practices in these fifths of deprivation, 1 the most deprived in England; only where the release has scores.',
    example: notKnown.code,
    many: true,
    enum: groupIds('deprivation'),
    parse: knownFifth,
  },
  status: {
    name: 'status',
    description: `Only practices of these statuses ${chosenWhen}, for the service of the one measure asked for: it is switched \`on\`, \`available\` and not switched on, there is \`none\`, or that is \`unknown\`. For any service the best of the three.`,
    example: 'on',
    many: true,
    enum: statusIds,
    parse: oneOf('status', statusIds),
  },
  switched: {
    name: 'switched',
    description:
      'Only practices known to have changed supplier in the twelve months up to the last one asked for, or only others: for `no` also those whose supplier is unknown, or known in too few months to tell.',
    example: 'no',
    enum: yesOrNo,
    parse: oneOf('answer', yesOrNo),
  },
  reported: {
    name: 'reported',
    description: `Only practices that reported the one measure asked for ${chosenWhen}, or only others.`,
    example: 'yes',
    enum: yesOrNo,
    parse: oneOf('answer', yesOrNo),
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
  view: {
    name: 'view',
    description:
      'What is charted: the `level` of each month (the default), its `changes` since the month before (for what counts the same people month after month), the level against a line that climbs (`trend`), or the level per working day (`working_days`, of transactions only).',
    example: 'changes',
    enum: xmrViews,
    parse: oneOf('view', xmrViews),
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
    description:
      'What to compare with. Of figures a place: its code, or `group`. Of releases another release; without it, the one before.',
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
      "The level practices are compared with: the median of each one's own peers (the default), England's figure, or the 90th percentile of practices in England.",
    example: 'peers',
    enum: ['peers', 'england', 'top_tenth'],
    parse: oneOf('level to reach', ['peers', 'england', 'top_tenth'] as const),
  },
  ahead: {
    name: 'ahead',
    description: 'Up to how many months on; 3 without it.',
    example: '3',
    ...whole(1, 12),
  },
  method: {
    name: 'method',
    description:
      'How a series is carried on: the median of its monthly changes (the default), its mean monthly change (drift), a trend that dies away, or unchanged.',
    example: 'median_change',
    enum: projectionMethods,
    parse: oneOf('method', projectionMethods),
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
  updatedAfter: {
    name: 'updatedAfter',
    description:
      'Only figures that are new or differ since a day, a time such as `2019-05-01T12:00` (UK time) or a release, as it was current then.',
    example: '{release}',
    ...text(40),
  },
  change: {
    name: 'change',
    description:
      'Only what differs so: in its value, in its counts alone, new or gone; all without it.',
    example: 'value',
    many: true,
    enum: revisionChanges,
    parse: oneOf('change', revisionChanges),
  },
  limit: {
    name: 'limit',
    description: `Maximum rows, up to ${largestPage}; the answer names the next page, if there is one.`,
    example: '10',
    ...whole(1, largestPage),
  },
  cursor: {
    name: 'cursor',
    description:
      'Cursor from `meta.next` of the previous answer, to the same question and release.',
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
export const everywhere = ['release', 'asOf', 'format'] as const;
