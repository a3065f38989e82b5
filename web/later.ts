import type { Page, PlacedPage } from './page.ts';

/** A page whose code is loaded when it is first visited, so that visits to others need not load it. */
export function later<Data>(pattern: string, bring: () => Promise<Page<Data>>): PlacedPage<Data> {
  let come: Page<Data> | undefined;
  const brought = async () => {
    come ??= await bring();
    return come;
  };
  return {
    pattern,
    async ready(data) {
      await (await brought()).ready?.(data);
    },
    load: async (ask, address) => (await brought()).load(ask, address),
    meta: (data) => come!.meta(data),
    title: (data, address) => come!.title(data, address),
    description: (data, address) => come!.description(data, address),
    crumbs: (data, address) => come!.crumbs(data, address),
    view: (data, address) => come!.view(data, address),
    elsewhere: (data, address) => come!.elsewhere?.(data, address) ?? null,
    dataset: (data, address) => come!.dataset?.(data, address) ?? null,
    card: (data, address) => come!.card?.(data, address) ?? null,
    enliven: () => come!.enliven?.(),
  };
}
