import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { inequality } from '../../../data/statistics/inequality.ts';
import {
  fifthsInBrief,
  fifthsSentence,
  inequalitySentence,
} from '../../../data/words/inequality.ts';

const at = (values: number[], groups = 20) => ({
  ...inequality(values.map((value, i) => ({ score: -i, weight: 1, value })))!,
  groups,
});

describe('the sentence of inequality', () => {
  it('runs from the most to the least deprived end, up or down', () => {
    expect(
      inequalitySentence(at([10, 20, 30]), measureOf('records_enabled'), 'in London', '2019-03'),
    ).toBe(
      'In March 2019, by a straight line through the practices the share of patients in London who were set up to see their record online ran from 5.0% at the most deprived end to 35.0% at the least deprived, a gap of 30.0 percentage points (95% confidence interval 30.0 to 30.0). This compares practices by where their patients live, not single patients.',
    );
    expect(
      inequalitySentence(at([300, 200, 100]), measureOf('records_use'), 'in London', '2019-03'),
    ).toContain(
      'ran from 350 at the most deprived end to 50.0 at the least deprived, a gap of 300 per 1,000 patients (95% confidence interval 300 to 300).',
    );
  });

  it('claims nothing of fewer than 20 practices', () => {
    const of = (groups: number) =>
      inequalitySentence(
        at([10, 20, 30], groups),
        measureOf('records_enabled'),
        'in NHS Corby CCG',
        '2019-03',
      );
    expect(of(19)).toBe(
      'In March 2019, 19 practices with a score are too few to show whether the share of patients in NHS Corby CCG who were set up to see their record online was higher at the most or the least deprived end. This compares practices by where their patients live, not single patients.',
    );
    expect(of(20)).toContain('ran from 5.0% at the most deprived end');
  });

  it('claims no gap whose interval ends at none', () => {
    const ofSlope = (lower: number) =>
      inequalitySentence(
        { ...at([10, 20, 30]), slopeInterval: { lower, upper: 4 } },
        ...([measureOf('records_enabled'), 'in London', '2019-03'] as const),
      );
    expect(ofSlope(0)).toContain('practices do not show whether');
    expect(ofSlope(0.1)).toContain('(95% confidence interval 0.10 to 4.0).');
  });

  it('says so if practices cannot show it', () => {
    expect(
      inequalitySentence(at([10, 30, 10, 31]), measureOf('any_enabled'), 'in England', '2019-03'),
    ).toBe(
      'In March 2019, practices do not show whether the share of patients in England who were set up for at least one online service was higher at the most or the least deprived end. This compares practices by where their patients live, not single patients.',
    );
  });
});

describe('the sentence of fifths', () => {
  const fifths = (most: number, least: number) => [
    { group_name: 'Most deprived fifth', practices: most, value: 5.64 },
    { group_name: 'Middle fifth', practices: 20, value: null },
    { group_name: 'Least deprived fifth', practices: least, value: 14.06 },
  ];
  const measure = measureOf('records_enabled');

  it('is about the practices of England', () => {
    expect(fifthsSentence(fifths(1302, 1299), measure, 'in England', '2020-12')).toBe(
      'In December 2020, 5.6% of patients at the most deprived fifth of practices in England were set up to see their record online, and 14.1% at the least deprived fifth.',
    );
  });

  it('counts the practices of an area in the fifths of England', () => {
    expect(fifthsSentence(fifths(45, 10), measure, 'in London', '2020-12')).toBe(
      'In December 2020, 5.6% of patients at the 45 practices in London that are in England’s most deprived fifth were set up to see their record online, and 14.1% at the 10 in the least deprived fifth.',
    );
  });

  it('fits one line, with the number of practices if it is small', () => {
    expect(fifthsInBrief(fifths(45, 10), measure)).toBe(
      '5.6% in the most deprived fifth of practices, 14.1% in the least deprived fifth.',
    );
    expect(fifthsInBrief(fifths(30, 1), measure)).toBe(
      '5.6% at 30 practices in the most deprived fifth, 14.1% at 1 practice in the least deprived fifth. So few practices say little about deprivation.',
    );
  });

  it.each([
    [1, 12, 'at the 1 practice in Bolton that is in England’s most deprived fifth'],
    [12, 9, 'and 14.1% at the 9 in the least deprived fifth.'],
  ])('says that few practices say little', (most, least, part) => {
    const said = fifthsSentence(fifths(most, least), measure, 'in Bolton', '2020-12');
    expect(said).toContain(part);
    expect(said).toMatch(/ So few practices say little about deprivation\.$/);
  });
});
