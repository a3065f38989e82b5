import type { LevelId } from './levels.ts';
import { type Service, services } from './measures.ts';

export const annotationKinds = [
  'contract',
  'collection',
  'boundaries',
  'data quality',
  'pandemic',
  'supplier',
] as const;
export type AnnotationKind = (typeof annotationKinds)[number];

/** A dated event that affects figures. An empty list of measures, suppliers or levels means all of them. */
export interface Annotation {
  id: string;
  kind: AnnotationKind;
  /** First month affected, such as 2020-03; null for every month up to `to`. */
  from: string | null;
  /** Last month affected: the same as `from` for a single event, null for one that continues. */
  to: string | null;
  measures: readonly string[];
  suppliers: readonly string[];
  levels: readonly LevelId[];
  title: string;
  text: string;
  source: string;
  sourceUrl: string;
}

/** Share of an area's patients, in percent, from which a month in which practices changed supplier is annotated. */
export const supplierChangeTold = 1;

const everything = { measures: [], suppliers: [], levels: [] } as const;
const once = (month: string) => ({ from: month, to: month });

const allStages = ['offered', 'offered_practices', 'enabled', 'accessed', 'use'];
const measuresOf = (some: readonly Service[], stages: readonly string[]) =>
  some.flatMap((service) => stages.map((stage) => `${service}_${stage}`));

/** Where the extracts are published. */
export const pomiPage = {
  source: 'NHS Digital, Patient Online Management Information (POMI)',
  sourceUrl:
    'https://digital.nhs.uk/data-and-information/data-collections-and-data-sets/data-collections/pomi',
} as const;
const terminology = {
  source: 'Royal College of Psychiatrists, Mental Health Watch, terminology',
  sourceUrl: 'https://mentalhealthwatch.rcpsych.ac.uk/terminology',
} as const;
const mergers = { kind: 'boundaries', measures: [], suppliers: [], levels: ['ccg'] } as const;

