import { render } from 'lit';
import { fetchAsk } from './api.ts';
import type { Ahead } from './controls/ahead.ts';
import { draw, elsewhere, type Loaded, loadPage } from './frame.ts';
import { addressOf, matchPage, sameFigures } from './route.ts';
import { site } from './site.ts';

interface State {
  /** The scroll position when it was left. */
  top?: number;
}

/**
 * Turns links and forms into navigation without reloading that behaves like a browser's: history, scroll position,
 * focus and an announcement. A page still loading when the next is asked for is abandoned.
 */
export class Navigation {
  private url = new URL(location.href);
  private asking: AbortController | null = null;
  private ahead: Ahead<Loaded> | undefined;
  private typing = 0;

  constructor(
    private readonly container: HTMLElement,
    private readonly prefix: string,
    private loaded: Loaded,
  ) {}

  start(): void {
    history.scrollRestoration = 'manual';
    const state = history.state as State | null;
    if (state?.top) {
      layOutWhole();
      scrollTo(0, state.top);
    }
    document.addEventListener('click', (event) => this.clicked(event));
    document.addEventListener('submit', (event) => this.submitted(event));
    document.addEventListener('change', (event) => this.changed(event));
    document.addEventListener('input', (event) => this.typed(event));
    document.addEventListener('click', printed);
    document.addEventListener('place-chosen', (event) => {
      this.go(new URL((event as CustomEvent<string>).detail, location.href), 'push');
    });
    document.addEventListener('choices-near', (event) => {
      this.ahead = (event as CustomEvent<Ahead<Loaded>>).detail;
      this.ahead.want(chosen, this.load);
    });
    addEventListener('popstate', (event) => this.popped(event.state as State | null));
    let waiting = 0;
    addEventListener('scroll', () => {
      clearTimeout(waiting);
      waiting = window.setTimeout(() => this.remember(), 100);
    });
  }

  private remember(): void {
    if (!this.asking) history.replaceState({ top: scrollY }, '');
  }

  private clicked(event: MouseEvent): void {
    const link = (event.target as Element | null)?.closest?.('a');
    if (!link || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (link.target || link.hasAttribute('download') || 'leave' in link.dataset) return;
    const url = new URL(link.href);
    if (url.origin !== location.origin || !matchPage(url, this.prefix)) return;
    if (url.hash && url.pathname === this.url.pathname && url.search === this.url.search) return;
    event.preventDefault();
    nameComing(link.textContent);
    this.go(url, 'push');
  }

  private submitted(event: SubmitEvent): void {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented || form.method !== 'get') return;
    const url = new URL(form.action);
    if (url.origin !== location.origin || !matchPage(url, this.prefix)) return;
    event.preventDefault();
    this.go(filledIn(form), 'push');
  }

  /** Filters a table while typing, without a history entry for each letter. */
  private typed(event: Event): void {
    const { form } = event.target as HTMLInputElement;
    if (!form || !('filter' in form.dataset)) return;
    clearTimeout(this.typing);
    this.typing = window.setTimeout(() => this.go(narrowed(form), 'replace'), 120);
  }

  /** Each of many choices in a row, as while months are played, makes no history entry. */
  private changed(event: Event): void {
    const [option] = (event.target as HTMLSelectElement).selectedOptions ?? [];
    if (!option?.form || !('choose' in option.form.dataset)) return;
    nameComing(option.text);
    this.go(chosen(option), (event as CustomEvent).detail === 'replace' ? 'replace' : 'push');
  }

  private popped(state: State | null): void {
    const url = new URL(location.href);
    const moved = url.pathname !== this.url.pathname || url.search !== this.url.search;
    // Back to what is still shown, before what was asked for has loaded, abandons that.
    if (moved || this.asking) this.go(url, 'back', state?.top ?? 0);
    else this.url = url;
  }

  private readonly load = (url: URL, signal: AbortSignal) =>
    loadPage(url, this.prefix, fetchAsk(this.prefix, signal));

