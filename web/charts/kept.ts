import { html, type TemplateResult } from 'lit';
import type { Address } from '../page.ts';
import type { ChartTable } from './kind.ts';
import { codesOf } from './rows.ts';
import type { LinkTo } from './table.ts';

/** The places kept in a chart, each with its cell of the table and links. */
export function keptPlaces(
  { columns, rows }: ChartTable,
  address: Address,
  { linkTo }: { linkTo?: LinkTo },
): TemplateResult | '' {
  const codes = address.query.area?.toUpperCase().split(',') ?? [];
  if (!codes.length) return '';
  const all = codesOf(rows);
  const kept = codes
    .map((code) => all.indexOf(code))
    .flatMap((at) => (at < 0 ? [] : rows.slice(at, at + 1)))
    .filter(([first]) => first!.place);
  if (!kept.length) return '';
  const without = (code: string) =>
    address.href({ area: codes.filter((one) => one !== code).join(',') || undefined });
  return html`<section class="kept" aria-label="Kept places">
    <ul class="kept__list">
      ${kept.map(([first, ...cells]) => {
        const { level, code } = first!.place!;
        return html`<li class="kept__item" data-code=${code}>
          <p class="kept__name">${first!.text}</p>
          <dl class="kept__figures">
            ${cells.map(
              ({ text, of }, i) => html`<div><dt>${columns[i + 1]!.title}</dt>
                <dd>${text}${of ? html` <span class="table__of">${of}</span>` : ''}</dd></div>`,
            )}
          </dl>
          <p class="kept__ways">
            ${linkTo && level !== 'group' ? html`<a href=${linkTo(level, code)}>Its page<span class="unseen">: ${first!.text}</span></a>` : ''}
            <a href=${without(code)}>Let go<span class="unseen">: ${first!.text}</span></a>
          </p>
        </li>`;
      })}
    </ul>
    ${
      codes.length > 1
        ? html`<p class="kept__all"><a href=${address.link('/compare', { area: codes.join(',') })}>Compare these places</a></p>`
        : ''
    }
  </section>`;
}
