import type { TopLevelSpec } from 'vega-lite';
import { levelOf } from '../../data/definitions/levels.ts';
import { measureOf } from '../../data/definitions/measures.ts';
import { formatMonth } from '../../data/definitions/months.ts';
import { formatCount } from '../../data/definitions/numbers.ts';
import { findTrait } from '../../data/definitions/placeTraits.ts';
import { changeUnit } from '../../data/words/english.ts';
import { acrossTitle } from '../../data/words/pairs.ts';
import { type ChangeData, changedOf } from './kinds/change.ts';
import { differenceText, figureText } from './kinds/chartPlace.ts';
import { mostNamed } from './kinds/places.ts';
import { acrossText, mediansOf, pairedOf, type ScatterData } from './kinds/scatter.ts';
import { curveSpec } from './specs/curve.ts';
import { dumbbellSpec } from './specs/dumbbell.ts';
import type { Room } from './specs/palette.ts';
import { scatterSpec } from './specs/scatter.ts';

const unitOf = (measure: string): '%' | '' => (measureOf(measure).form === 'share' ? '%' : '');

/** Places by two figures. */
export function scatter(data: ScatterData, room: Room): TopLevelSpec {
  const { measure, across, here } = data;
  return scatterSpec(
    {
      dots: pairedOf(data).map((row) => ({
        code: row.code,
        name: row.name,
        across: row.across,
        value: row.value,
        here: here.includes(row.code),
        reading: () =>
          `${row.name}: ${figureText(row, measure)}\n${acrossTitle(across)}: ${acrossText(row.across, across)}`,
      })),
      across: {
        title: acrossTitle(across),
        unit: findTrait(across)?.unit ?? unitOf(across),
      },
      unit: unitOf(measure),
      medians: mediansOf(data),
    },
    room,
  );
}

/** Places in two months: if few, each with both figures; if many, the curve of their changes. */
export function change(data: ChangeData, room: Room): TopLevelSpec {
  const { measure, from, to, here, level, england } = data;
  const places = changedOf(data).map((place) => ({
    ...place,
    text: differenceText(place.change, measure),
    here: here.includes(place.code),
    reading: () =>
      `${place.name}: ${differenceText(place.change, measure)} ${changeUnit(measureOf(measure))}\n${formatMonth(from)} ${figureText(place.before, measure)}, ${formatMonth(to)} ${figureText(place.after, measure)}`,
  }));
  if (places.length <= mostNamed) {
    const inTwoMonths = places.map((place) => ({
      ...place,
      before: place.before.value!,
      after: place.after.value!,
    }));
    return dumbbellSpec({ places: inTwoMonths, unit: unitOf(measure) }, room);
  }
  return curveSpec(
    {
      places: places.map((place) => ({ ...place, value: place.change, lower: null, upper: null })),
      benchmark:
        england === null
          ? null
          : { name: 'England', value: england, text: differenceText(england, measure) },
      unit: '',
      many: `${formatCount(places.length)} ${levelOf(level).many} by change`,
    },
    room,
  );
}
