import { type Thing, type Unit, type UnitKind, units } from './units.ts';

/** The online services whose uptake is published, in the order in which pages show them. */
export const services = ['records', 'appointments', 'prescriptions'] as const;
export type Service = (typeof services)[number];

/** What pages and charts can be about: one service, or any of them, which is the official headline. */
export type ServiceChoice = Service | 'any';

/** The stages of uptake: the practice switches a service on, patients are signed up, patients use it. */
export const stages = ['offered', 'enabled', 'accessed', 'use'] as const;
export type Stage = (typeof stages)[number];

/** Which way a figure should go; 'none' if that cannot be judged. */
export const polarities = ['higher is better', 'lower is better', 'none'] as const;
export type Polarity = (typeof polarities)[number];

/**
 * One measure, declared once. `numerator`, `denominator`, `inExtract` and `reported` are SQL expressions over one row
 * of `practice_month` (one practice in one month). The figure of an area sums numerator and denominator over its
 * practices that are in the extract and reported.
 */
export interface Declaration {
  id: string;
  service: Service | 'any';
  stage: Stage;
  unit: Unit;
  /** What the numerator counts. */
  counts: Thing;
  /**
   * What is counted, as a phrase after "patients who" or "practices that", as in "45 of every 1,000 patients were set
   * up to"; for transactions, what they are.
   */
  phrase: string;
  /** Title for charts and tables, without place or date. */
  title: string;
  /** Title of a column in a table of one service: "Set up". */
  heading: string;
  /** Short name for chart titles, whose subtitles have the full name: "set-up". */
  short: string;
  /** What the numerator and the denominator count, for notes and column descriptions. */
  numeratorLabel: string;
  denominatorLabel: string;
  /** How it is counted and what it does not show, in one or two sentences. */
  description: string;
  whyItMatters: string;
  /** Whether more is better, or less, or neither can be judged. */
  polarity: Polarity;
  /**
   * The least difference between two values worth mentioning, in the unit: a judgement of what matters to a reader, not
   * a statistic. Beside a small figure less matters (`leastThatMatters`). Null for figures without intervals, so that
   * none is said to differ.
   */
  leastDifference: number | null;
  /** Whether a practice decides it for all of its patients, so that one practice has either all or none. */
  allOrNone: boolean;
  /**
   * Whether it counts the same people or practices month after month, so that its changes rather than its level show
   * what is usual.
   */
  stock: boolean;
  /** The published columns it is made from, by layout family. */
  publishedAs: { wide: string | null; long: string | null };
  /** Whose denominator counts: that of every practice in the extract, or of those that reported. */
  base: 'extract' | 'reported';
  numerator: string;
  denominator: string;
  inExtract: string;
  reported: string;
}

/** A measure as used everywhere else: its declaration and what follows from its unit. */
export type Measure = Declaration & UnitKind;

/** Completes a declaration with the properties of its unit. */
export const complete = (declaration: Declaration): Measure => ({
  ...declaration,
  ...units[declaration.unit],
});

interface ServiceWords {
  name: string;
  does: string;
  did: string;
  /** What its transactions are for, if more than that: cancelling an appointment counts as well as booking one. */
  transacts?: string;
  long: string;
}

/**
 * The name of each service ("Seeing your record"), and what a patient does and did with it ("see their record online").
 */
export const serviceWords: Record<ServiceChoice, Omit<ServiceWords, 'long'>> &
  Record<Service, ServiceWords> = {
  any: {
    name: 'Any online service',
    does: 'use at least one online service',
    did: 'used at least one online service',
  },
  records: {
    name: 'Seeing your record',
    does: 'see their record online',
    did: 'saw their record online',
    long: 'DetCodeRec',
  },
  appointments: {
    name: 'Booking appointments',
    does: 'book appointments online',
    did: 'booked appointments online',
    transacts: 'book or cancel appointments online',
    long: 'Appts',
  },
  prescriptions: {
    name: 'Ordering prescriptions',
    does: 'order repeat prescriptions online',
    did: 'ordered repeat prescriptions online',
    long: 'Presc',
  },
};

const known = (service: Service) => `${service}_status in (0, 1, 2)`;

