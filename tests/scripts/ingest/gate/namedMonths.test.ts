import { describe, expect, it } from 'vitest';
import { namedMonths } from '../../../../scripts/ingest/gate/namedMonths.ts';

describe('the months in a file name', () => {
  it.each([
    ['POMI_APR2018_to_SEP2018.csv', '2018-04', '2018-09'],
    ['pomi_1819-apr2018_to_sep2018.zip', '2018-04', '2018-09'],
    ['POMI_APR2020_to_DEC2020_rebuilt.csv.gz', '2020-04', '2020-12'],
    ['BOOK_CANCEL_APPOINTMENTS_POMI_april_2015_excerpt.csv', '2015-04', '2015-04'],
    ['Patients registered, October to March 2019.csv', '2018-10', '2019-03'],
    ['POMI_APR18-MAY18.csv', '2018-04', '2018-05'],
    ['POMI April-May 2018.csv', '2018-04', '2018-05'],
    ['POMI_APR-MAY2018.csv', '2018-04', '2018-05'],
    ['POMI Apr_Sep_2018.csv', '2018-04', '2018-09'],
    ['Apr18-Sep18.csv', '2018-04', '2018-09'],
    ['Apr to May 18.csv', '2018-04', '2018-05'],
    ['April & May 2018.csv', '2018-04', '2018-05'],
    ['Nov and Dec 2018.csv', '2018-11', '2018-12'],
    ['POMI Sept-18.csv', '2018-09', '2018-09'],
    ['POMI_2018-04_to_2018-09.csv', '2018-04', '2018-09'],
    ['pomi201810.csv', '2018-10', '2018-10'],
    ['ORDER_REPEAT_PRESCRIPTIONS_POMI_1516.csv', '2015-04', '2016-03'],
    ['awkward_rows_2018_19.csv', '2018-04', '2019-03'],
    ['DETAILED_CODED_RECORDS_POMI_2014_2015.csv', '2014-04', '2015-03'],
  ])('%s are %s to %s', (name, first, last) => {
    expect(namedMonths(name)).toEqual({ first, last });
  });

  it.each([
    'POMI.csv',
    'april.csv',
    'summary_2018.csv',
    'pomi_2021.csv',
    'DETAILED_CODED_RECORDS_POMI.csv',
    'pomi_30APR2018.csv',
    'pomi_30-APR-2018.csv',
    'pomi 3 MAY 18.csv',
    'pomi_2018-04-30.csv',
    'pomi_20180430.csv',
    'pomi_2019_18.csv',
  ])('%s gives no months', (name) => {
    expect(namedMonths(name)).toBeNull();
  });
});
