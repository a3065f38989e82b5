import { GROUP, levelIds } from '../../../data/definitions/levels.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import { rowsOf } from '../../table.ts';
import { table } from '../endpoint.ts';
import { levelsOf } from '../places.ts';
import { levelColumn } from './columns.ts';

const isGroup = ({ level }: AreaRow): boolean => level === GROUP;

export const areas = table({
  path: '/areas',
  summary: 'Places: England, regions, subregions, STPs, CCGs, PCNs and practices',
  description:
    'Every place that appears in the release, with its latest name, the areas it is in and the months it appears in. PCNs and STPs only where the release has a practice lookup; with `boundaries=lookup` regions and CCGs are those of the lookup too.',
  parameters: ['level', 'parent', 'area', 'boundaries'],
  columns: [
    levelColumn('Level of the place.'),
    { name: 'area_code', type: 'string', description: 'Its code.' },
    { name: 'area_name', type: 'string', description: 'Its latest name.' },
    { name: 'region_code', type: 'string', nullable: true, description: 'Its region.' },
    { name: 'subregion_code', type: 'string', nullable: true, description: 'Its subregion.' },
    {
      name: 'stp_code',
      type: 'string',
      nullable: true,
      description: 'Its STP (since July 2022 ICB), by the practice lookup.',
    },
    { name: 'ccg_code', type: 'string', nullable: true, description: 'Its CCG.' },
    {
      name: 'pcn_code',
      type: 'string',
      nullable: true,
      description: 'Its PCN, by the practice lookup; none where the practice is in none.',
    },
    {
      name: 'ons_code',
      type: 'string',
      nullable: true,
      description: 'Its ONS code, where the practice lookup gives it.',
    },
    { name: 'first_period', type: 'string', description: 'First month it appears in.' },
    { name: 'last_period', type: 'string', description: 'Last month it appears in.' },
    {
      name: 'registered',
      type: 'integer',
      nullable: true,
      description: 'Registered patients in its last month.',
    },
  ],
  example: 'level=region',
  rows({ release, filters }) {
    const { level, parent, area } = filters;
    const wanted = level || area || parent ? levelsOf(filters) : levelIds;
    const { areas, placesWithin } = release.catalogue;
    const those = (): readonly AreaRow[] => {
      if (parent?.members) return [...parent.members].sort().map((code) => areas.get(code)!);
      if (parent) return placesWithin(parent.area_code);
      return area?.length === 1 ? area : [...areas.values(), ...(area ?? []).filter(isGroup)];
    };
    const found = those().filter(
      (row) => wanted.includes(row.level) && (!area || area.includes(row)),
    );
    return rowsOf(found, ({ members: _, ...row }) => row);
  },
});
