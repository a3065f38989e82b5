import { html, type TemplateResult } from 'lit';
import { formatMonth } from '../../data/definitions/months.ts';
import { citeAt } from '../../data/words/source.ts';
import type { Meta } from '../ask.ts';
import { copyable } from '../controls/copyable.ts';
import type { Address } from '../page.ts';

export interface Table {
  /** Its contents: "All services and months". */
  text: string;
  /** The question to the API that returns it. */
  path: string;
  params: Record<string, string | undefined>;
}

export interface TakeAwayShown {
  meta: Meta;
  period: string;
  /** Title of the page, for citations. */
  title: string;
  tables: readonly Table[];
}

const formats = [
  ['csv', 'CSV'],
  ['xlsx', 'spreadsheet'],
  ['json', 'JSON'],
] as const;

/** Downloads, a permanent link, and how to cite the page. */
export function takeAway(address: Address, shown: TakeAwayShown): TemplateResult {
  const { meta, period, title, tables } = shown;
  const { release } = meta;
  const link = `${address.origin}${address.href({ release, period })}`;
  return html`<div class="take">
    <dl class="facts">
      ${tables.map(
        ({ text, path, params }) => html`<div class="facts__row">
          <dt>${text}</dt>
          <dd>
            ${formats.map(
              ([format, name], i) => html`${i ? ' · ' : ''}<a
                  href=${address.api(path, { ...params, release, format })}
                  download
                  aria-label=${`${text} as ${name}`}
                  >${name}</a
                >`,
            )}
          </dd>
        </div>`,
      )}
      <div class="facts__row">
        <dt>Link to these figures</dt>
        <dd><a class="take__link" href=${address.href({ release, period })}>${link}</a></dd>
      </div>
    </dl>
    ${copyable('Citation', citeAt(meta, `${title}, ${formatMonth(period)}`, link))}
    <p class="small">The link names its release, so it will show the same figures later on.</p>
  </div>`;
}
