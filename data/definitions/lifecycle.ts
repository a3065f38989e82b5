import type { FindingKind } from './findings.ts';

/** An event in the life of a practice, and its source. */
export interface LifecycleEvent {
  id:
    | 'opened'
    | 'closed'
    | 'appeared'
    | 'vanished'
    | 'may_have_merged'
    | 'moved'
    | 'renamed'
    | 'changed_supplier'
    | 'supplier_renamed';
  title: string;
  description: string;
  /** The finding between two months of extracts that shows it; null for events that are found otherwise. */
  finding: FindingKind | null;
}

/**
 * When a practice that has left the extracts may have merged into another: the other is in the same CCG, and in that
 * very month its list grew by at least this share of the lost list and of its own list. If there are several, the one
 * that grew most is named. In extracts of real practices, growth is either about the whole list or next to none.
 */
export const mergerRule = { shareOfList: 0.5, shareOfOwnList: 0.05 } as const;

/** Every event, in the order in which those of one month are listed. */
export const lifecycleEvents: readonly LifecycleEvent[] = [
  {
    id: 'opened',
    title: 'Opened',
    description: 'The practice opened on that day, by the register of practices.',
    finding: null,
  },
  {
    id: 'closed',
    title: 'Closed',
    description: 'The practice closed on that day, by the register of practices.',
    finding: null,
  },
  {
    id: 'appeared',
    title: 'Appeared in the extracts',
    description: 'The practice is in the extract of the month and was not in the last one before.',
    finding: 'practice_appeared',
  },
  {
    id: 'vanished',
    title: 'Left the extracts',
    description: 'The practice is not in the extract of the month and was in the last one before.',
    finding: 'practice_vanished',
  },
  {
    id: 'may_have_merged',
    title: 'May have merged into another',
    description:
      'The practice left the extracts in a month in which the list of another in its CCG grew by at least half of its list, and by a twentieth of the other’s own. A reading of the figures, not a record of a merger; not made across months without a file.',
    finding: null,
  },
  {
    id: 'moved',
    title: 'Moved to another CCG',
    description:
      'The practice is in another CCG or sub-ICB location than in the last month that has it.',
    finding: 'ccg_changed',
  },
  {
    id: 'renamed',
    title: 'Changed its name',
    description: 'The practice changed its name since the last month that has it.',
    finding: 'name_changed',
  },
  {
    id: 'changed_supplier',
    title: 'Changed its system supplier',
    description:
      'The practice has the system of another supplier than in the last month before with a known supplier.',
    finding: null,
  },
  {
    id: 'supplier_renamed',
    title: 'Its system was listed under another name',
    description:
      'The published supplier gained or lost “(I)”, which marks two returns in a month; the system is the same.',
    finding: 'supplier_changed',
  },
];

export const lifecycleEventIds = lifecycleEvents.map(({ id }) => id);
