/** A kind of news, and when it is given. */
interface NewsKind {
  id:
    | 'release'
    | 'notice'
    | 'withdrawn'
    | 'revised'
    | 'unusual_change'
    | 'target_met'
    | 'may_have_merged'
    | 'appeared'
    | 'closed'
    | 'left'
    | 'changed_supplier'
    | 'moved_far'
    | 'not_reported';
  title: string;
  description: string;
}

export type NewsKindId = NewsKind['id'];

/** With fewer changes than this, including the month's own, there is no telling what is unusual. */
export const fewestChangesTold = 10;

/** A change of an area is news if it is at least this part of the least difference that matters. */
export const leastChangeTold = 0.25;

/** Every kind of news, in the order in which news of one month is listed. */
export const newsKinds: readonly NewsKind[] = [
  {
    id: 'release',
    title: 'New figures',
    description: 'A release was published. Told in the news of England only.',
  },
  {
    id: 'notice',
    title: 'Correction or note',
    description:
      'A correction, a note or a warning about the quality of a release was published. One about a place is told in the news of that place and of England.',
  },
  {
    id: 'withdrawn',
    title: 'Release withdrawn',
    description: 'A release was withdrawn. Told in the news of every place.',
  },
  {
    id: 'revised',
    title: 'Figures revised',
    description:
      'The release has other figures of patients set up than the one before it, for months that both have. Told in the news of the place itself.',
  },
  {
    id: 'unusual_change',
    title: 'Unusual change',
    description: `The share of an area’s patients who are set up changed by more than is usual: beyond the limits of an XmR chart of its monthly changes up to then, of which there are at least ${fewestChangesTold}, and by at least a quarter of the least difference that matters. Of steady series, fewer than 1 in 100 give such an entry in a month.`,
  },
  {
    id: 'target_met',
    title: 'Level of a target reached',
    description:
      'The share of patients set up at the place is at or above a national target for the first time in the extracts; whether the target was met is told from its month on. A practice’s is told in its own news only.',
  },
  {
    id: 'may_have_merged',
    title: 'May have merged into another',
    description:
      'The practice left the extracts as the list of another in its CCG grew; the entry names the one to follow from now on.',
  },
  {
    id: 'appeared',
    title: 'Appeared in the extracts',
    description: 'The practice is in the extract of the month and was not in the last one before.',
  },
  {
    id: 'closed',
    title: 'Closed',
    description: 'The practice closed, by the register of practices.',
  },
  {
    id: 'left',
    title: 'Left the extracts',
    description:
      'The practice is not in the extract of the month and was in the last one before. Where it closed or may have merged, that is told instead.',
  },
  {
    id: 'changed_supplier',
    title: 'Changed its system supplier',
    description:
      'The practice moved to the system of another supplier, with what that did to the patients set up.',
  },
  {
    id: 'moved_far',
    title: 'Patients set up moved far',
    description:
      'Patients set up at the practice fell to none from 100 or more, or moved further in a month than is usual at practices of its size and supplier. Where it changed supplier in that month, that is told instead.',
  },
  {
    id: 'not_reported',
    title: 'Not reported',
    description:
      'The practice is in the extract without figures that it had in the month before. Told once, in the first such month.',
  },
];

/** Whether news is about releases, which the calendar of releases tells of, and not about a place and its figures. */
export const isOfReleases = (kind: string): boolean =>
  kind === 'release' || kind === 'notice' || kind === 'withdrawn';

export const newsKindIds = newsKinds.map(({ id }) => id);
