import { levelIds } from '../../../data/definitions/levels.ts';
import { placeSearch } from '../../figures/search.ts';
import { ancestorsOf } from '../../store/catalogue.ts';
import { whole } from '../../table.ts';
import { table } from '../endpoint.ts';

export const search = table({
  path: '/search',
  summary: 'Find a practice or a place',
  description:
    'By code, name, part of a name or, where the release holds a practice lookup or the register of practices, postcode or the beginning of one; capitals and spaces do not matter. Where no practice is at a postcode, those of its sector or district are found. The best answers first, ten unless `limit` says otherwise; `meta.found` counts them all.',
  parameters: ['q'],
  required: ['q'],
  atOnce: 10,
  meta: [{ name: 'found', type: 'integer', description: 'How many were found in all.' }],
  columns: [
    {
      name: 'level',
      type: 'string',
      enum: levelIds,
      description: 'Level of the place.',
    },
    { name: 'area_code', type: 'string', description: 'Its code.' },
    { name: 'area_name', type: 'string', description: 'Its latest name.' },
    { name: 'within', type: 'string', nullable: true, description: 'The area it lies in.' },
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
  ],
  example: 'q=surgery',
  async rows({ release: { catalogue }, filters: { q } }) {
    const latest = catalogue.periods.at(-1)!.period;
    const found = (await placeSearch(catalogue)).find(q!);
    return whole(
      found.map((area) => {
        const address = catalogue.addresses.get(area.area_code);
        const close_date = address?.close_date ?? null;
        return {
          level: area.level,
          area_code: area.area_code,
          area_name: area.area_name,
          within: catalogue.areas.get(ancestorsOf(area).at(-1) ?? '')?.area_name ?? null,
          last_period: area.last_period,
          open: area.last_period === latest && close_date === null,
          close_date,
          postcode: address?.postcode ?? null,
        };
      }),
      { found: found.length },
    );
  },
});
