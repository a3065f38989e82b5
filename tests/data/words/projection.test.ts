import { describe, expect, it } from 'vitest';
import { measureOf } from '../../../data/definitions/measures.ts';
import { type ProjectionSaid, projectionSentence } from '../../../data/words/projection.ts';

const said: ProjectionSaid = {
  measure: measureOf('records_enabled'),
  where: 'in NHS Bolton CCG',
  period: '2018-09',
  to: '2019-03',
  value: 98.5,
  unchanged: 95,
  interval: { lower: 96.2, upper: 100.8 },
  errorsOf: 'ccg',
  held: { inside95: 180, tested: 200 },
  failed: null,
};
const lead =
  'At its usual pace (the median monthly change), the share of patients in NHS Bolton CCG who were set up to see their record online would be 98.5% in March 2019, against 95.0% in September 2018';
const range =
  ' (95% range 96.2% to 100%). The range comes from how wrong such projections were before, over all CCGs';

describe('a projection', () => {
  it('has a range that ends at all, and how well such ranges did', () => {
    expect(projectionSentence(said)).toBe(
      `${lead}${range}; 90.0% of 200 past values were within theirs, where 95% should be. One year cannot show how years differ.`,
    );
    expect(projectionSentence({ ...said, held: null })).toBe(
      `${lead}${range}; how well such ranges do could not be tested on these months.`,
    );
  });

  it('names its unit once', () => {
    expect(projectionSentence({ ...said, measure: measureOf('any_new') })).toContain(
      ' would be 98.5 per 1,000 patients in March 2019, against 95.0 per 1,000 patients in September 2018 (95% range 96.2 to 101 per 1,000 patients). ',
    );
  });

  it('is none where past ranges failed, and says how they did', () => {
    const failed = { ahead: 1, inside95: 570, tested: 975 };
    expect(projectionSentence({ ...said, failed })).toBe(
      'What the share of patients in NHS Bolton CCG who were set up to see their record online will be in March 2019 cannot be said: figures moved in ways that past changes did not foretell (58.5% of 975 past values of CCGs were within their 95% ranges, 1 month ahead).',
    );
    const measure = measureOf('any_use');
    expect(projectionSentence({ ...said, measure, failed: { ...failed, ahead: 3 } })).toMatch(
      /\(58\.5% of 975 past values of CCGs were within their 95% ranges, 3 months ahead\); transactions follow working days\.$/,
    );
  });

  it('says why it has none', () => {
    expect(projectionSentence({ ...said, interval: null })).toBe(
      `${lead}. No range can be given: too few months without a gap to know how wrong such projections have been.`,
    );
  });

  it('is never below none', () => {
    const low = { ...said, value: -3, interval: { lower: -8, upper: 2 } };
    expect(projectionSentence(low)).toContain('would be 0% in March 2019, against');
    expect(projectionSentence(low)).toContain('(95% range 0% to 2.0%)');
  });
});
