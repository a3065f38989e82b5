import type { ChartData, ChartKind } from './kind.ts';

/** What stands over a chart wherever it is shown: its finding, and what was measured where and when. */
export interface Heading {
  title: string;
  subtitle: string;
}

/** The heading of a chart; where nothing can be found, what it shows is its title. */
export function headingOf(kind: ChartKind, data: ChartData): Heading {
  const [title, subtitle] = [kind.title(data), kind.subtitle(data)];
  const finding = kind.lacks(data)?.all ? null : kind.finding(data);
  return finding ? { title: finding, subtitle: `${title}. ${subtitle}` } : { title, subtitle };
}

/** A heading as one text, for titles and names. */
export const headingText = ({ title, subtitle }: Heading): string => `${title}. ${subtitle}`;

/** What a reader of the picture needs to know to read it, and what is not in it. */
export function keyOf(kind: ChartKind, data: ChartData): string[] {
  const lacks = kind.lacks(data);
  return lacks?.all ? [] : [...(kind.key?.(data) ?? []), ...(lacks ? [lacks.text] : [])];
}
