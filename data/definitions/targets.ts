/** A dated target for a percentage of patients, and who set it. */
export interface Target {
  id: string;
  title: string;
  measure: string;
  /**
   * Other measures that count some of the same patients. If one of them alone reaches the value, the target is met;
   * they can never show that it was missed.
   */
  atLeast: readonly string[];
  /** The least value that meets it, in percent. */
  value: number;
  /** The month by the end of which it is to be met. */
  date: string;
  text: string;
  source: string;
  sourceUrl: string;
}

const anyService = {
  measure: 'any_enabled',
  atLeast: ['records_enabled', 'appointments_enabled', 'prescriptions_enabled'],
} as const;

/** National targets for uptake, by date. */
export const targets: readonly Target[] = [
  {
    ...anyService,
    id: 'ten-percent-2017',
    title: '10% of patients registered for online services by March 2017',
    value: 10,
    date: '2017-03',
    text: 'A joint commitment of NHS England and the General Practitioners Committee, outside the contract: every practice to have at least 10% of its patients registered for online services by 31 March 2017.',
    source: 'Londonwide LMCs, message to practices, December 2016',
    sourceUrl:
      'https://www.lambethccg.nhs.uk/Practice-Portal/news/news%20from%20the%20chair/Pages/Online-access-for-patients.aspx',
  },
  {
    ...anyService,
    id: 'thirty-percent-2019',
    title: '30% of patients registered for online services in 2018/19',
    value: 30,
    date: '2019-03',
    text: 'The GP contract of 2018/19 asks practices to work towards 30% of patients using online services; it is judged here at the end of the contract year, March 2019, by the patients registered for at least one service.',
    source: 'Computer Weekly, March 2018, on the GP contract of 2018/19',
    sourceUrl:
      'https://www.computerweekly.com/news/252437350/GP-contract-calls-for-increased-digital-uptake',
  },
];
