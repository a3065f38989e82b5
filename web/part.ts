import type { TemplateResult } from 'lit';
import type { ServiceChoice } from '../data/definitions/measures.ts';
import type { Ask, Meta } from './ask.ts';
import type { Address } from './page.ts';

/** What a part of a page is loaded for: one measure of one place in one month. */
export interface PartQuestion {
  area: string;
  service: ServiceChoice;
  measure: string;
  period: string;
  /** "in England" */
  where: string;
  meta: Meta;
}

/** A section that is drawn on the server; in a browser its code comes when the page can be used. */
export interface PartDeclaration<Data> {
  /** Loads what it shows; without it the page gives that. */
  load?(ask: Ask, question: PartQuestion): Promise<Data>;
  view(data: Data, address: Address): TemplateResult | '';
}
