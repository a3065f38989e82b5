import { measures } from '../../../data/definitions/measures.ts';
import { listedMeasure } from '../../../data/words/measure.ts';
import { searchedSelection } from '../../controls/selection.ts';
import type { Choice, Holdings } from './choice.ts';
import { heldWhere, whyNot } from './settled.ts';

/** Every figure of the release; one that the chart or the month lacks brings the nearest that have it. */
export function figureSelection(choice: Choice, holdings: Holdings) {
  const held = new Set(holdings.periods.flatMap((one) => one.measures));
  const ofAny = (service: string) => Number(service === 'any');
  return searchedSelection({
    name: 'measure',
    label: 'Figure',
    groups: [
      {
        label: '',
        options: measures
          .filter(({ id }) => held.has(id) || id === choice.measure)
          .sort((a, b) => ofAny(b.service) - ofAny(a.service))
          .map((measure) => ({
            value: measure.id,
            text: listedMeasure(measure),
            words: `${measure.id} ${measure.title}`,
            also: heldWhere(whyNot({ ...choice, measure: measure.id }, holdings), 'measure'),
          })),
      },
    ],
    value: choice.measure,
  });
}
