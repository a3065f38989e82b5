import type { NewsKindId } from '../../../data/definitions/news.ts';
import type { NewsText } from '../../../data/words/news.ts';
import type { AreaRow } from '../../store/queries/areas.ts';

/** Something that readers are told once. */
export interface NewsEntry extends NewsText {
  /** The same in every release that has this news, however often it is built. */
  id: string;
  kind: NewsKindId;
  period: string;
  place: Pick<AreaRow, 'level' | 'area_code' | 'area_name'>;
  /** Ids of the measures it is about; empty if not about particular ones. */
  measures: readonly string[];
  /** The practice to follow from now on, if this one is gone. */
  followOn: string | null;
}

/** An entry for a place and month. There is one of each kind, whatever it is about. */
export const entryOf = (
  kind: NewsKindId,
  period: string,
  place: AreaRow,
  text: NewsText,
  { measures = [], followOn = null }: Partial<Pick<NewsEntry, 'measures' | 'followOn'>> = {},
): NewsEntry => ({
  id: `${kind}/${period}/${place.area_code}`,
  kind,
  period,
  place,
  measures,
  followOn,
  ...text,
});
