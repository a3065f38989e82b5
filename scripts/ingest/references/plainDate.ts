const months =
  'january february march april may june july august september october november december'.split(
    ' ',
  );

/**
 * An unambiguous date as 2022-01-01: `01Jan2022` and `20220101` as published, `01-Jan-22`, `1 January 2022` and
 * `2022-01-01` as spreadsheets and programs write them. Two-digit years belong to the `century` given, and are rejected
 * without it. Null for anything else.
 */
export function plainDate(text: string, century: '20' | null = null): string | null {
  const named = /^(\d{1,2})[ -]?([A-Za-z]{3,9})[ -]?(\d{4}|\d\d)$/.exec(text);
  if (named) {
    const [, day, name, year] = named as unknown as [string, string, string, string];
    const month = months.findIndex((whole) => isMonth(name.toLowerCase(), whole)) + 1;
    const whole = year.length === 4 ? year : century && century + year;
    return whole && month ? dayOf(whole, String(month), day) : null;
  }
  const figures = /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  return figures ? dayOf(figures[1]!, figures[3]!, figures[4]!) : null;
}

/** Whether a name is that of a month: in full, its first three letters, or "sept". */
const isMonth = (name: string, whole: string): boolean =>
  name === whole || name === whole.slice(0, 3) || (name === 'sept' && whole === 'september');

function dayOf(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.valueOf()) || !read.toJSON().startsWith(date) ? null : date;
}
