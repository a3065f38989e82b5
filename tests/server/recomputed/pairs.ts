import { type Questions, type Recomputed, to } from './question.ts';
import { type Row, type Told, unitOf } from './told.ts';

const measure = 'records_enabled';
/** A month in which a practice has no list size. */
const period = '2018-09';
const levels = ['region', 'ccg', 'practice'] as const;

/** `/pairs`: each place with its list size or another figure, and what its practices are like. */
export const pairs: Questions = (told) =>
  (['list_size', 'appointments_enabled'] as const).flatMap((across) =>
    levels.map((level): Recomputed => {
      const rows = told.codes(level, period).map((code) => pairOf(told, level, code, across));
      const both = rows.filter((row) => row.value !== null && row.across_value !== null);
      return {
        address: to('/pairs', { measure, across, level, period }),
        rows,
        meta: { units: both.length },
      };
    }),
  );

function pairOf(told: Told, level: (typeof levels)[number], code: string, across: string): Row {
  const { numerator, denominator, value, marker } = told.figure(code, period, measure);
  const practices = told.within(code, period);
  const lists = practices.flatMap(({ registered }) => registered ?? []);
  const registered = lists.length ? lists.reduce((sum, one) => sum + one, 0) : null;
  const listSize = registered === null ? null : registered / lists.length;
  return {
    ...told.heading(code, period, measure),
    unit: unitOf(measure).unit,
    ...{ numerator, denominator, value, marker },
    across,
    across_value: across === 'list_size' ? listSize : told.value(code, period, across),
    practices: practices.length,
    registered,
    list_size: listSize,
    supplier: level === 'practice' ? practices[0]!.supplier : null,
    supplier_changed_period: level === 'practice' ? told.movedIn(code, period) : null,
  };
}
