import type { TemplateResult } from 'lit';
import type { ServiceChoice } from '../data/definitions/measures.ts';
import type { Ask, Meta } from './ask.ts';
import type { Address } from './page.ts';

/** The question for a part of a page: one measure of one place in one month. */
export interface PartQuestion {
  area: string;
  service: ServiceChoice;
  measure: string;
  period: string;
  /** For example "in England". */
  where: string;
  meta: Meta;
}

/** A section drawn on the server, whose browser code loads when the page can be used. */
export interface PartDeclaration<Data> {
  /** Loads what it shows; if absent, the page provides that. */
  load?(ask: Ask, question: PartQuestion): Promise<Data>;
  view(data: Data, address: Address): TemplateResult | '';
}
