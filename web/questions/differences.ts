import { differencesHeadline } from '../../data/words/variance.ts';
import type { Ask } from '../ask.ts';
import type { PartQuestion } from '../part.ts';

/** What differences lie between, from the largest places to single practices; suppliers cross them. */
export type Between = 'region' | 'subregion' | 'ccg' | 'supplier' | 'practice';

/** How much of all differences between practices lies between what, in percent. */
export interface Differences {
  measure: string;
  period: string;
  shares: { between: Between; share: number }[];
  practices: number;
  sentence: string | null;
}

/** Where the differences between England's practices lie in a month. */
export async function fetchDifferences(
  ask: Ask,
  { measure, period, meta: { release } }: PartQuestion,
): Promise<Differences> {
  const { data, meta } = await ask('/variance', { measure, period, release });
  const components = data.filter(({ kind }) => kind === 'component');
  return {
    measure,
    period,
    // Nothing is known of differences between the groups of a level that has a single one.
    shares: components
      .filter(({ groups }) => groups > 1)
      .map(({ level, share }) => ({ between: level, share })),
    practices: components[0]?.practices ?? 0,
    sentence: meta.sentence ?? null,
  };
}

/** The finding of where the differences lie, in a few words; empty where nobody can tell. */
export function differencesGist({ sentence, shares }: Differences): string {
  const of = (between: Between) => shares.find((one) => one.between === between)?.share ?? 0;
  return sentence ? differencesHeadline({ practice: of('practice'), ccg: of('ccg') }) : '';
}
