import { formatDayOf } from '../definitions/days.ts';
import { formatMonth, formatMonths } from '../definitions/months.ts';

/** The facts about a release that are given where it is named as a source. */
export interface SaidOfRelease {
  release: string;
  kind: 'published' | 'illustrative';
  made_at: string;
  first_period: string;
  last_period: string;
}

/** What every table and release is about, to begin titles. */
export const subject = 'GP online services in England';

/** The licence of the published extracts and of what is made from them. */
export const licence = {
  name: 'Open Government Licence v3.0',
  address: 'http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** The series of extracts that the published figures come from, and its publisher. */
export const source = {
  name: 'Patient Online Management Information (POMI)',
  publisher: 'NHS Digital, now part of NHS England',
};

/** The origin of the published figures. */
export const origin = `${source.name}, published by ${source.publisher}`;

/** The kind of a release: "published figures". */
export const kindWords = ({ kind }: SaidOfRelease): string =>
  kind === 'illustrative' ? 'illustrative data, not real figures' : 'published figures';

/** The months of a release: "April 2018 to September 2018". */
export const monthsWords = ({ first_period, last_period }: SaidOfRelease): string =>
  formatMonths(first_period, last_period);

/** The date in England on which a release was made: "5 March 2019". */
export const madeWords = ({ made_at }: Pick<SaidOfRelease, 'made_at'>): string =>
  formatDayOf(made_at);

/** Who published the figures of a chart and who computed them, as the line below it. */
export function sourceLine(meta: SaidOfRelease): string {
  const made = `release ${meta.release} of ${madeWords(meta)}`;
  return meta.kind === 'illustrative'
    ? `Source: illustrative data, not real figures. Made by ${subject}, ${made}.`
    : `Source: NHS Digital, POMI, to ${formatMonth(meta.last_period)}. Processed by ${subject}, ${made}.`;
}

/** Stands for the day of access in a citation, until it is known. */
export const accessDay = '[date]';

/** How to cite a page or chart: publisher, title, who computed it, release, address and day of access. */
export function citeAt(meta: SaidOfRelease, title: string, address: string): string {
  const publisher =
    meta.kind === 'illustrative' ? 'Illustrative data, not real figures' : 'NHS Digital';
  return `${publisher}. ${title}. Processed by ${subject}, release ${meta.release} of ${madeWords(meta)}. ${address} (accessed ${accessDay})`;
}

/** How to cite a release, as one sentence. */
export const citation = (meta: SaidOfRelease): string =>
  `${subject}, release ${meta.release} (${kindWords(meta)}, ${monthsWords(meta)}), made on ${madeWords(meta)}.`;

/** What the licence requires with anything made from the figures. */
export const attribution = (meta: SaidOfRelease): string =>
  meta.kind === 'illustrative'
    ? 'Made by software for trying things out; not public sector information. May be used freely, if it is said each time that it is not real.'
    : `Source: ${origin}. Contains public sector information licensed under the ${licence.name}.`;