/** Known events by their first month, which help to explain a step or a gap. */
export const annotations: readonly Annotation[] = [
  {
    id: 'contract-online-services',
    kind: 'contract',
    ...once('2014-04'),
    measures: measuresOf(['appointments', 'prescriptions'], allStages),
    suppliers: [],
    levels: [],
    title: 'Contract for online booking and repeat prescriptions',
    text: 'From April 2014 the GP contract requires practices to let patients book appointments and order repeat prescriptions online.',
    source: 'British Medical Association, GP contract 2014/15: IT requirements',
    sourceUrl:
      'https://www.bma.org.uk/advice/employment/contracts/general-practice-funding/gp-contract-2014-2015-england/it-requirements',
  },
  {
    id: 'contract-record-deadline',
    kind: 'contract',
    ...once('2015-03'),
    measures: measuresOf(['records'], allStages),
    suppliers: [],
    levels: [],
    title: 'Deadline for a summary of the record online',
    text: 'By 31 March 2015 practices had to let patients see the summary information of their record (medications, allergies, adverse reactions) online.',
    source: 'British Medical Association, GP contract 2014/15: IT requirements',
    sourceUrl:
      'https://www.bma.org.uk/advice/employment/contracts/general-practice-funding/gp-contract-2014-2015-england/it-requirements',
  },
  {
    id: 'monthly-collection',
    kind: 'collection',
    ...once('2015-04'),
    ...everything,
    title: 'A new monthly collection',
    text: 'In April 2015 the Patient Online Management Information replaced the former return; its indicators of record viewing were redefined.',
    source: 'NHS Digital, Patient Online Management Information (POMI), background',
    sourceUrl: 'http://content.digital.nhs.uk/pomi',
  },
  {
    id: 'area-teams-replaced',
    kind: 'boundaries',
    ...once('2015-04'),
    measures: [],
    suppliers: [],
    levels: ['subregion'],
    title: 'Area teams replaced',
    text: 'From April 2015 fewer, larger regional geographies replace the 25 area teams of NHS England. Subregions before and after are different places.',
    source: 'NHS Digital, POMI extracts of 2014-15 and from April 2015, as published',
    sourceUrl: pomiPage.sourceUrl,
  },
  {
    id: 'contract-detailed-record',
    kind: 'contract',
    ...once('2016-04'),
    measures: measuresOf(['records'], allStages),
    suppliers: [],
    levels: [],
    title: 'Contract for the detailed coded record',
    text: 'From April 2016 the contract asks for online access to all coded information in the record, more than the summary of 2015: record figures before and after do not mean quite the same.',
    source: 'Pulse, 2015, on online access to coded information from April 2016',
    sourceUrl:
      'http://www.pulsetoday.co.uk/news/gp-topics/it/gps-should-have-contractual-duty-to-get-10-of-patients-using-online-services/20030647.article',
  },
  {
    id: 'transactions-not-people',
    kind: 'collection',
    from: '2018-01',
    to: null,
    measures: measuresOf(services, ['accessed', 'use']),
    suppliers: [],
    levels: [],
    title: 'Use is counted in transactions, not people',
    text: 'Files from 2018 on count transactions: one person can make several, and bookings and cancellations both count. They cannot be compared with the people counted before.',
    source: 'NHS Digital, POMI data dictionary: Pat_Appts_Use, Pat_Presc_Use, Pat_DetCodeRec_Use',
    sourceUrl: pomiPage.sourceUrl,
  },
  {
    id: 'vision-total-use',
    kind: 'data quality',
    from: '2018-04',
    to: '2019-03',
    measures: ['any_use', 'records_use'],
    suppliers: ['VISION'],
    levels: [],
    title: 'VISION does not report all uses',
    text: 'In the files of April 2018 to March 2019 practices that use VISION never fill the total of transactions and mostly leave out those on records. They count as not reporting, not as zero.',
    source: 'NHS Digital, POMI extracts of 2018-19, as published',
    sourceUrl: pomiPage.sourceUrl,
  },
  {
    ...mergers,
    id: 'ccg-mergers-2018',
    ...once('2018-04'),
    title: 'CCGs merge, 195 remain',
    text: 'Several CCGs merged in April 2018; the extracts of 2018-19 have 195.',
    source: 'NHS Digital, POMI extracts of 2018-19, as published',
    sourceUrl: pomiPage.sourceUrl,
  },
  {
    ...mergers,
    id: 'ccg-mergers-2019',
    ...once('2019-04'),
    title: 'CCGs merge, 191 remain',
    text: 'CCGs merged in April 2019, from 195 to 191.',
    source: 'Health Service Journal, 2019, on CCG mergers',
    sourceUrl:
      'https://www.hsj.co.uk/policy-and-regulation/nhse-considers-tightening-rule-to-push-ccgs-to-merge/7025936.article',
  },
  {
    id: 'seven-regions',
    kind: 'boundaries',
    ...once('2019-04'),
    measures: [],
    suppliers: [],
    levels: ['region'],
    title: 'Seven regions instead of five',
    text: 'NHS England moved from five regions to seven; London, South East and South West kept their boundaries, the others were redrawn.',
    source: 'Health Service Journal, 2018, on seven regional teams',
    sourceUrl:
      'https://www.hsj.co.uk/policy-and-regulation/seven-regional-teams-will-be-locus-of-decision-making/7022488.article',
  },
  {
    id: 'covid',
    kind: 'pandemic',
    from: '2020-03',
    to: null,
    ...everything,
    title: 'COVID-19',
    text: 'From March 2020 the pandemic changed how practices work and how patients reach them. The publisher warns that practices differ more than usual and that what can be concluded is limited; the metadata of the publication marks the months.',
    ...pomiPage,
  },
  {
    ...mergers,
    id: 'ccg-mergers-2020',
    ...once('2020-04'),
    title: 'CCGs merge, 135 remain',
    text: 'CCGs merged in April 2020, from 191 to 135.',
    ...terminology,
  },
  {
    id: 'emis-correction',
    kind: 'data quality',
    ...once('2020-07'),
    measures: ['records_use', 'any_use'],
    suppliers: ['EMIS'],
    levels: [],
    title: 'EMIS corrects how two fields are counted',
    text: 'EMIS found an error in how it had counted two fields in all months before July 2020. The publisher names them only in a file beside the extracts; transactions on records jump sixfold in that month and those on any service threefold, and nothing else does. Such a jump is a correction, not growth, and earlier figures are too low.',
    ...pomiPage,
  },
  {
    ...mergers,
    id: 'ccg-mergers-2021',
    ...once('2021-04'),
    title: 'CCGs merge, 106 remain',
    text: 'CCGs merged in April 2021, from 135 to 106.',
    ...terminology,
  },
  {
    id: 'sub-icb-locations',
    kind: 'boundaries',
    ...once('2022-07'),
    measures: [],
    suppliers: [],
    levels: ['ccg'],
    title: 'CCGs become sub-ICB locations',
    text: 'On 1 July 2022 integrated care boards took over from the 106 CCGs, whose areas go on as sub-ICB locations.',
    ...terminology,
  },
];

/** Restricts annotations to those that affect a measure, a level, or a month of a range. */
export interface AnnotationFilter {
  measures?: readonly string[];
  levels?: readonly string[];
  from?: string;
  to?: string;
}

const bearsOn = (scope: readonly string[], asked: readonly string[] | undefined): boolean =>
  !asked || scope.length === 0 || scope.some((one) => asked.includes(one));

/** The annotations that match, in order of their first month. */
export const findAnnotations = ({ measures, levels, from, to }: AnnotationFilter): Annotation[] =>
  annotations.filter(
    (annotation) =>
      bearsOn(annotation.measures, measures) &&
      bearsOn(annotation.levels, levels) &&
      (!from || annotation.to === null || annotation.to >= from) &&
      (!to || annotation.from === null || annotation.from <= to),
  );
