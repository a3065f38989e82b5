import type { TemplateResult } from 'lit';
import type { Ask } from './ask.ts';
import type { Address } from './page.ts';
import type { PartDeclaration, PartQuestion } from './part.ts';
import type { Part, PartData, PartId } from './parts.ts';
import { placed } from './placed.ts';

/** Parts of a page by id, with their data. */
export type PartsData<Id extends PartId> = { [One in Id]: PartData<One> };

let code: typeof import('./parts.ts') | undefined;

/** Loads the data of parts. */
export async function loadParts<Id extends PartId>(
  ask: Ask,
  ids: readonly Id[],
  question: PartQuestion,
): Promise<PartsData<Id>> {
  code ??= await import('./parts.ts');
  const { parts } = code;
  const loaded = ids.map(
    async (id) => [id, await (parts[id] as PartDeclaration<unknown>).load!(ask, question)] as const,
  );
  return Object.fromEntries(await Promise.all(loaded)) as PartsData<Id>;
}

/** A part's place in a page. */
export function part<Id extends PartId>(
  id: Id,
  data: PartsData<Id>,
  address: Address,
): TemplateResult {
  const given: Part<Id> = { id, data: data[id], address };
  return placed(given);
}
