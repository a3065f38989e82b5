/** A view of the figures that a reader has named: its address, name and note. */
export interface View {
  title: string;
  note: string;
  /** The query string of its address. */
  search: string;
}

/** The most views that are kept, and the longest address that browsers and servers accept. */
const most = 200;
const longest = 4000;

/** The view at an address; null if it has no title. */
export function viewAt(search: string): View | null {
  const asked = new URLSearchParams(search);
  const title = asked.get('title')?.trim();
  return title ? { title, note: asked.get('note')?.trim() ?? '', search } : null;
}

/** A list of views with one appended, replacing one with the same title. */
export const withView = (views: readonly View[], view: View): View[] =>
  [...views.filter(({ title }) => title !== view.title), view].slice(-most);

/** A list as the text of a file. */
export const viewsText = (views: readonly View[], page: string): string =>
  `${JSON.stringify(
    views.map(({ title, note, search }) => ({ title, note, address: `${page}${search}` })),
    null,
    2,
  )}\n`;

/** The views in the text of a file, even if saved from another site; throws if it is not such a list. */
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
