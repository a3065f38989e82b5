/** Pages asked for ahead, at most. */
const most = 3;

interface Loaded {
  problem: unknown;
}

interface Coming<Page> {
  asking: AbortController;
  /** Null if it was given up or has a problem, so that it is asked for again once it is wanted. */
  loaded: Promise<Page | null>;
}

/** Pages of options that may be chosen next, loaded before they are asked for. */
export class Ahead<Page extends Loaded = Loaded> {
  /** The options, the nearest first. */
  near: readonly HTMLOptionElement[] = [];
  private readonly coming = new Map<string, Coming<Page>>();

  /** Loads the pages of the nearest options, and gives up all others. */
  want(
    urlOf: (option: HTMLOptionElement) => URL,
    load: (url: URL, signal: AbortSignal) => Promise<Page>,
  ): void {
    const wanted = this.near.slice(0, most).map(urlOf);
    for (const [href, { asking }] of this.coming) {
      if (wanted.some((url) => url.href === href)) continue;
      asking.abort();
      this.coming.delete(href);
    }
    for (const url of wanted) {
      if (this.coming.has(url.href)) continue;
      const asking = new AbortController();
      const loaded = load(url, asking.signal).then(
        (page) => (page.problem ? null : page),
        () => null,
      );
      this.coming.set(url.href, { asking, loaded });
    }
  }

  /** The page at a URL, if it is among them; from then on it is not given up. */
  taken({ href }: URL): Promise<Page | null> | undefined {
    const found = this.coming.get(href);
    this.coming.delete(href);
    return found?.loaded;
  }
}
