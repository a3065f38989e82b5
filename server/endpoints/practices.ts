import { object } from '../endpoint.ts';
import { notFound, unknown } from '../errors.ts';
import { type PracticeMonthRow, practiceMonthsQuery } from '../queries/practice.ts';

export const practice = object({
  path: '/practices/{code}',
  summary: 'One practice: where it is, who supplies its system, and its months as published',
  description:
    'The areas it lies in by its last month, its PCN and STP by the practice lookup, its postcode and dates by the register of practices (null where the release holds none), and for each month its list, supplier, status of each service and published counts.',
  parameters: [],
  example: '',
  async object({ release: { catalogue, database }, path }) {
    const asked = path.code!;
    const area = catalogue.areas.get(asked.toUpperCase());
    if (area?.level !== 'practice') {
      const about = { parameter: 'code', value: asked.slice(0, 200) };
      throw notFound(unknown('practice', asked, catalogue.codesByLevel.practice), about);
    }
    const name = (code: string | null) => (code && catalogue.areas.get(code)?.area_name) ?? null;
    const address = catalogue.addresses.get(area.area_code);
    const months = await database.all<PracticeMonthRow>(practiceMonthsQuery(area.area_code));
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
