import { expect, it } from 'vitest';
import { ingest } from '../../../scripts/ingest/ingest.ts';
import { review } from '../../../scripts/releases/review.ts';
import { reviewLines } from '../../../scripts/releases/reviewText.ts';
import { ReleaseFolder } from '../../../server/store/releases/folder.ts';
import { allFields, longExtract } from '../ingest/extracts.ts';
import { scratchFolder, written } from '../ingest/scratch.ts';

it('the review of a draft has all that is to be signed off', async () => {
  const scratch = scratchFolder();
  const folder = `${scratch}/releases`;
  const month = (date: string, enabled: number, more = {}) => ({
    date,
    fields: { ...allFields(200, enabled), New_Pat_Enbld: -1, ...more },
  });
  const made = (practices: Parameters<typeof longExtract>[0], options: object) =>
    ingest({
      files: [written(scratch, 'a.csv', longExtract(practices))],
      dataFolder: folder,
      ...options,
    });
  await made([month('30APR2018', 50)], { by: 'Ann', madeAt: new Date('2018-05-10T12:00:00Z') });
  await made([month('30APR2018', 60, { Pat_Appts_Enbld: 10 }), month('31MAY2018', 70)], {
    by: 'Bob',
    at: Date.parse('2099-05-28T08:30:00Z'),
    madeAt: new Date('2018-05-20T12:00:00Z'),
    accept: 'They came early.',
  });
  const { life } = new ReleaseFolder(folder).look();
  const since = { ...life, current: '2018-04.2' };
  const lines = reviewLines(await review(folder, '2018-05.1', since));
  const own = lines.filter((line) => !/^ {2}In May 2018, (?!33.5%)/.test(line));
  expect(own.map((line) => line.replace(/[\da-f]{64}/, 'SUM'))).toMatchInlineSnapshot(`
    [
      "Release 2018-05.1",
      "  Published figures: April 2018 to May 2018.",
      "  Built by Bob; SHA-256 SUM.",
      "  2018-05.1 will be published at 9:30am on Thursday 28 May 2099.",
      "  It was built on 2018-04.1, and 2018-04.2 is current: what changed in between is not in it.",
      "",
      "England in May 2018",
      "  measure                          value  numerator  denominator  practices reported",
      "  records_offered                  100%   200        200          1 of 1",
      "  records_offered_practices        100%   1          1            1 of 1",
      "  records_enabled                  33.5%  67         200          1 of 1",
      "  records_use                      50.0   10         200          1 of 1",
      "  appointments_offered             100%   200        200          1 of 1",
      "  appointments_offered_practices   100%   1          1            1 of 1",
      "  appointments_enabled             34.5%  69         200          1 of 1",
      "  appointments_use                 100    20         200          1 of 1",
      "  prescriptions_offered            0%     0          200          1 of 1",
      "  prescriptions_offered_practices  0%     0          1            1 of 1",
      "  prescriptions_enabled            34.0%  68         200          1 of 1",
      "  prescriptions_use                150    30         200          1 of 1",
      "  any_enabled                      35.0%  70         200          1 of 1",
      "  any_new                          −5.0   −1         200          1 of 1",
      "  any_use                          350    70         200          1 of 1",
      "",
      "Revisions",
      "  8 of the 30 figures in both were revised. New in 2018-05.1: May 2018.",
      "  place    measure                month    before  now",
      "  England  any_enabled            2018-04  25.0%   30.0%",
      "  England  appointments_enabled   2018-04  24.5%   5.0%",
      "  England  prescriptions_enabled  2018-04  24.0%   29.0%",
      "  England  records_enabled        2018-04  23.5%   28.5%",
      "  NORTH    any_enabled            2018-04  25.0%   30.0%",
      "  NORTH    appointments_enabled   2018-04  24.5%   5.0%",
      "  NORTH    prescriptions_enabled  2018-04  24.0%   29.0%",
      "  NORTH    records_enabled        2018-04  23.5%   28.5%",
      "",
      "What is unusual, and published so",
      "  finding                          times  practices",
      "  Negative number of new patients  2      1",
      "",
      "What was doubted and accepted",
      "  doubt                                                   reason",
      "  a.csv has May 2018, which was not over on 20 May 2018.  They came early.",
      "",
      "Files",
      "  file   rows  SHA-256",
      "  a.csv  26    SUM",
      "",
      "A notice as it might be published",
      "  GP online services in England, May 2018.",
      "  In May 2018, 33.5% of patients in England were set up to see their record online (67 of 200).",
      "  Since release 2018-04.1 the numbers of 1 practice were restated.",
      "  This affects “Seeing your record: patients set up for it”, “Booking appointments: patients set up for it”, “Ordering prescriptions: patients set up for it” and “Any online service: patients set up for at least one” for April 2018.",
      "  20 figures are revised: of England, 1 region, 1 subregion, 1 CCG and 1 practice.",
      "  England, April 2018, Seeing your record: patients set up for it: from 23.5% to 28.5%.",
      "  England, April 2018, Booking appointments: patients set up for it: from 24.5% to 5.0%.",
      "  England, April 2018, Ordering prescriptions: patients set up for it: from 24.0% to 29.0%.",
      "  England, April 2018, Any online service: patients set up for at least one: from 25.0% to 30.0%.",
      "  The largest change: the North, April 2018, Booking appointments: patients set up for it, from 24.5% to 5.0%.",
      "  Revised figures are marked [r] in release 2018-05.1; release 2018-04.1 still has the former ones.",
      "",
    ]
  `);
});
