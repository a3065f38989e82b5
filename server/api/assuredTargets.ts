import type { Measure } from '../../data/definitions/measures.ts';
import { targets } from '../../data/definitions/targets.ts';
import { fewestPoints } from '../../data/definitions/xmrViews.ts';
import { type Assurance, assurance } from '../../data/statistics/assurance.ts';
import type { XmrLimits } from '../../data/statistics/xmr.ts';
import { assuranceSentence } from '../../data/words/assurance.ts';
import { isMoving, type XmrMonth } from '../../data/words/time.ts';
import type { Field } from '../table.ts';
import { sentenceField } from './endpoints/columns.ts';

/** What is said about a target beside an XmR chart. */
export const assuredTargetFields: readonly Field[] = [
  { name: 'target', type: 'string', description: 'Its id, as the parameter `target` takes it.' },
  { name: 'title', type: 'string', description: 'Its title.' },
  { name: 'value', type: 'number', description: 'The least value that meets it, in the unit.' },
  {
    name: 'assurance',
    type: 'string',
    nullable: true,
    enum: ['consistent_pass', 'consistent_fail', 'inconsistent'] satisfies Assurance[],
    description: `Whether it is below both limits of the last stretch (pass), above both (fail) or between them; none without limits, with fewer than ${fewestPoints} months, or where most months are signals.`,
  },
  sentenceField,
];

/** The months with a figure since limits last started afresh, and those limits. */
export interface Stretch {
  limits: XmrLimits | null;
  months: XmrMonth[];
}

/**
 * The targets of a measure, each with whether the recent usual range meets it. A figure that is moving, or
 * has too few months, has no usual range.
 */
export const assuredTargets = ({ id, polarity }: Measure, { limits, months }: Stretch): object[] =>
  targets
    .filter(({ measure }) => measure === id)
    .map((target) => {
      const isTold = months.length >= fewestPoints && !isMoving(months);
      const found = isTold ? assurance(limits, target.value, polarity) : null;
      return {
        target: target.id,
        title: target.title,
        value: target.value,
        assurance: found,
        sentence: assuranceSentence(target, found, months),
      };
    });
