import { type Trait, traits } from '../../../data/definitions/traits.ts';
import { type PeerInput, peerInputs } from '../../../data/statistics/peers.ts';
import { explainedSentence } from '../../../data/words/peers.ts';
import { badParameter } from '../../errors.ts';
import { allFigures } from '../../figures/figureRows.ts';
import { explainedBy, type PeerGroups, peerGroups } from '../../figures/peerGroups.ts';
import { recentChanges } from '../../figures/supplierChanges.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { FigureRow } from '../../store/queries/figures.ts';
import { traitsIn } from '../../store/traits.ts';
import { type Column, whole } from '../../table.ts';
import { type Question, table } from '../endpoint.ts';
import { standing, standingFields } from '../peerStanding.ts';
import { periodsOf, single } from '../scope.ts';
import {
  countColumns,
  intervalFields,
  intervalTold,
  measureColumns,
  supplierChangedColumn,
} from './columns.ts';

const traitColumns: readonly Column[] = [
  {
    name: 'supplier',
    type: 'string',
    nullable: true,
    description: 'The supplier of its computer system that month, as published.',
  },
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

export const peers = table({
  path: '/peers',
  summary: 'The practices most like one, and how it compares with them',
  description:
    'The 30 practices nearest to one by the supplier of their system and list size, and by deprivation and town or country where the release has reference files of them; never by uptake. `limit` shows the first of them; `meta` is of all 30: the practice’s own figure, the peers’ median and quartiles, how many are below it, what entered the distance, how much that explains, what is missing, and a sentence. Peers are the same on all boundaries; only the CCGs named beside them differ.',
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
        'How unlike it is: 1 is one standard deviation of one input, 2 also another supplier, or town against country.',
    },
    ...traitColumns,
    ...measureColumns,
    ...countColumns,
    supplierChangedColumn,
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
        supplierChangedColumn,
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
    {
      name: 'explained',
      type: 'number',
      nullable: true,
      description:
        'How much of the variance of the figure between practices the inputs explain (R² of ordinary least squares, 0 to 1).',
    },
    {
      name: 'explained_sentence',
      type: 'string',
      nullable: true,
      description: 'The same in plain English.',
    },
    ...intervalFields,
  ],
  example: 'practice={practice}&measure=records_enabled&period=latest',
  async rows(question) {
    const { release, filters } = question;
    const { practice, measure, period } = peersQuestion(question);
    const groups = await peerGroups(release, period);
    checkThere(practice, period, groups);
    const found = groups.of(practice.area_code);
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
    const { inputs } = found;
    const moved = await recentChanges(release, period);
    const movedIn = (code: string) => ({
      supplier_changed_period: moved.get(code)?.period ?? null,
    });
    const explained = inputs.length ? await explainedBy(release, measure, period, inputs) : null;
    const meta = {
      practice: {
        ...traitsOf(groups, practice.area_code),
        ...countsOf(own),
        ...movedIn(practice.area_code),
      },
      measure: measure.id,
      unit: measure.unit,
      period,
      ...standing(own, values, found.inputs, moved.get(practice.area_code) ?? null),
      inputs: found.inputs,
      missing: missing(await traitsIn(release.database), found.inputs),
      explained,
      explained_sentence: explained === null ? null : explainedSentence(inputs, explained),
      ...intervalTold,
    };
    return whole(
      found.peers.slice(0, filters.limit).map(({ code, distance }, i) => {
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
          ...movedIn(code),
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
  const { practice } = filters;
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
  const { name, ccg_code, supplier, registered, deprivation, rural } = practices.get(code)!;
  return { area_code: code, area_name: name, ccg_code, supplier, registered, deprivation, rural };
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

/** Each characteristic that was not used, and a sentence that says why. */
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
