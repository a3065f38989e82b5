import { escaped } from '../../data/definitions/markup.ts';
import type { Ask, Meta } from '../ask.ts';
import type { Address } from '../page.ts';

export interface OutlookAsked {
  area: string;
  measure: string;
  period: string;
  meta: Meta;
}

/** How many months on are told. */
const ahead = 3;

/**
 * What may come and where a place stands to national targets, as HTML made once. Empty where neither can be told.
 */
export async function outlookMarkup(
  ask: Ask,
  address: Address,
  { area, measure, period, meta }: OutlookAsked,
): Promise<string> {
  const { release } = meta;
  const [{ data: projected }, { data: targets }] = await Promise.all([
    ask('/projections', { area, measure, period, ahead: String(ahead), release }),
    ask('/targets', { area, period, release }),
  ]);
  const sentence = projected.at(-1)?.sentence;
  // A target years from the figure says nothing of it.
  const told = targets.filter(({ read_period }) => read_period !== null);
  if (!sentence && !told.length) return '';
  const lines = told.map((one) => `<li>${escaped(one.sentence)}</li>`).join('');
  const csv = address.api('/projections', { area, measure, period, format: 'csv' });
  return `<section class="section" aria-labelledby="outlook"><h2 class="section__title" id="outlook">Targets, and what may come</h2>${lines ? `<ul class="points">${lines}</ul>` : ''}${sentence ? `<p>${escaped(sentence)} <a href="${escaped(address.link('/methods'))}#projections">How this is worked out</a></p><p><a href="${escaped(csv)}" download>Download the next months as CSV</a></p>` : ''}</section>`;
}
