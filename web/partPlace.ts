import { html, type TemplateResult } from 'lit';
import type { Ask } from './ask.ts';
import type { Address } from './page.ts';
import type { PartDeclaration, PartQuestion } from './part.ts';
import type { Part, PartData, PartId } from './parts.ts';

/** Parts of a page by id, with what each shows. */
export type PartsData<Id extends PartId> = { [One in Id]: PartData<One> };

/** Loads what parts show. */
export async function loadParts<Id extends PartId>(
  ask: Ask,
  ids: readonly Id[],
  question: PartQuestion,
): Promise<PartsData<Id>> {
  const { parts } = await import('./parts.ts');
  const loaded = ids.map(
    async (id) => [id, await (parts[id] as PartDeclaration<unknown>).load!(ask, question)] as const,
  );
  return Object.fromEntries(await Promise.all(loaded)) as PartsData<Id>;
}

let collected: Part[] | null = null;

/** A part's place in a page: filled on the server, and by its element in a browser. */
export function part<Id extends PartId>(
  id: Id,
  data: PartsData<Id>,
  address: Address,
): TemplateResult {
  const given: Part<Id> = { id, data: data[id], address };
  collected?.push(given as Part);
  return html`<page-part data-part=${id} .given=${given}></page-part>`;
}

/** What is made, and the parts that have a place in it. */
export function withParts<T>(make: () => T): { made: T; parts: Part[] } {
  const parts: Part[] = [];
  collected = parts;
  try {
    return { made: make(), parts };
  } finally {
    collected = null;
  }
}
