/** A month of the illustration, with the texts that an extract has for it. */
export interface Month {
  /** Months since April 2014. */
  index: number;
  start: string;
  end: string;
  period: string;
  /** The financial year, as in `2014_2015`. */
  year: string;
}

/** September 2014, December 2014 and March 2015, the months of figures stated in public. */
export const SEPTEMBER_2014 = 5;
export const DECEMBER_2014 = 8;
export const MARCH_2015 = 11;

/** The most months an illustration can have: April 2014 to March 2024. */
export const MOST_MONTHS = 120;

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The month this many months after April 2014. */
export function monthAt(index: number): Month {
  const year = 2014 + Math.floor((index + 3) / 12);
  const month = (index + 3) % 12;
  const leapDay = month === 1 && year % 4 === 0 ? 1 : 0;
  const ofYear = `${String(month + 1).padStart(2, '0')}/${year}`;
  const first = 2014 + Math.floor(index / 12);
  return {
    index,
    start: `01/${ofYear}`,
    end: `${lengths[month]! + leapDay}/${ofYear}`,
    period: `${first}/${first + 1} M${(index % 12) + 1}`,
    year: `${first}_${first + 1}`,
  };
}
