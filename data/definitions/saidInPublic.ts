/** A figure for England that was said in public at the time. */
export interface PublicFigure {
  /** The month whose end it is of. */
  period: string;
  measure: string;
  /** In the unit of the measure, as it was rounded. */
  value: number;
  /** As it was said. */
  text: string;
  source: string;
  sourceUrl: string;
}

const health = (date: string, path: string) => ({
  source: `Digital Health, ${date}`,
  sourceUrl: `https://www.digitalhealth.net/${path}/`,
});
const target = health('May 2015', '2015/05/records-access-target-hit');
const fifth = health('December 2014', '2014/12/fifth-of-patients-have-records-access');
const august = health('August 2014', '2014/08/3-per-cent-of-patients-have-epr-access');
const england = {
  source: 'NHS England, May 2015',
  sourceUrl: 'https://www.england.nhs.uk/2015/05/patient-online-55-mill/',
} as const;

/** What was said of England in public, by month: marks on charts, and what the illustrative figures meet. */
export const publicFigures: readonly PublicFigure[] = [
  { period: '2014-03', measure: 'records_offered_practices', value: 2.9, text: '2.9%', ...august },
  {
    period: '2014-03',
    measure: 'appointments_offered_practices',
    value: 80,
    text: '80%',
    ...august,
  },
  { period: '2014-03', measure: 'appointments_enabled', value: 7.2, text: '7.2%', ...august },
  { period: '2014-04', measure: 'records_offered', value: 3, text: '3%', ...england },
  { period: '2014-09', measure: 'records_offered', value: 21, text: '21%', ...fifth },
  { period: '2014-09', measure: 'appointments_offered', value: 91, text: '91%', ...fifth },
  { period: '2014-09', measure: 'prescriptions_offered', value: 88, text: '88%', ...fifth },
  { period: '2015-03', measure: 'records_offered', value: 97, text: 'over 97%', ...england },
  {
    period: '2015-03',
    measure: 'records_offered_practices',
    value: 96.8,
    text: '96.8%',
    ...target,
  },
  { period: '2015-03', measure: 'records_enabled', value: 4.5, text: '4.5%', ...target },
  { period: '2015-03', measure: 'records_accessed', value: 0.4, text: '0.4%', ...target },
  {
    period: '2015-03',
    measure: 'appointments_offered_practices',
    value: 98.7,
    text: '98.7%',
    ...target,
  },
  {
    period: '2015-03',
    measure: 'prescriptions_offered_practices',
    value: 97.4,
    text: '97.4%',
    ...target,
  },
];
