import { type Trait, traits } from '../../../data/definitions/traits.ts';
import type { PeerInput } from '../../../data/statistics/peers.ts';
import { naturalVariation } from '../../../data/words/comparison.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { type PeerGroups, peerGroups } from '../../figures/peerGroups.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { traitsIn } from '../../store/traits.ts';
import { type Column, whole } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { standing, standingFields } from '../peerStanding.ts';
import { periodsOf, single } from '../scope.ts';
import { countColumns, measureColumns, naturalVariationField } from './columns.ts';

/** Practices less alike than the hundredth are no peers. */
const mostPeers = 100;

const traitColumns: readonly Column[] = [
  { name: 'registered', type: 'integer', nullable: true, description: 'Its list size.' },
  {
    name: 'deprivation',
    type: 'number',
    nullable: true,
    description: 'Its deprivation score, higher is more deprived.',
  },
  {
    name: 'rural',
    type: 'boolean',
    nullable: true,
    missing: '[x]',
    description: 'Whether it is rural.',
  },
];

const peerInputs = ['list_size', 'deprivation', 'rurality'] as const satisfies PeerInput[];

export const peers = table({
  path: '/peers',
  summary: 'The practices most like one, and how it compares with them',
  description:
    'The practices nearest to one by list size, and by deprivation and town or country where the release holds reference files of them; never by uptake. Ten of them unless `limit` says otherwise, at most a hundred. `meta` holds the practice’s own figure, the peers’ median and quartiles, what entered the distance and what is missing, and a sentence. Peers are the same on all boundaries; only the CCGs named beside them differ.',
  parameters: ['practice', 'boundaries', 'measure', 'period', 'limit'],
  required: ['practice', 'measure'],
  one: ['measure', 'period'],
  columns: [
    { name: 'rank', type: 'integer', description: 'Place in the order, 1 the most like it.' },
    { name: 'area_code', type: 'string', description: 'Code of the peer.' },
    { name: 'area_name', type: 'string', description: 'Its name in that month.' },
    { name: 'ccg_code', type: 'string', nullable: true, description: 'Its CCG that month.' },
    {
      name: 'distance',
      type: 'number',
      description:
        'How unlike it is: 1 is one standard deviation of one input, 2 also town against country.',
    },
    ...traitColumns,
    ...measureColumns,
    ...countColumns,
  ],
  meta: [
    {
      name: 'practice',
      type: 'object',
      description: 'The practice itself, with what its peers are found by, and its figure.',
      fields: [
        { name: 'area_code', type: 'string', description: 'Its code.' },
        { name: 'area_name', type: 'string', description: 'Its name in that month.' },
        { name: 'ccg_code', type: 'string', nullable: true, description: 'Its CCG that month.' },
        ...traitColumns,
        ...countColumns,
      ],
    },
    ...measureColumns,
    { name: 'period', type: 'string', description: 'Month.' },
    ...standingFields,
    {
      name: 'inputs',
      type: 'string',
      many: true,
      enum: peerInputs,
      description: 'What entered the distance.',
    },
    {
      name: 'missing',
      type: 'object',
      many: true,
      description: 'What did not enter it.',
      fields: [
        { name: 'input', type: 'string', enum: peerInputs, description: 'What did not.' },
        { name: 'sentence', type: 'string', description: 'Why not.' },
      ],
    },
    naturalVariationField,
  ],
  example: 'practice={practice}&measure=records_enabled&period=latest',
  async rows(question) {
    const { release, filters } = question;
    const { practice, measure, period } = peersQuestion(question);
    const groups = await peerGroups(release, period);
    checkThere(practice, period, groups);
    const found = groups.of(practice.area_code, filters.limit);
    const codes = [practice.area_code, ...found.peers.map(({ code }) => code)];
    const rows = await allFigures(release, {
      level: 'practice',
      measures: [measure],
      periods: [period],
      areas: codes,
    });
    const figures = new Map(rows.map((row) => [row.area_code, row]));
    const values = found.peers.map(({ code }) => figures.get(code)!.value);
    const own = figures.get(practice.area_code)!;
    const meta = {
      practice: { ...traitsOf(groups, practice.area_code), ...countsOf(own) },
      measure: measure.id,
      unit: measure.unit,
      period,
      ...standing(own, values, found.inputs),
      inputs: found.inputs,
      missing: missing(await traitsIn(release.database), found.inputs),
      natural_variation: naturalVariation,
    };
    return whole(
      found.peers.map(({ code, distance }, i) => {
        const { area_code, area_name, ccg_code, ...more } = traitsOf(groups, code);
        return {
          rank: i + 1,
          area_code,
          area_name,
          ccg_code,
          distance,
          ...more,
          measure: measure.id,
          unit: measure.unit,
          ...countsOf(figures.get(code)!),
        };
      }),
      meta,
    );
  },
});

function peersQuestion({
  release,
  filters,
}: Question<'practice' | 'measure' | 'period' | 'limit'>) {
  const { practice, limit } = filters;
  if (limit !== undefined && limit > mostPeers) {
    throw badParameter('limit', String(limit), `at most ${mostPeers} peers: ${limit}`);
  }
  const measure = single('measure', filters.measure, ({ id }) => id);
  const period = single('period', periodsOf(filters, release.catalogue), (one) => one);
  return { practice: practice!, measure, period };
}

function checkThere(
  { area_code, first_period, last_period }: AreaRow,
  period: string,
  groups: PeerGroups,
) {
  if (!groups.practices.has(area_code)) {
    throw badParameter(
      'practice',
      area_code,
      `not in the extracts of ${period}: ${area_code} (it is in those of ${first_period} to ${last_period})`,
    );
  }
}

function traitsOf({ practices }: PeerGroups, code: string) {
  const { name, ccg_code, registered, deprivation, rural } = practices.get(code)!;
  return { area_code: code, area_name: name, ccg_code, registered, deprivation, rural };
}

const countsOf = ({ numerator, denominator, value, marker }: FigureRow) => ({
  numerator,
  denominator,
  value,
  marker,
});

const traitOf: Partial<Record<PeerInput, Trait>> = {
  deprivation: 'deprivation',
  rurality: 'rurality',
};

/** Each input that did not enter, and why in a sentence. */
function missing(held: ReadonlySet<Trait>, entered: readonly PeerInput[]) {
  return peerInputs.flatMap((input) => {
    if (entered.includes(input)) return [];
    const trait = traitOf[input];
    const sentence =
      trait && !held.has(trait)
        ? traits[trait].missing
        : `It takes no part, because too little is known of it or it is the same everywhere: ${input}.`;
    return [{ input, sentence }];
  });
}
