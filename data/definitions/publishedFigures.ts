/** A figure for England and a month that was stated in public. */
export interface PublishedFigure {
  period: string;
  measure: string;
  /** As it was stated: "7,566 of 7,813 (96.8%)", "just over 2.5 million". */
  said: string;
  /** The same in the unit of the measure; null if only a count was stated. */
  value: number | null;
  source: string;
  sourceUrl: string;
}

const august2014 = {
  source: 'Digital Health, August 2014',
  sourceUrl: 'https://www.digitalhealth.net/2014/08/3-per-cent-of-patients-have-epr-access/',
} as const;
const december2014 = {
  source: 'Digital Health, December 2014',
  sourceUrl: 'https://www.digitalhealth.net/2014/12/fifth-of-patients-have-records-access/',
} as const;
const may2015 = {
  source: 'Digital Health, May 2015',
  sourceUrl: 'https://www.digitalhealth.net/2015/05/records-access-target-hit/',
} as const;
const nhsEngland = {
  source: 'NHS England, May 2015',
  sourceUrl: 'https://www.england.nhs.uk/2015/05/patient-online-55-mill/',
} as const;

/** National figures stated in public, by month, for comparison with figures of the same months. */
export const publishedFigures: readonly PublishedFigure[] = [
  {
    period: '2014-03',
    measure: 'records_offered_practices',
    said: '2.9% of practices',
    value: 2.9,
    ...august2014,
  },
  {
    period: '2014-03',
    measure: 'appointments_enabled',
    said: '4 million patients (7.2%)',
    value: 7.2,
    ...august2014,
  },
  {
    period: '2014-04',
    measure: 'records_offered',
    said: '3% of patients',
    value: 3,
    ...nhsEngland,
  },
  {
    period: '2014-09',
    measure: 'records_offered',
    said: '21% of patients',
    value: 21,
    ...december2014,
  },
  {
    period: '2014-09',
    measure: 'appointments_offered',
    said: '91% of patients',
    value: 91,
    ...december2014,
  },
  {
    period: '2014-09',
    measure: 'prescriptions_offered',
    said: '88% of patients',
    value: 88,
    ...december2014,
  },
  {
    period: '2014-12',
    measure: 'records_enabled',
    said: '750,000 patients',
    value: null,
    ...may2015,
  },
  {
    period: '2015-03',
    measure: 'records_offered_practices',
    said: '7,566 of 7,813 practices (96.8%)',
    value: 96.8,
    ...may2015,
  },
  {
    period: '2015-03',
    measure: 'records_offered',
    said: 'over 97% of patients, up from 3% in April 2014',
    value: 97,
    ...nhsEngland,
  },
  {
    period: '2015-03',
    measure: 'records_enabled',
    said: 'just over 2.5 million patients (4.5%)',
    value: 4.5,
    ...may2015,
  },
  {
    period: '2015-03',
    measure: 'records_accessed',
    said: '0.4% of patients',
    value: 0.4,
    ...may2015,
  },
  {
    period: '2015-03',
    measure: 'appointments_offered_practices',
    said: '98.7% of practices',
    value: 98.7,
    ...may2015,
  },
  {
    period: '2015-03',
    measure: 'prescriptions_offered_practices',
    said: '97.4% of practices',
    value: 97.4,
    ...may2015,
  },
];
