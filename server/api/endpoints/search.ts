import { levelIds } from '../../../data/definitions/levels.ts';
import { placeSearch } from '../../figures/search/placeSearch.ts';
import { matches } from '../../figures/search/ranking.ts';
import { ancestorsOf } from '../../store/catalogue.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';

export const search = table({
  path: '/search',
  summary: 'Find a practice or a place',
  description:
    'By code, by name as people say it or, where the release has a practice lookup or the register of practices, by postcode, town or address. Capitals, points and spaces do not matter; abbreviations are read both ways (`St`, `Ctr`, `&`), and typing errors are forgiven. A name may come with where the practice is (`park surgery leeds`). An exact code, postcode or name comes first, then what contains every word; `match` marks what is only near. At a postcode without a practice the nearest are found: those of its sector, its district, or the districts next to it by number. Former names and those of the reference files are found too. Ten rows unless `limit` says otherwise; `meta.found` counts them all.',
  parameters: ['q'],
  required: ['q'],
  atOnce: 10,
  meta: [{ name: 'found', type: 'integer', description: 'How many were found.' }],
  columns: [
    {
      name: 'level',
      type: 'string',
      enum: levelIds,
      description: 'Level of the place.',
    },
    { name: 'area_code', type: 'string', description: 'Its code.' },
    { name: 'area_name', type: 'string', description: 'Its latest name.' },
    { name: 'within', type: 'string', nullable: true, description: 'The area it is in.' },
    { name: 'last_period', type: 'string', description: 'Last month it appears in.' },
    {
      name: 'open',
      type: 'boolean',
      description:
        'Whether it is in the latest month, and not closed by the register of practices.',
    },
    {
      name: 'close_date',
      type: 'string',
      nullable: true,
      description: 'The day it closed, by the register of practices.',
    },
    {
      name: 'postcode',
      type: 'string',
      nullable: true,
      description: 'Its postcode, by the practice lookup or the register.',
    },
    {
      name: 'match',
      type: 'string',
      enum: matches,
      description:
        'How it answers: its code, postcode or name is exactly what was asked, however written (`exact`); its names and what is known of it contain every word (`every_word`); or it is only near, for it lacks a word, has one only with a typing error, or is near a postcode (`near`).',
    },
    {
      name: 'former_name',
      type: 'string',
      nullable: true,
      description: 'The name of an earlier month by which it was found, where not by its latest.',
    },
    {
      name: 'other_name',
      type: 'string',
      nullable: true,
      description:
        'The name in the practice lookup or the register by which it was found, where not by its latest.',
    },
    {
      name: 'town',
      type: 'string',
      nullable: true,
      description: 'Its town, by its address in the register.',
    },
    {
      name: 'supplier',
      type: 'string',
      nullable: true,
      description: 'Supplier of its system in its last month.',
    },
    {
      name: 'successor_code',
      type: 'string',
      nullable: true,
      description:
        'Code of the practice that it may have merged into, as `/lifecycle` reads it from list sizes.',
    },
    {
      name: 'successor_name',
      type: 'string',
      nullable: true,
      description: 'Latest name of that practice.',
    },
  ],
  example: 'q=surgery',
  async rows({ release, filters: { q } }) {
    const { areas } = release.catalogue;
    const found = (await placeSearch(release)).find(q!);
    return whole(
      found.map(({ known, match, by, successor }) => {
        const { area, close_date, open, postcode, town, supplier } = known;
        return {
          level: area.level,
          area_code: area.area_code,
          area_name: area.area_name,
          within: areas.get(ancestorsOf(area).at(-1) ?? '')?.area_name ?? null,
          last_period: area.last_period,
          open,
          close_date,
          postcode,
          match,
          former_name: by?.former ? by.name : null,
          other_name: by && !by.former ? by.name : null,
          town,
          supplier,
          successor_code: successor?.area_code ?? null,
          successor_name: successor?.area_name ?? null,
        };
      }),
      { found: found.length },
    );
  },
});
