import { formatDayOf } from '../definitions/days.ts';
import { formatMonth, formatMonths } from '../definitions/months.ts';

/** What is said of a release where it is named as a source. */
export interface SaidOfRelease {
  release: string;
  kind: 'published' | 'illustrative';
  made_at: string;
  first_period: string;
  last_period: string;
}

/** What every table and release is about, as the beginning of titles. */
export const subject = 'GP online services in England';

/** The licence of the published extracts and of what is made from them. */
export const licence = {
  name: 'Open Government Licence v3.0',
  address: 'http://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
};

/** The series of extracts that the published figures come from, and who published it. */
export const source = {
  name: 'Patient Online Management Information (POMI)',
  publisher: 'NHS Digital, now part of NHS England',
};

/** Where the published figures come from. */
export const origin = `${source.name}, published by ${source.publisher}`;

/** The kind of a release in words: "published figures". */
export const kindWords = ({ kind }: SaidOfRelease): string =>
  kind === 'illustrative' ? 'illustrative data, not real figures' : 'published figures';

/** The months of a release in words: "April 2018 to September 2018". */
export const monthsWords = ({ first_period, last_period }: SaidOfRelease): string =>
  formatMonths(first_period, last_period);

/** The day a release was made, in England, in words: "5 March 2019". */
export const madeWords = ({ made_at }: Pick<SaidOfRelease, 'made_at'>): string =>
  formatDayOf(made_at);

/** Who made the figures of a chart, and who worked them out, as the one line below it. */
export function sourceLine(meta: SaidOfRelease): string {
  const made = `release ${meta.release} of ${madeWords(meta)}`;
  return meta.kind === 'illustrative'
    ? `Source: illustrative data, not real figures. Made by ${subject}, ${made}.`
    : `Source: NHS Digital, POMI, to ${formatMonth(meta.last_period)}. Processed by ${subject}, ${made}.`;
}

/** Where a citation has the day on which its reader took it, until that is known. */
export const accessDay = '[date]';

/** How to cite a page or a chart: publisher, title, who worked it out, release, address and day of access. */
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
