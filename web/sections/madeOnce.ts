import type { Ask } from '../ask.ts';
import type { Address } from '../page.ts';
import type { FairnessAsked } from './fairness.ts';
import type { Outlook, OutlookAsked } from './outlook.ts';
import type { Told } from './told.ts';

/** Sections of an area as HTML, empty if there is nothing to show. */
export interface MadeOnce extends Outlook {
  /** Who is left out, by deprivation. */
  fairness: Told;
}

/** Makes the sections that never change after loading, so that their code is loaded only with the next page. */
export async function madeOnce(
  ask: Ask,
  address: Address,
  asked: FairnessAsked & OutlookAsked,
): Promise<MadeOnce> {
  const [{ fairnessMarkup }, { outlookMarkup }] = await Promise.all([
    import('./fairness.ts'),
    import('./outlook.ts'),
  ]);
  const [fairness, outlook] = await Promise.all([
    fairnessMarkup(ask, address, asked),
    outlookMarkup(ask, address, asked),
  ]);
  return { fairness, ...outlook };
}
