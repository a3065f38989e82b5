import MiniSearch from 'minisearch';
import { levelIds, type PlaceLevel } from '../../data/definitions/levels.ts';
import type { Catalogue } from '../store/catalogue.ts';
import type { AreaRow } from '../store/queries/areas.ts';
import { practicesAt } from './postcodes.ts';

/** Larger places come first among equal answers. */
const sizes: readonly PlaceLevel[] = levelIds;

/** The words of a text, as they are looked for. */
export const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Finds places and practices by code, postcode, name or part of a name, forgiving a slip of the keyboard. */
export class PlaceSearch {
  private constructor(
    private readonly catalogue: Catalogue,
    private readonly index: MiniSearch,
  ) {}

  /** Indexes the places of a release, a few at a time, so that others are answered meanwhile. */
  static async of(catalogue: Catalogue): Promise<PlaceSearch> {
    const index = new MiniSearch({
      idField: 'area_code',
      fields: ['area_code', 'area_name'],
      tokenize: words,
    });
    await index.addAllAsync([...catalogue.areas.values()], { chunkSize: 250 });
    return new PlaceSearch(catalogue, index);
  }

  /** The places that answer best: a code or postcode first, then larger areas and names that begin alike. */
  find(text: string): AreaRow[] {
    const { areas } = this.catalogue;
    const exact = areas.get(text.trim().toUpperCase());
    const first = new Set([...(exact ? [exact] : []), ...practicesAt(text, this.catalogue)]);
    const found = this.index
      .search(text, {
        prefix: true,
        fuzzy: (term) => (term.length > 3 ? 0.2 : false),
        combineWith: 'AND',
        boost: { area_code: 3 },
        boostDocument: (code) =>
          1 + (sizes.length - 1 - sizes.indexOf(areas.get(code)!.level)) * 0.1,
      })
      .map(({ id }) => areas.get(id)!)
      .filter((area) => !first.has(area));
    return [...first, ...found];
  }
}

const searches = new WeakMap<Catalogue, Promise<PlaceSearch>>();

/** The search of a release, made when it is first asked. */
export function placeSearch(catalogue: Catalogue): Promise<PlaceSearch> {
  let search = searches.get(catalogue);
  if (!search) searches.set(catalogue, (search = PlaceSearch.of(catalogue)));
  return search;
}
