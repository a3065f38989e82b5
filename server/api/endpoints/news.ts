import { newsKindIds, newsKinds } from '../../../data/definitions/news.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';
import { newsOf, toldAt } from '../news/newsOf.ts';
import { england } from '../places.ts';
import { periodsOf, single } from '../scope.ts';
import { levelColumn } from './columns.ts';

export const news = table({
  path: '/news',
  summary: 'What is new at a place: told once, and only where there is a reason',
  description: `The news of a place (England without \`area\`), the latest month first: its own, and that of the places one level below it. ${newsKinds
    .map(({ title, description }) => `**${title}:** ${description}`)
    .join(
      ' ',
    )} What is usual from month to month is no news. The id of an entry stays the same when a release is built again, so that nobody is told twice. \`/feed.atom\` and \`/feed.json\`, with the same \`area\`, \`group\` and \`measure\`, are this as a feed. Always on the boundaries published: a place is followed as it is.`,
  parameters: ['area', 'measure', 'from', 'to', 'group'],
  one: ['area'],
  ofOthers: true,
  columns: [
    { name: 'id', type: 'string', description: 'The same in every release that tells it.' },
    {
      name: 'told_at',
      type: 'string',
      nullable: true,
      missing: '[z]',
      description: 'When it was first published, in UTC; none where that was not kept.',
    },
    { name: 'kind', type: 'string', enum: newsKindIds, description: 'What it is about.' },
    { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
    levelColumn('Level of the place.'),
    { name: 'area_code', type: 'string', description: 'Code of the place, as published.' },
    { name: 'area_name', type: 'string', description: 'Latest name of the place.' },
    {
      name: 'measures',
      type: 'string',
      nullable: true,
      missing: '[z]',
      description: 'Ids of the measures it is about, separated by commas.',
    },
    { name: 'title', type: 'string', description: 'It as a headline.' },
    {
      name: 'sentence',
      type: 'string',
      description: 'It in sentences, with how many people and what is usual.',
    },
    {
      name: 'follow_on_code',
      type: 'string',
      nullable: true,
      missing: '[z]',
      description: 'Code of the practice to follow from now on, where this one is gone.',
    },
  ],
  example: '',
  async rows({ release, releases, filters }) {
    const { area, measure, from, to } = filters;
    const place = area ? single('area', area, ({ area_code }) => area_code) : england(release);
    const listing = releases.listing();
    const asked = new Set(measure?.map(({ id }) => id));
    const range = from || to ? new Set(periodsOf({ from, to }, release.catalogue)) : null;
    const found = (await newsOf(release, listing, place)).filter(
      ({ period, measures }) =>
        (!range || range.has(period)) && (!measure || measures.some((id) => asked.has(id))),
    );
    return whole(
      found.map((entry) => {
        const at = toldAt(entry, listing);
        return {
          id: entry.id,
          told_at: at === null ? null : new Date(at).toISOString().replace('.000Z', 'Z'),
          kind: entry.kind,
          period: entry.period,
          level: entry.place.level,
          area_code: entry.place.area_code,
          area_name: entry.place.area_name,
          measures: entry.measures.join(',') || null,
          title: entry.title,
          sentence: entry.sentence,
          follow_on_code: entry.followOn,
        };
      }),
    );
  },
});
