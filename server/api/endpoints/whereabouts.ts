import { whereaboutsSentence } from '../../../data/words/whereabouts.ts';
import { badParameter } from '../../errors.ts';
import {
  type AreaMonthRow,
  monthsOfAreaQuery,
  namesLevelQuery,
  type WhereaboutsRow,
  whereaboutsQuery,
} from '../../store/queries/whereabouts.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { periodsOf, single } from '../scope.ts';
import { levelColumn, sentenceField } from './columns.ts';

export const whereabouts = table({
  path: '/whereabouts',
  summary: 'Where the practices of an area that ended are now',
  description:
    'For an area that is not in the extracts of the latest month, or of the month asked for, where its practices are then: by the areas of its level, those with most practices first. Its practices are those of its last month before that or, where it begins later, of its first one. An area that is in the month has all of its practices itself; a month whose extracts name no areas of its level has none. Always on the boundaries published.',
  parameters: ['area', 'period'],
  required: ['area'],
  one: ['area', 'period'],
  columns: [
    { name: 'period', type: 'string', description: 'Month in which the practices are looked for.' },
    levelColumn('Level of the area.'),
    { name: 'area_code', type: 'string', description: 'Code of an area that they are in.' },
    { name: 'area_name', type: 'string', description: 'Its name in that month.' },
    {
      name: 'practices',
      type: 'integer',
      description: 'How many of the practices are in it.',
    },
    {
      name: 'registered',
      type: 'integer',
      nullable: true,
      description: 'Patients registered at these, in that month.',
    },
  ],
  meta: [
    {
      name: 'held_period',
      type: 'string',
      description: 'The month of the area whose practices are looked for.',
    },
    { name: 'practices', type: 'integer', description: 'How many practices it had then.' },
    sentenceField,
  ],
  groups: false,
  examples: { area: '{ccg}' },
  example: 'area={ccg}',
  async rows({ release: { catalogue, database }, filters }) {
    const area = single('area', filters.area, ({ area_code }) => area_code);
    const { area_code: code } = area;
    const { level } = area;
    if (level === 'group' || level === 'england' || level === 'practice') {
      throw badParameter('area', code, `not an area between England and its practices: ${code}`);
    }
    const period = single('period', periodsOf(filters, catalogue), (one) => one);
    const months = await database.all<AreaMonthRow>(monthsOfAreaQuery(level, code));
    const had = months.findLast((month) => month.period <= period) ?? months[0]!;
    const rows = await database.all<WhereaboutsRow>(
      whereaboutsQuery(level, code, { had: had.period, period }),
    );
    const [month] = await database.all<{ named: boolean }>(namesLevelQuery(level, period));
    const { named } = month!;
    const { practices } = had;
    const places = rows.map((row) => ({ name: row.area_name, practices: row.practices }));
    return whole(
      rows.map((row) => ({ period, level, ...row })),
      {
        held_period: had.period,
        practices,
        sentence: whereaboutsSentence({ level, period, named, practices, places }),
      },
    );
  },
});
