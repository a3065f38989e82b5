import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { inequality } from '../../../data/statistics/inequality.ts';
import { inequalitySentence } from '../../../data/words/inequality.ts';

const at = (values: number[]) =>
  inequality(values.map((value, i) => ({ score: -i, weight: 1, value })))!;

describe('the sentence of inequality', () => {
  it('runs from the most to the least deprived end, up or down', () => {
    expect(
      inequalitySentence(at([10, 20, 30]), measureOf('records_enabled'), 'in London', '2019-03'),
    ).toBe(
      'In March 2019, the share of patients in London who were set up to see their record online ran from 5.0% at the most deprived end to 35.0% at the least deprived, a gap of 30.0 percentage points (95% confidence interval 30.0 to 30.0). This compares practices by where their patients live, not single patients.',
    );
    expect(
      inequalitySentence(at([300, 200, 100]), measureOf('records_use'), 'in London', '2019-03'),
    ).toContain(
      'ran from 350 at the most deprived end to 50.0 at the least deprived, a gap of 300 per 1,000 patients (95% confidence interval 300 to 300).',
    );
  });

  it('says so where practices do not tell', () => {
    expect(
      inequalitySentence(at([10, 30, 10, 31]), measureOf('any_enabled'), 'in England', '2019-03'),
    ).toBe(
      'In March 2019, practices do not show whether the share of patients in England who were set up for at least one online service was higher at the most or the least deprived end. This compares practices by where their patients live, not single patients.',
    );
  });
});
