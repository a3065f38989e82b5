import { html, type TemplateResult } from 'lit';
import { formatMonth } from '../../data/definitions/months.ts';

/** A list of months, latest first. The button is for browsers without script; with script, choosing is enough. */
export function pickAMonth(
  periods: readonly string[],
  period: string,
  action: string,
  others: Record<string, string | undefined>,
): TemplateResult {
  return html`<form class="month" method="get" action=${action} data-choose>
    ${Object.entries(others).map(([name, value]) =>
      value ? html`<input type="hidden" name=${name} value=${value} />` : '',
    )}
    <label class="month__label" for="period">Month</label>
    <select class="month__select" id="period" name="period">
      ${[...periods]
        .reverse()
        .map(
          (one) =>
            html`<option value=${one} ?selected=${one === period}>${formatMonth(one)}</option>`,
        )}
    </select>
    <button class="button month__button" type="submit">Show</button>
  </form>`;
}