function measuresOf(service: Service): Declaration[] {
  const { name, does, did, transacts = does, long } = serviceWords[service];
  const present = `${service}_counts is not null`;
  const common = {
    service,
    counts: 'patients',
    polarity: 'higher is better',
    leastDifference: 1,
    allOrNone: false,
    stock: true,
  } as const;
  return [
    {
      ...common,
      id: `${service}_offered`,
      stage: 'offered',
      unit: 'percent of patients',
      title: `${name}: patients whose practice offers it`,
      heading: 'Offered',
      short: 'the share offered it',
      allOrNone: true,
      phrase: `were registered where patients can ${does}`,
      numeratorLabel: 'patients registered at practices that have switched the service on',
      denominatorLabel: 'patients registered at all practices in the extract',
      description: `The share of registered patients whose practice has switched on the service that lets them ${does}. Practices of unknown status count in the denominator.`,
      whyItMatters: 'Nobody can use what their practice has not switched on.',
      publishedAs: { wide: 'SystemEnabled', long: `Sys_${long}_Enbld` },
      base: 'extract',
      numerator: `case when ${service}_status = 2 then registered else 0 end`,
      denominator: 'registered',
      inExtract: present,
      reported: known(service),
    },
    {
      ...common,
      id: `${service}_offered_practices`,
      stage: 'offered',
      unit: 'percent of practices',
      title: `${name}: practices that offer it`,
      heading: 'Practices that offer it',
      short: 'the share of practices offering it',
      counts: 'practices',
      allOrNone: true,
      phrase: `let patients ${does}`,
      numeratorLabel: 'practices that have switched the service on',
      denominatorLabel: 'all practices in the extract',
      description: `The share of practices that have switched on the service that lets patients ${does}. Practices of unknown status count in the denominator.`,
      whyItMatters:
        'It counts decisions by practices, large and small alike; the share of patients can differ from it.',
      publishedAs: { wide: 'SystemEnabled', long: `Sys_${long}_Enbld` },
      base: 'extract',
      numerator: `case when ${service}_status = 2 then 1 else 0 end`,
      denominator: '1',
      inExtract: present,
      reported: known(service),
    },
    {
      ...common,
      id: `${service}_enabled`,
      stage: 'enabled',
      unit: 'percent of patients',
      title: `${name}: patients set up for it`,
      heading: 'Set up',
      short: 'set-up',
      phrase: `were set up to ${does}`,
      numeratorLabel: 'patients enabled for the service on the last day of the month',
      denominatorLabel: 'patients registered at practices that reported it',
      description: `The share of registered patients who were enabled to ${does} on the last day of the month, at practices that reported it.`,
      whyItMatters:
        'It is the step between an offer and its use, taken together with the practice.',
      publishedAs: { wide: 'PatientsEnabled', long: `Pat_${long}_Enbld` },
      base: 'reported',
      numerator: `${service}_enabled`,
      denominator: 'registered',
      inExtract: present,
      reported: `${known(service)} and ${service}_enabled is not null and registered is not null`,
    },
    {
      ...common,
      id: `${service}_accessed`,
      stock: false,
      leastDifference: 0.1,
      stage: 'accessed',
      unit: 'percent of patients',
      title: `${name}: patients who did so in the month`,
      heading: 'Did in the month',
      short: 'use',
      phrase: did,
      numeratorLabel: 'patients who used the service in the month',
      denominatorLabel: 'patients registered at practices that reported it',
      description: `The share of registered patients who used the service to ${does} in the month, at practices that reported it. Published for 2014 to 2017 only; later files count transactions, which are a different measure.`,
      whyItMatters: 'It is what the service is for: people using it.',
      publishedAs: { wide: 'PatientsUsed', long: null },
      base: 'reported',
      numerator: `${service}_accessed`,
      denominator: 'registered',
      inExtract: `${service}_counts = 'people'`,
      reported: `${known(service)} and ${service}_accessed is not null and registered is not null`,
    },
    {
      ...common,
      polarity: 'none',
      leastDifference: null,
      id: `${service}_use`,
      stock: false,
      stage: 'use',
      unit: 'per 1,000 patients',
      title: `${name}: transactions in the month`,
      heading: 'Transactions',
      short: 'use',
      counts: 'transactions',
      phrase: `transactions to ${transacts}`,
      numeratorLabel: 'transactions in the month (not people)',
      denominatorLabel: 'patients registered at practices that reported it',
      description: `Online transactions in the month to ${transacts}, per 1,000 registered patients, at practices that reported them. One person can make several, so this is a rate and never a share of patients. Published from 2018.`,
      whyItMatters: 'It shows how much the service is used, though not by how many people.',
      publishedAs: { wide: null, long: `Pat_${long}_Use` },
      base: 'reported',
      numerator: `${service}_use`,
      denominator: 'registered',
      inExtract: `${service}_counts = 'transactions'`,
      reported: `${known(service)} and ${service}_use is not null and registered is not null`,
    },
  ];
}

