import type { ChartData, ChartKind } from './kind.ts';

/** The heading of a chart wherever it is shown: its finding, and what was measured where and when. */
export interface Heading {
  title: string;
  subtitle: string;
}

/** The heading of a chart. Without a finding, its plain title is used. */
export function headingOf(kind: ChartKind, data: ChartData): Heading {
  const [title, subtitle] = [kind.title(data), kind.subtitle(data)];
  const finding = kind.lacks(data)?.all ? null : kind.finding(data);
  return finding ? { title: finding, subtitle: `${title}. ${subtitle}` } : { title, subtitle };
}

/** A heading as one text, for titles and names. */
export const headingText = ({ title, subtitle }: Heading): string => `${title}. ${subtitle}`;

/** What a reader needs to know to read the picture, and what is missing from it. */
export function keyOf(kind: ChartKind, data: ChartData): string[] {
  const lacks = kind.lacks(data);
  return lacks?.all ? [] : [...(kind.key?.(data) ?? []), ...(lacks ? [lacks.text] : [])];
}
