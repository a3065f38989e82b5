/** A view of the figures that a reader named: where it is, what it is called and what is noted of it. */
export interface View {
  title: string;
  note: string;
  /** What stands after the question mark of its address. */
  search: string;
}

/** So many are kept at most, and no address is longer than browsers and servers take. */
const most = 200;
const longest = 4000;

/** The view at an address; null where it has no title. */
export function viewAt(search: string): View | null {
  const asked = new URLSearchParams(search);
  const title = asked.get('title')?.trim();
  return title ? { title, note: asked.get('note')?.trim() ?? '', search } : null;
}

/** A list of views with one more at its end, in place of one of the same title. */
export const withView = (views: readonly View[], view: View): View[] =>
  [...views.filter(({ title }) => title !== view.title), view].slice(-most);

/** A list as a file holds it. */
export const viewsText = (views: readonly View[], page: string): string =>
  `${JSON.stringify(
    views.map(({ title, note, search }) => ({ title, note, address: `${page}${search}` })),
    null,
    2,
  )}\n`;

/** The views in the text of a file, those of other sites too, to be seen here; throws where it is no such list. */
export function parseViews(text: string): View[] {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new Error('This file is no list of views.');
  }
  const all = Array.isArray(read) ? read : [read];
  const views = all.flatMap((one) => {
    const { address } = (one ?? {}) as { address?: unknown };
    if (typeof address !== 'string' || address.length > longest) return [];
    const [, search] = /^[^?#]*(\?[^#]*)/.exec(address) ?? [];
    return search ? (viewAt(search) ?? []) : [];
  });
  if (!views.length || views.length < all.length) throw new Error('This file is no list of views.');
  return views.slice(-most);
}
