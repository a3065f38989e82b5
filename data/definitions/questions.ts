/** The kinds of people who ask. */
export const askers = [
  { id: 'analyst', title: 'An analyst who follows national uptake' },
  { id: 'manager', title: 'A practice manager' },
  { id: 'journalist', title: 'A journalist' },
] as const;

/** A question that people have, and the API call that answers it. */
export interface Question {
  asker: (typeof askers)[number]['id'];
  question: string;
  /** Below the root of the API; names in braces are replaced by codes of a release. */
  call: string;
  /** The columns of the answer, or fields of its `meta`, that answer the question. */
  answeredBy: readonly string[];
}

const england = 'area=E92000001';
const enabled = 'measure=records_enabled';

/** Ten questions for each kind of user. */
export const questions: readonly Question[] = [
  {
    asker: 'analyst',
    question: 'At which stage is uptake stuck: offered, set up or used?',
    call: `/figures?measure=records_offered,records_enabled,records_accessed,records_use&${england}`,
    answeredBy: ['value', 'numerator', 'denominator'],
  },
  {
    asker: 'analyst',
    question: 'Which CCGs differ by more than chance and the usual differences between CCGs?',
    call: `/funnel?${enabled}&level=ccg`,
    answeredBy: ['position', 'meta.target', 'meta.tau2'],
  },
  {
    asker: 'analyst',
    question: 'Is the last change in a region signal or noise?',
    call: `/xmr?${enabled}&area={region}&view=changes`,
    answeredBy: ['signal', 'meta.sentence'],
  },
  {
    asker: 'analyst',
    question:
      'How much of a change came from practices that changed, and how much from who reported?',
    call: `/changes?${enabled}&${england}`,
    answeredBy: ['contribution', 'meta.sentence'],
  },
  {
    asker: 'analyst',
    question: 'Is it the supplier?',
    call: `/breakdowns?${enabled}&by=supplier`,
    answeredBy: ['value', 'share_of_patients'],
  },
  {
    asker: 'analyst',
    question: 'How complete are the figures of each region, month by month?',
    call: `/coverage?${enabled}&level=region&from={first}`,
    answeredBy: ['practices_share', 'registered_share'],
  },
  {
    asker: 'analyst',
    question: 'How far apart are practices, and is the gap narrowing?',
    call: `/deciles?${enabled}&from={first}`,
    answeredBy: ['p10', 'p50', 'p90'],
  },
  {
    asker: 'analyst',
    question: 'What did this release revise?',
    call: '/revisions?level=england,region',
    answeredBy: ['meta.sentence'],
  },
  {
    asker: 'analyst',
    question: 'What is unusual in the published files?',
    call: '/findings/kinds',
    answeredBy: ['findings', 'description'],
  },
  {
    asker: 'analyst',
    question: 'Can I compute this figure again myself?',
    call: `/provenance?${enabled}&area={ccg}`,
    answeredBy: ['sql', 'files', 'release_file'],
  },
  {
    asker: 'manager',
    question: 'Where is my practice?',
    call: '/search?q={practice}',
    answeredBy: ['area_code', 'area_name', 'within'],
  },
  {
    asker: 'manager',
    question: 'What did we send in, month by month?',
    call: '/practices/{practice}',
    answeredBy: ['months', 'supplier'],
  },
  {
    asker: 'manager',
    question: 'Are we really above or below England, our region and our CCG?',
    call: `/comparisons?${enabled}&area={practice}`,
    answeredBy: ['word', 'sentence'],
  },
  {
    asker: 'manager',
    question: 'Who is like us, and how do we compare?',
    call: `/peers?practice={practice}&${enabled}`,
    answeredBy: ['area_name', 'meta.median', 'meta.sentence'],
  },
  {
    asker: 'manager',
    question: 'How many more patients would close the gap?',
    call: `/reach?practice={practice}&${enabled}`,
    answeredBy: ['more_patients', 'sentence'],
  },
  {
    asker: 'manager',
    question: 'How do we rank among the practices of our CCG?',
    call: `/percentiles?${enabled}&area={practice}&within={ccg}`,
    answeredBy: ['percentile', 'quantile_group'],
  },
  {
    asker: 'manager',
    question: 'Are we getting better?',
    call: `/trends?${enabled}&area={practice}`,
    answeredBy: ['word'],
  },
  {
    asker: 'manager',
    question: 'In which practices of our CCG would a campaign reach most?',
    call: `/promote?${enabled}&area={ccg}`,
    answeredBy: ['area_name', 'gap', 'running_share', 'meta.sentence'],
  },
  {
    asker: 'manager',
    question: 'How does our network of practices do as one?',
    call: `/figures?${enabled}&group={practices}`,
    answeredBy: ['value', 'vs_england'],
  },
  {
    asker: 'manager',
    question: 'Did we report last month, and in which row of which file?',
    call: `/provenance/practices?${enabled}&area={practice}`,
    answeredBy: ['reported', 'file', 'row'],
  },
  {
    asker: 'journalist',
    question: 'What is the figure for England, in a sentence I can quote?',
    call: `/sentences?measure=records_offered_practices,records_offered,records_enabled&${england}`,
    answeredBy: ['sentence'],
  },
  {
    asker: 'journalist',
    question: 'And for each practice in my area?',
    call: `/figures?${enabled}&parent={ccg}&level=practice`,
    answeredBy: ['area_name', 'value', 'denominator'],
  },
  {
    asker: 'journalist',
    question: 'Which regions lead and which trail, and is the difference real?',
    call: `/comparisons?${enabled}&level=region`,
    answeredBy: ['difference', 'word', 'sentence'],
  },
  {
    asker: 'journalist',
    question: 'Was the national target met?',
    call: `/targets?${england}`,
    answeredBy: ['state', 'sentence', 'source'],
  },
  {
    asker: 'journalist',
    question: 'What was said in public at the time?',
    call: '/published-figures?measure=records_offered_practices',
    answeredBy: ['value', 'source', 'source_url'],
  },
  {
    asker: 'journalist',
    question: 'What happened that could explain a step or a gap?',
    call: '/annotations?from={first}',
    answeredBy: ['title', 'text', 'source'],
  },
  {
    asker: 'journalist',
    question: 'Which practices opened, closed, merged or moved?',
    call: '/lifecycle?from={first}',
    answeredBy: ['event', 'sentence'],
  },
  {
    asker: 'journalist',
    question: 'Where are the numbers behind the chart?',
    call: `/figures?${enabled}&level=region&from={first}&format=csv`,
    answeredBy: ['period', 'area_name', 'value'],
  },
  {
    asker: 'journalist',
    question: 'Will this link say the same next year?',
    call: `/figures?${enabled}&${england}&period={last}&release={release}`,
    answeredBy: ['meta.release', 'value'],
  },
  {
    asker: 'journalist',
    question: 'From which published files does it come?',
    call: '/sources',
    answeredBy: ['name', 'sha256', 'rows'],
  },
];
