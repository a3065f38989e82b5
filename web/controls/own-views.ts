import { html, render } from 'lit';
import { parseViews, type View, viewAt, viewsText, withView } from './views.ts';

/** The key of the list in the browser's storage. */
const key = 'uptake-views';

/**
 * A reader's own list of named views, stored only in this browser: saves the current one, and exports and imports the
 * list as a file. `data-page` is the address of the page without its query, `data-here` the present query.
 */
export class OwnViews extends HTMLElement {
  static readonly observedAttributes = ['data-here'];
  private said = '';

  connectedCallback(): void {
    this.show();
  }

  attributeChangedCallback(): void {
    this.said = '';
    if (this.isConnected) this.show();
  }

  private get views(): View[] {
    try {
      return parseViews(localStorage.getItem(key) ?? '');
    } catch {
      return [];
    }
  }

  private keep(views: readonly View[], said: string): void {
    try {
      if (views.length) localStorage.setItem(key, viewsText(views, ''));
      else localStorage.removeItem(key);
      this.said = said;
    } catch {
      this.said = 'This browser keeps nothing for this site.';
    }
    this.show();
  }

  private save(): void {
    const text = viewsText(this.views, new URL(this.dataset.page!, location.href).href);
    const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    const link = document.createElement('a');
    link.href = url;
    link.download = 'views.json';
    link.click();
    URL.revokeObjectURL(url);
  }

  private async take(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    try {
      const found = parseViews(await file.text());
      this.keep(found.reduce(withView, this.views), `${found.length} taken in.`);
    } catch (error) {
      this.said = (error as Error).message;
      this.show();
    }
    input.value = '';
  }

  private show(): void {
    const { views } = this;
    const { page = '', here = '' } = this.dataset;
    const now = viewAt(here);
    render(
      html`${
        now
          ? html`<button class="button" type="button" @click=${() => this.keep(withView(this.views, now), `Kept: ${now.title}.`)}>Keep it in this browser</button>`
          : ''
      }
      ${
        views.length
          ? html`<p class="views__head" id="own-views">Kept in this browser</p>
            <ul class="views__list" aria-labelledby="own-views">
              ${views.map(
                (view) => html`<li class="views__item">
                  <a href=${`${page}${view.search}`}>${view.title}</a>
                  <button class="copy__button" type="button" @click=${() =>
                    this.keep(
                      this.views.filter(({ title }) => title !== view.title),
                      `Removed: ${view.title}.`,
                    )}>Remove<span class="unseen"> ${view.title}</span></button>
                </li>`,
              )}
            </ul>
            <button class="copy__button" type="button" @click=${() => this.save()}>Save the list as a file</button>`
          : ''
      }
      <label class="views__take">Take in a list from a file
        <input type="file" accept="application/json,.json" @change=${(event: Event) => this.take(event.target as HTMLInputElement)} /></label>
      <p role="status">${this.said}</p>`,
      this,
    );
  }
}
