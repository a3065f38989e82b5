import type { TopLevelSpec } from 'vega-lite';
import { measureOf } from '../../data/definitions/measures.ts';
import { bareValue, capital, counted } from '../../data/words/english.ts';
import { shareOfDifferences } from '../../data/words/variance.ts';
import { differenceText } from './kinds/chartPlace.ts';
import { type DeprivationData, fifthReading } from './kinds/deprivation.ts';
import { monthName, type SupplierData } from './kinds/supplier.ts';
import { betweenNames, drawnShares, type VarianceData } from './kinds/variance.ts';
import type { Room } from './specs/palette.ts';
import { rankingSpec } from './specs/ranking.ts';
import { supplierSpec } from './specs/supplier.ts';

/** The share of all differences at each level, as the length of a line. */
export function variance(data: VarianceData, room: Room): TopLevelSpec {
  const places = drawnShares(data).map(({ between, component, groups }) => {
    const [name, text] = [capital(betweenNames[between]), shareOfDifferences(component)];
    return {
      name,
      value: component,
      lower: 0,
      upper: component,
      here: false,
      text,
      reading: () =>
        `${name}: ${text}\n${counted(groups, between === 'practice' ? 'practice' : 'group')}`,
    };
  });
  return rankingSpec({ places, benchmark: null, unit: '%', many: '' }, room);
}

/** The figure of each fifth with its interval, against the mean. */
export function deprivation(data: DeprivationData, room: Room): TopLevelSpec {
  const measure = measureOf(data.measure);
  const places = data.fifths.flatMap((fifth) =>
    fifth.value === null
      ? []
      : [
          {
            name: fifth.name,
            value: fifth.value,
            lower: fifth.lower,
            upper: fifth.upper,
            here: false,
            text: bareValue(fifth.value, measure),
            reading: () => fifthReading(fifth, measure),
          },
        ],
  );
  const { gap } = data;
  const benchmark = gap && { name: 'Mean', value: gap.mean, text: bareValue(gap.mean, measure) };
  const unit = measure.form === 'share' ? '%' : '';
  return rankingSpec({ places, benchmark, unit, many: '' }, room);
}

/** The mean difference by month from a change of supplier. */
export function supplier({ months, measure }: SupplierData, room: Room): TopLevelSpec {
  const known = months.filter(({ mean, quartiles }) => mean !== null && quartiles !== null);
  const text = (value: number) => differenceText(value, measure);
  return supplierSpec(
    known.map((one) => ({
      ...one,
      mean: one.mean!,
      quartiles: one.quartiles!,
      label: one.month === 0 || one.month === known.at(-1)!.month ? text(one.mean!) : '',
      reading: `${monthName(one.month)}: ${text(one.mean!)}${
        one.lower === null ? '' : ` (${text(one.lower)} to ${text(one.upper!)})`
      }\n${counted(one.practices, 'practice')}`,
    })),
    room,
  );
}
