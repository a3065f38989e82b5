const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * An unambiguous date as 2022-01-01: `01Jan2022` and `20220101` as published, `01-Jan-22`, `1 January 2022` and
 * `2022-01-01` as spreadsheets and programs write them. Two-digit years belong to the `century` given, and are rejected
 * without it. Null for anything else.
 */
export function plainDate(text: string, century: '20' | null = null): string | null {
  const named = /^(\d{1,2})[ -]?([A-Za-z]{3,9})[ -]?(\d{4}|\d\d)$/.exec(text);
  if (named) {
    const [, day, name, year] = named as unknown as [string, string, string, string];
    const month = months.indexOf(name.slice(0, 3).toLowerCase()) + 1;
    const whole = year.length === 4 ? year : century && century + year;
    return whole && isMonth(name, month) ? dayOf(whole, String(month), day) : null;
  }
  const figures = /^(\d{4})(-?)(\d\d)\2(\d\d)(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text);
  return figures ? dayOf(figures[1]!, figures[3]!, figures[4]!) : null;
}

/** Whether a name is that of a month: in full, its first three letters, or "Sept". */
function isMonth(name: string, month: number): boolean {
  if (month === 0) return false;
  const whole = new Date(Date.UTC(2000, month - 1)).toLocaleDateString('en-GB', {
    month: 'long',
    timeZone: 'UTC',
  });
  return name.length === 3 || whole.toLowerCase() === name.toLowerCase() || /^sept$/i.test(name);
}

function dayOf(year: string, month: string, day: string): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(read.valueOf()) || !read.toJSON().startsWith(date) ? null : date;
}
