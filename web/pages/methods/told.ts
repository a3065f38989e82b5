import { ENGLAND } from '../../../data/definitions/levels.ts';
import type { BreakdownsRow, InequalityRow, ProjectionsRow } from '../../apiTypes.ts';
import type { Ask } from '../../ask.ts';

/** The results of the later methods on a release. */
export interface Told {
  /** England's next months; empty if there is too little to project from. */
  projections: ProjectionsRow[];
  /** England's indices of the latest month, or why there are none. */
  inequality: { row: InequalityRow | null; sentence: string };
  /** Practices by supplier, with intervals clustered by practice. */
  suppliers: BreakdownsRow[];
  /** Where the differences between practices are, as a sentence; null if unknown. */
  differences: string | null;
  /** What followed changes of supplier, as a sentence. */
  supplierChanges: string;
  /** How set-up and list size are related among CCGs, as a sentence. */
  paired: string;
  /** How much the common characteristics of peers explain, as a sentence. */
  explained: string | null;
}

/** Asks the API for projections, inequality, and differences between groups of practices. */
export async function fetchTold(
  ask: Ask,
  asked: { measure: string; practice: string | undefined; release: string | undefined },
): Promise<Told> {
  const { measure, practice, release } = asked;
  const whole = { measure, area: ENGLAND, release };
  const [projections, inequality, suppliers, variance, changes, pairs, peers] = await Promise.all([
    ask('/projections', whole),
    ask('/inequality', whole),
    ask('/breakdowns', { ...whole, by: 'supplier' }),
    ask('/variance', { measure, release }),
    ask('/events/supplier', { measure, release }),
    ask('/pairs', { measure, across: 'list_size', level: 'ccg', release }),
    practice ? ask('/peers', { measure, practice, release, limit: '1' }) : null,
  ]);
  const { missing, sentence } = inequality.meta;
  return {
    projections: projections.data,
    inequality: {
      row: inequality.data.at(-1) ?? null,
      sentence: sentence ?? missing ?? 'Too few practices have a score.',
    },
    suppliers: suppliers.data.filter(({ lower_95 }) => lower_95 !== null),
    differences: variance.meta.sentence,
    supplierChanges: changes.meta.sentence,
    paired: pairs.meta.sentence,
    explained: peers?.meta.explained_sentence ?? null,
  };
}
