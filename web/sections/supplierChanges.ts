import { html, type TemplateResult } from 'lit';
import { chartFigure } from '../charts/figure.ts';
import { type SupplierData, supplierKind } from '../charts/kinds/supplier.ts';
import { methodLink } from '../methodLink.ts';
import type { Address } from '../page.ts';

/** The effect of a change of supplier, with its chart. */
export const supplierChangesView = (data: SupplierData, address: Address): TemplateResult =>
  html`<p class="section__lead">${data.said}</p>
    <p class="on">
      <a href=${address.api('/events/supplier/practices', { measure: data.measure, release: data.meta.release, format: 'csv' })} download>Every change as CSV</a>.
      ${methodLink(address, 'supplier-changes')}
    </p>
    ${chartFigure(supplierKind, data, address, 'supplier')}`;
