import { levels } from '../../../data/definitions/levels.ts';
import { markers } from '../../../data/definitions/markers.ts';
import { measures } from '../../../data/definitions/measures.ts';

/** Measures, levels and markers as declared, as plain text. */
export const definitionsText = (): string =>
  [
    ...chapter('Measures'),
    ...measures.flatMap((measure) => [
      `${measure.id}: ${measure.title}`,
      `  Unit:        ${measure.unit}`,
      `  Numerator:   ${measure.numeratorLabel}`,
      `  Denominator: ${measure.denominatorLabel}`,
      `  ${measure.description}`,
      `  Why it matters: ${measure.whyItMatters}`,
      '',
    ]),
    ...chapter('Levels of place'),
    ...levels.map(({ id, description }) => `${id}: ${description}`),
    '',
    ...chapter('Markers'),
    ...Object.entries(markers).map(([marker, meaning]) => `${marker} ${meaning}`),
    '',
  ].join('\n');

const chapter = (title: string): string[] => [title, '-'.repeat(title.length)];
