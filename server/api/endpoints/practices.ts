import { levelOf } from '../../../data/definitions/levels.ts';
import { services } from '../../../data/definitions/measures.ts';
import { notFound, unknown } from '../../errors.ts';
import { monthsOfPractice } from '../../figures/practiceMonths.ts';
import type { Field } from '../../table.ts';
import { object } from '../endpoint.ts';
import { count, text } from './columns.ts';

const monthFields: readonly Field[] = [
  { name: 'period', type: 'string', description: 'Month, as YYYY-MM.' },
  { name: 'practice_name', type: 'string', description: 'Its name in that month.' },
  text('supplier', 'Supplier of its system.'),
  count('registered', 'Registered patients.'),
  text('region_code', 'Its region.'),
  text('subregion_code', 'Its subregion.'),
  text('ccg_code', 'Its CCG.'),
  ...services.flatMap((service) => [
    count(
      `${service}_status`,
      'Status of the service: 2 switched on, 1 could but has not, 0 cannot, 9 unknown.',
    ),
    count(`${service}_enabled`, 'Patients enabled for it on the last day of the month.'),
    count(`${service}_accessed`, 'Patients who used it in the month; of the wide files only.'),
    count(`${service}_use`, 'Transactions in the month; of the long files only.'),
  ]),
  count('any_enabled', 'Patients enabled for at least one service.'),
  count('any_use', 'Transactions of all services in the month.'),
  count('new_enabled', 'Patients newly enabled in the month, as published.'),
];

export const practice = object({
  path: '/practices/{code}',
  summary: 'One practice: where it is, who supplies its system, and its months as published',
  description:
    'The areas it is in as of its last month, its PCN and STP by the practice lookup, its postcode and dates by the register of practices (null where the release has none), and for each month its list size, supplier, status of each service and published counts.',
  parameters: [],
  example: '',
  fields: [
    { name: 'practice_code', type: 'string', description: 'Its code.' },
    { name: 'practice_name', type: 'string', description: 'Its latest name.' },
    ...(['region', 'subregion', 'stp', 'ccg', 'pcn'] as const).flatMap((level): Field[] => {
      const { one } = levelOf(level);
      return [
        {
          name: `${level}_code`,
          type: 'string',
          nullable: true,
          description: `Code of the ${one} it is in as of its last month.`,
        },
        {
          name: `${level}_name`,
          type: 'string',
          nullable: true,
          description: `Latest name of that ${one}.`,
        },
      ];
    }),
    text('postcode', 'Its postcode, by the practice lookup or the register of practices.'),
    text('address', 'Its address, by the register.'),
    text('open_date', 'The day it opened, by the register.'),
    text('close_date', 'The day it closed, by the register; none where it is open.'),
    text('register_status', 'Its status in the register.'),
    {
      name: 'supplier',
      type: 'string',
      nullable: true,
      description: 'Supplier of its system in its last month.',
    },
    {
      name: 'registered',
      type: 'integer',
      nullable: true,
      description: 'Registered patients in its last month.',
    },
    { name: 'first_period', type: 'string', description: 'First month it appears in.' },
    { name: 'last_period', type: 'string', description: 'Last month it appears in.' },
    {
      name: 'open',
      type: 'boolean',
      description: 'Whether it is in the latest month, and not closed by the register.',
    },
    {
      name: 'months',
      type: 'object',
      many: true,
      description: 'Its months in order, as published.',
      fields: monthFields,
    },
  ],
  async object({ release, path }) {
    const { catalogue } = release;
    const asked = path.code!;
    const area = catalogue.areas.get(asked.toUpperCase());
    if (area?.level !== 'practice') {
      const about = { parameter: 'code', value: asked.slice(0, 200) };
      throw notFound(unknown('practice', asked, catalogue.codesByLevel.practice), about);
    }
    const name = (code: string | null) => (code && catalogue.areas.get(code)?.area_name) ?? null;
    const address = catalogue.addresses.get(area.area_code);
    const months = await monthsOfPractice(release, area.area_code);
    return {
      practice_code: area.area_code,
      practice_name: area.area_name,
      region_code: area.region_code,
      region_name: name(area.region_code),
      subregion_code: area.subregion_code,
      subregion_name: name(area.subregion_code),
      stp_code: area.stp_code,
      stp_name: name(area.stp_code),
      ccg_code: area.ccg_code,
      ccg_name: name(area.ccg_code),
      pcn_code: area.pcn_code,
      pcn_name: name(area.pcn_code),
      postcode: address?.postcode ?? null,
      address: address?.address ?? null,
      open_date: address?.open_date ?? null,
      close_date: address?.close_date ?? null,
      register_status: address?.status ?? null,
      supplier: months.at(-1)!.supplier,
      registered: area.registered,
      first_period: area.first_period,
      last_period: area.last_period,
      open: area.last_period === catalogue.periods.at(-1)!.period && !address?.close_date,
      months,
    };
  },
});