const anyService: Declaration[] = [
  {
    id: 'any_enabled',
    service: 'any',
    stage: 'enabled',
    unit: 'percent of patients',
    title: 'Any online service: patients set up for at least one',
    heading: 'Set up',
    short: 'set-up',
    counts: 'patients',
    allOrNone: false,
    stock: true,
    phrase: 'were set up for at least one online service',
    numeratorLabel: 'patients enabled for at least one service on the last day of the month',
    denominatorLabel: 'patients registered at practices that reported it',
    description:
      'The share of registered patients enabled for at least one online service on the last day of the month, at practices that reported it. It is published as such and is not the sum of the services.',
    whyItMatters: 'The national targets of 2017 and 2018/19 were set on it.',
    polarity: 'higher is better',
    leastDifference: 1,
    publishedAs: { wide: null, long: 'Total_Pat_Enbld' },
    base: 'reported',
    numerator: 'any_enabled',
    denominator: 'registered',
    inExtract: 'any_file is not null',
    reported: 'any_enabled is not null and registered is not null',
  },
  {
    id: 'any_new',
    service: 'any',
    stage: 'enabled',
    unit: 'per 1,000 patients',
    title: 'Any online service: patients newly set up in the month',
    heading: 'Newly set up',
    short: 'new set-up',
    counts: 'patients',
    allOrNone: false,
    stock: false,
    phrase: 'were newly set up for at least one online service',
    numeratorLabel: 'patients newly enabled for at least one service in the month',
    denominatorLabel: 'patients registered at practices that reported it',
    description:
      'Patients who were enabled for at least one online service in the month and for none before, per 1,000 registered patients, at practices that reported them. Those who lose their access, such as by moving to another practice, are not taken off, so the share set up rises by less. In a few practices fewer than none are published.',
    whyItMatters:
      'It shows how much signing up goes on, which the share set up hides where as many leave as join.',
    polarity: 'none',
    leastDifference: null,
    publishedAs: { wide: null, long: 'New_Pat_Enbld' },
    base: 'reported',
    numerator: 'new_enabled',
    denominator: 'registered',
    inExtract: 'any_file is not null',
    reported: 'new_enabled is not null and registered is not null',
  },
  {
    id: 'any_use',
    service: 'any',
    stage: 'use',
    unit: 'per 1,000 patients',
    title: 'Any online service: transactions in the month',
    heading: 'Transactions',
    short: 'use',
    counts: 'transactions',
    allOrNone: false,
    stock: false,
    phrase: 'online transactions',
    numeratorLabel: 'transactions in the month (not people)',
    denominatorLabel: 'patients registered at practices that reported it',
    description:
      'All online transactions in the month per 1,000 registered patients, at practices that reported them. It is published as such and is not the sum of the services; one supplier never fills it.',
    whyItMatters: 'It shows how much the services are used, though not by how many people.',
    polarity: 'none',
    leastDifference: null,
    publishedAs: { wide: null, long: 'Total_Use' },
    base: 'reported',
    numerator: 'any_use',
    denominator: 'registered',
    inExtract: 'any_file is not null',
    reported: 'any_use is not null and registered is not null',
  },
];

/** Every measure, in the order of tables and lists. */
export const measures: readonly Measure[] = [...services.flatMap(measuresOf), ...anyService].map(
  complete,
);

const byId = new Map(measures.map((one) => [one.id, one]));

/** The measure with an id, or undefined. */
export const findMeasure = (id: string): Measure | undefined => byId.get(id);

/** The ids of a service's measures for some stages, as far as they exist: nobody counts who is offered any service. */
export const measureIds = <Part extends string>(
  service: ServiceChoice,
  parts: readonly Part[],
): string[] => parts.map((part) => `${service}_${part}`).filter((id) => byId.has(id));

/** The measure with an id that the code names; throws if it is not declared. */
export function measureOf(id: string): Measure {
  const found = byId.get(id);
  if (!found) throw new Error(`no such measure is declared: ${id}`);
  return found;
}
