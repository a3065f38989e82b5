import { html, type TemplateResult } from 'lit';
import { chartFigure } from '../charts/figure.ts';
import { type SupplierData, supplierKind } from '../charts/kinds/supplier.ts';
import type { Address } from '../page.ts';

/** What a change of supplier does, as a section with its chart; nothing where no practice changed. */
export const supplierChangesView = (data: SupplierData, address: Address): TemplateResult | '' =>
  supplierKind.lacks(data)?.all
    ? ''
    : html`<section class="section" aria-labelledby="supplier-changes">
        <h2 class="section__title" id="supplier-changes">When practices change supplier</h2>
        <p class="section__lead">${data.said}</p>
        <p>
          Practices choose when to change and to which supplier, and several things change with it. The study shows what
          followed, held against practices that stayed.
          <a href=${address.api('/events/supplier/practices', { measure: data.measure, format: 'csv' })} download>Every change as CSV</a>
        </p>
        ${chartFigure(supplierKind, data, address, 'supplier')}
      </section>`;
