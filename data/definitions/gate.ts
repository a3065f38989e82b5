import { formatDay, formatMonth } from './months.ts';
import { formatCount, formatPercent } from './numbers.ts';

/**
 * The bounds of the gate, measured on England and its regions in April 2018 to March 2019 and April to December 2020.
 * Those files must pass, both alone and together.
 */
export const gateBounds = {
  /**
   * A month has at least this share of the practices, and of the patients, of the nearest months. Consecutive months
   * kept 99%; March 2019 to April 2020 kept 96%.
   */
  fewest: 0.9,
  /**
   * A month has at least this share of the practices that a region had in a nearby month, in whatever region it puts
   * them. The lowest share was 94%, across the year without files.
   */
  fewestOfRegion: 0.5,
  /**
   * The part of a month's practices that have figures of a measure is at least this share of that in a nearby month. From
   * one month to the next it kept 98%.
   */
  fewestReporting: 0.5,
  /**
   * A share in a replaced month changes by at most this much. From one month to the next, England's changed by up to
   * 1.9 percentage points.
   */
  mostPoints: 0.02,
  /**
   * A figure in a replaced month changes by at most this part of itself. From one month to the next, shares of patients
   * set up changed by up to 5%, and orders of prescriptions, the most frequent transactions, by 19%.
   */
  mostOfItself: 0.2,
  /** Months further apart than this are not compared: practices merge, and join or leave the collection. */
  monthsBeside: 24,
  /** Nothing is compared for fewer practices than this, because a single one would be more than a percent. */
  smallest: 100,
} as const;

const {
  fewest,
  fewestOfRegion,
  fewestReporting,
  mostPoints,
  mostOfItself,
  monthsBeside,
  smallest,
} = gateBounds;

const percent = (share: number): string => `${share * 100}%`;
const beside = `the month it replaces and the nearest months within ${monthsBeside} months of it, in the new release and the one before`;

/** A count of a month that is too low, with that of another month. */
interface Fewer {
  period: string;
  now: number;
  before: number;
  /** Where the other count is from: "March 2019", "that month of release 2019-03.1". */
  where: string;
}

const fewer = ({ period, now, before, where }: Fewer, of: string): string =>
  `${formatMonth(period)} has ${formatCount(now)} ${of}${now === 1 ? '' : 's'}: ${formatPercent((now / before) * 100)} of the ${formatCount(before)} in ${where}.`;

/**
 * The checks before a release becomes current, besides those for problems: a description of each, and its message when
 * it fails.
 */
export const gateChecks = {
  future_month: {
    title: 'Month in the future',
    description: 'A file has a month that was not over on the day the release was made.',
    says: ({ file, period, day }: { file: string; period: string; day: string }) =>
      `${file} has ${formatMonth(period)}, which was not over on ${formatDay(day)}.`,
  },
  beyond_file_name: {
    title: 'Month beyond the file’s name',
    description:
      'A file has a month other than those that its name, or that of its zip, says: one month, several or a financial year.',
    says: (told: { file: string; period: string; first: string; last: string }) =>
      `${told.file} has ${formatMonth(told.period)}, though its name says ${told.first === told.last ? formatMonth(told.first) : `${formatMonth(told.first)} to ${formatMonth(told.last)}`}.`,
  },
  fewer_practices: {
    title: 'Far fewer practices',
    description: `A month has less than ${percent(fewest)} of the practices of ${beside}; of months with ${smallest} practices and more.`,
    says: (fewerOf: Fewer) => fewer(fewerOf, 'practice'),
  },
  fewer_patients: {
    title: 'Far fewer patients',
    description: `A month has less than ${percent(fewest)} of the registered patients of ${beside}; of months with ${smallest} practices and more.`,
    says: (fewerOf: Fewer) => fewer(fewerOf, 'registered patient'),
  },
  region_lost: {
    title: 'Region lost',
    description: `A month has less than ${percent(fewestOfRegion)} of the practices that a region had in ${beside}; for months with ${smallest} practices or more. A region of fewer than ${smallest} is lost where no practice with its code is left; redrawn regions keep their practices.`,
    says: ({ region, period, now, before, where }: Fewer & { region: string }) =>
      `${formatMonth(period)} has ${now === 0 ? 'none' : formatCount(now)} of the ${formatCount(before)} ${before === 1 ? 'practice' : 'practices'} that ${region} had in ${where}.`,
  },
  figures_lost: {
    title: 'Figures lost',
    description: `The part of a month’s practices that have figures of a measure is less than ${percent(fewestReporting)} of that in ${beside}; of measures with ${smallest} practices and more.`,
    says: ({ figure, period, now, before, where }: Fewer & { figure: string }) =>
      `${formatMonth(period)} has figures of “${figure}” from ${now === 0 ? 'no practice' : `${formatCount(now)} ${now === 1 ? 'practice' : 'practices'}`}; ${formatCount(before)} had them in ${where}.`,
  },
  service_missing: {
    title: 'Service missing',
    description:
      'A month of files of one service each has no file of a service, though another such month of this release or the one before has all.',
    says: (told: { period: string; service: string; other: string; release: string | null }) =>
      `${formatMonth(told.period)} has no file for ${told.service}; ${formatMonth(told.other)}${told.release === null ? '' : ` of release ${told.release}`} has files of all services.`,
  },
  services_alike: {
    title: 'Two services alike',
    description:
      'Files of two services have the same figures for every practice in a month, as if one were a copy of the other.',
    says: (told: {
      period: string;
      file: string;
      service: string;
      other_file: string;
      other_service: string;
    }) =>
      `${told.file} (${told.service}) and ${told.other_file} (${told.other_service}) have the same figures for every practice in ${formatMonth(told.period)}, as if one were a copy of the other.`,
  },
  month_moved: {
    title: 'Replaced month moved far',
    description: `A figure of England or a region moved by more than ${mostPoints * 100} percentage points, or by more than ${percent(mostOfItself)} of itself, from the release before; of ${smallest} practices and more.`,
    says: (told: {
      figure: string;
      place: string;
      period: string;
      before: string;
      now: string;
      release: string;
      others: number;
    }) =>
      `${told.figure}, ${told.place}, ${formatMonth(told.period)}: ${told.now}, and ${told.before} in release ${told.release}${told.others === 0 ? '' : `; ${formatCount(told.others)} more figure${told.others === 1 ? '' : 's'} of that month moved as far`}.`,
  },
  older_current: {
    title: 'Current month moved back',
    description:
      'Starting from nothing, the last month would be earlier than that of the release before.',
    says: ({ now, before, release }: { now: string; before: string; release: string }) =>
      `The latest month would move back to ${formatMonth(now)}, from ${formatMonth(before)} in release ${release}.`,
  },
} as const;

export type GateCheck = keyof typeof gateChecks;

/** A failed check of the gate. It holds a release back until it is accepted with a reason. */
export interface Doubt {
  kind: GateCheck;
  /** The month it is about; null for the whole release. */
  period: string | null;
  area_code: string | null;
  /** The value found, and the value it was compared with. */
  value: string | null;
  other: string | null;
  message: string;
}