  private async go(url: URL, how: 'push' | 'replace' | 'back', top = 0): Promise<void> {
    this.asking?.abort();
    const asking = new AbortController();
    this.asking = asking;
    const before = addressOf(this.url, this.prefix);
    const after = addressOf(url, this.prefix);
    if (how === 'push') {
      history.replaceState({ top: scrollY }, '');
      history.pushState({ top: 0 }, '', url);
    } else if (how === 'replace') {
      history.replaceState({ top: scrollY }, '', url);
    }
    document.documentElement.dataset.loading = '';
    const arranged = sameFigures(before, after);
    try {
      if (!arranged || this.loaded.problem) {
        const loaded = (await this.ahead?.taken(url)) ?? (await this.load(url, asking.signal));
        if (asking.signal.aborted) return;
        this.loaded = loaded;
      }
    } catch {
      return;
    }
    const to = elsewhere(url, this.prefix, this.loaded);
    if (to) return this.go(new URL(to, url), 'replace');
    delete document.documentElement.dataset.loading;
    nameComing('');
    this.asking = null;
    this.url = url;
    const focused = document.activeElement?.id;
    const { title } = this.show();
    // A table that is only sorted or filtered announces that itself.
    if (!arranged) document.getElementById('announcement')!.textContent = title;
    if (arranged && how !== 'back') this.refocus(focused);
    else this.settle(before.path === after.path, how, url, top);
  }

  private show(): { title: string } {
    const drawn = draw(this.url, this.prefix, this.loaded);
    render(site(drawn), this.container);
    document.title = drawn.title;
    drawn.enliven?.();
    return drawn;
  }

  /** A choice on the same page keeps focus and position. Another page starts at its heading, or where it was left. */
  private settle(samePage: boolean, how: 'push' | 'replace' | 'back', url: URL, top: number): void {
    if (how === 'back') {
      // A choice that was left before it loaded is still chosen in its list.
      for (const form of document.querySelectorAll<HTMLFormElement>('[data-choose]')) form.reset();
      scrollTo(0, top);
      return;
    }
    const target = url.hash && document.getElementById(decodeURIComponent(url.hash.slice(1)));
    // Navigating to the present address makes the browser find the target, as it does after loading.
    if (target) location.replace(url);
    else if (samePage) this.refocus();
    else this.begin();
  }

  private begin(): void {
    scrollTo(0, 0);
    this.container.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
  }

  /** Focuses the control with an id wherever it has moved; if the focused control has gone, the heading. */
  private refocus(id?: string): void {
    const moved = id ? document.getElementById(id) : null;
    if (moved) moved.focus({ preventScroll: true });
    else if (!document.activeElement || document.activeElement === document.body) {
      this.container.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
    }
  }
}

/** Lays out a finished page to its end. Until then the style sheet lets what is far down wait. */
export function layOutWhole(): void {
  document.documentElement.dataset.stands = '';
}

/** The present address, which may be ahead of the page, with a form's visible values. */
function narrowed(form: HTMLFormElement): URL {
  const url = new URL(location.href);
  url.searchParams.delete('rows');
  const filled = new FormData(form);
  for (const { name, type } of form.elements as Iterable<HTMLInputElement>) {
    if (!name || type === 'hidden') continue;
    const value = filled.get(name);
    if (typeof value === 'string' && value.trim()) url.searchParams.set(name, value.trim());
    else url.searchParams.delete(name);
  }
  return url;
}

/**
 * The present address, which may be ahead of the page, with an option of a list and the other values of its form and of
 * its own.
 */
function chosen(option: HTMLOptionElement): URL {
  const url = new URL(location.href);
  const also = [option.form!, option].flatMap(({ dataset }) => [
    ...new URLSearchParams(dataset.also),
  ]);
  for (const [name, value] of [...also, [option.closest('select')!.name, option.value] as const]) {
    if (value) url.searchParams.set(name, value);
    else url.searchParams.delete(name);
  }
  return url;
}

/** Announces what is loading, in the page's place for that, above what it still shows. */
function nameComing(text: string | undefined): void {
  for (const place of document.querySelectorAll<HTMLElement>('[data-coming]')) {
    place.dataset.coming = text?.replace(/\s+/g, ' ').trim() ?? '';
  }
}

/** The address that a form leads to, with its values. */
function filledIn(form: HTMLFormElement): URL {
  const url = new URL(form.action);
  url.search = '';
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value.trim()) url.searchParams.set(name, value.trim());
  }
  return url;
}

function printed(event: MouseEvent): void {
  if ((event.target as Element | null)?.closest?.('[data-print]')) print();
}
