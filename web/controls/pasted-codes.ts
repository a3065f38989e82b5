import Papa from 'papaparse';

/** The code of a general practice: one or two letters, then digits. */
const isCode = (text: string): boolean => /^[a-z]{1,2}\d{4,5}$/i.test(text.trim());
const tokensOf = (text: string): string[] => text.match(/[a-z0-9]+/gi) ?? [];

/**
 * The codes in a pasted list or the text of a CSV file, as written, including wrong ones. From a table it takes the
 * column with codes, without headings.
 */
export function pastedCodes(text: string): string[] {
  const { data } = Papa.parse<string[]>(text.trim(), { skipEmptyLines: 'greedy' });
  const [first, ...rest] = data;
  if (!first) return [];
  const rows = rest.length && !first.some((cell) => /\d/.test(cell)) ? rest : data;
  const width = Math.max(...rows.map((row) => row.length));
  const shares = Array.from(
    { length: width },
    (_, column) => rows.filter((row) => isCode(row[column] ?? '')).length / rows.length,
  );
  const most = Math.max(...shares);
  const isTable = rows.length > 1 && most >= 0.5 && shares.some((share) => share < 0.5);
  if (!isTable) return rows.flatMap((row) => tokensOf(row.join(' ')));
  const column = shares.indexOf(most);
  return rows.flatMap((row) => tokensOf(row[column] ?? ''));
}
