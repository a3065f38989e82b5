import { movedMonth } from '../../../data/definitions/months.ts';

/** The first and last month in a name. */
export interface NamedMonths {
  first: string;
  last: string;
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const word =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const gap = '[ _-]*';
const to = `(?:${gap}(?:to|until|and|&|–)${gap}|[ _-]+)`;
/**
 * One or two digits before a month make it a date, which need not be that of the contents, unless they are the year of
 * another month: `30APR2018`, but `APR18-MAY18`.
 */
const noDay = `(?<!(?<!\\d|${word})\\d{1,2}[ _-]?)(?<![a-z])`;

const range = new RegExp(`${noDay}(${word})${to}(${word})${gap}(\\d{4}|\\d{2})(?!\\d)`, 'gi');
const inWords = new RegExp(`${noDay}(${word})${gap}(\\d{4}|\\d{2})(?!\\d)`, 'gi');
const inFigures = /(?<!\d)(20\d\d)[-_]?(0[1-9]|1[0-2])(?!\d|[-_]\d\d(?!\d))/g;
const financialYear = /(?<!\d)(?:20)?(\d\d)[-_]?(?:20)?(\d\d)(?!\d)/g;

/**
 * The months that the name of a published file claims, as in `POMI_APR2018_to_SEP2018`, `2018-04`, `april_2015` or, if
 * it names no month, the financial years of `pomi_1819` or `2018_19`; null if it claims none.
 */
export function namedMonths(name: string): NamedMonths | null {
  const told = [
    ...[...name.matchAll(range)].flatMap(([, first, last, year]) => {
      const end = monthOf(year!, last!);
      const start = monthOf(year!, first!);
      return [start > end ? movedMonth(start, -12) : start, end];
    }),
    ...[...name.matchAll(inWords)].map(([, month, year]) => monthOf(year!, month!)),
    ...[...name.matchAll(inFigures)].map(([, year, month]) => `${year}-${month}`),
  ];
  const all = told.length ? told : yearsIn(name);
  const [first, ...others] = all.sort();
  return first === undefined ? null : { first, last: others.at(-1) ?? first };
}

const monthOf = (year: string, month: string): string => {
  const number = months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return `${year.padStart(4, '20')}-${String(number).padStart(2, '0')}`;
};

/** The first and last months of the financial years in a name. `2021` alone is taken for a year rather than 2020-21. */
const yearsIn = (name: string): string[] =>
  [...name.matchAll(financialYear)].flatMap(([text, from, until]) =>
    Number(until) === Number(from) + 1 && text !== '2021' ? [`20${from}-04`, `20${until}-03`] : [],
  );
