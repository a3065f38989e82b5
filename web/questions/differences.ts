import { differencesHeadline } from '../../data/words/variance.ts';
import type { Ask } from '../ask.ts';
import type { PartQuestion } from '../part.ts';

/** Levels between which practices differ, from the largest places to single practices. Suppliers cut across them. */
export type Between = 'region' | 'subregion' | 'ccg' | 'supplier' | 'practice';

/** The share of all differences between practices at each level, in percent. */
export interface Differences {
  measure: string;
  period: string;
  shares: { between: Between; share: number }[];
  practices: number;
  sentence: string | null;
}

/** Where the differences between England's practices are in a month. */
export async function fetchDifferences(
  ask: Ask,
  { measure, period, meta: { release } }: PartQuestion,
): Promise<Differences> {
  const { data, meta } = await ask('/variance', { measure, period, release });
  const components = data.filter(({ kind }) => kind === 'component');
  return {
    measure,
    period,
    // A level with a single group says nothing about differences between groups.
    shares: components
      .filter(({ groups }) => groups > 1)
      .map(({ level, share }) => ({ between: level, share })),
    practices: components[0]?.practices ?? 0,
    sentence: meta.sentence ?? null,
  };
}

/** Where most differences are, in a few words; empty if unknown. */
export function differencesGist({ sentence, shares }: Differences): string {
  const of = (between: Between) => shares.find((one) => one.between === between)?.share ?? 0;
  return sentence ? differencesHeadline({ practice: of('practice'), ccg: of('ccg') }) : '';
}
