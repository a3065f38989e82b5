/** A place suggested by the box. */
export interface Suggestion {
  name: string;
  detail: string;
  code: string;
  href: string;
}

export type Suggest = (text: string, signal: AbortSignal) => Promise<Suggestion[]>;

const pause = 120;

/**
 * Turns the search form inside it into an editable combobox with a list of suggestions, following the ARIA Authoring
 * Practices: arrows move, Enter opens, Escape closes and then clears. Fires `place-chosen` with the address of the
 * place or, if the element has an address in `data-to`, with that address and the place's code for `data-code`.
 */
export class FindAPlace extends HTMLElement {
  /** Gets suggestions; set once, before the first element is made. */
  static suggest: Suggest = async () => [];

  private input: HTMLInputElement | null = null;
  private list: HTMLUListElement | null = null;
  private status: HTMLElement | null = null;
  private found: Suggestion[] = [];
  private active = -1;
  private asking: AbortController | null = null;
  private timer = 0;

  connectedCallback(): void {
    const input = this.querySelector('input[name=q]');
    if (!(input instanceof HTMLInputElement) || this.list) return;
    this.input = input;
    this.list = document.createElement('ul');
    this.list.id = `${input.id}-list`;
    this.list.className = 'find__list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Practices and places');
    this.list.hidden = true;
    this.status = document.createElement('p');
    this.status.className = 'unseen';
    this.status.setAttribute('role', 'status');
    this.append(this.list, this.status);
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.list.id);
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('input', () => this.typed());
    input.addEventListener('keydown', (event) => this.pressed(event));
    input.addEventListener('blur', () => this.close());
    // The list must not take the focus from the box, and a finger may slide before it lifts.
    this.list.addEventListener('pointerdown', (event) => event.preventDefault());
    this.list.addEventListener('click', (event) => this.clicked(event));
  }

  disconnectedCallback(): void {
    this.asking?.abort();
    clearTimeout(this.timer);
  }

  private typed(): void {
    this.asking?.abort();
    clearTimeout(this.timer);
    const text = this.input!.value.trim();
    if (text.length < 2) this.close();
    else this.timer = window.setTimeout(() => this.ask(text), pause);
  }

  private async ask(text: string): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const found = await FindAPlace.suggest(text, asking.signal);
      if (!asking.signal.aborted) this.show(found);
    } catch {
      // Without suggestions the form still finds what was typed.
      if (!asking.signal.aborted) this.close();
    }
  }

  private show(found: Suggestion[]): void {
    this.found = found;
    this.active = -1;
    this.list!.replaceChildren(...found.map((place, i) => this.option(place, i)));
    if (!found.length) {
      const none = document.createElement('li');
      none.className = 'find__none';
      none.setAttribute('role', 'option');
      none.setAttribute('aria-disabled', 'true');
      none.textContent = 'Nothing found';
      this.list!.append(none);
    }
    this.list!.hidden = false;
    this.input!.setAttribute('aria-expanded', 'true');
    this.input!.removeAttribute('aria-activedescendant');
    this.status!.textContent = found.length
      ? `${found.length} ${found.length === 1 ? 'suggestion' : 'suggestions'}`
      : 'Nothing found';
  }

  private option({ name, detail }: Suggestion, i: number): HTMLLIElement {
    const option = document.createElement('li');
    option.id = `${this.list!.id}-${i}`;
    option.className = 'find__option';
    option.setAttribute('role', 'option');
    option.setAttribute('aria-selected', 'false');
    option.dataset.index = String(i);
    const title = document.createElement('span');
    title.className = 'find__name';
    title.textContent = name;
    const more = document.createElement('span');
    more.className = 'find__detail';
    more.textContent = detail;
    option.append(title, ' ', more);
    return option;
  }

  private pressed(event: KeyboardEvent): void {
    const open = !this.list!.hidden && this.found.length > 0;
    if (event.key === 'Escape') {
      if (!this.list!.hidden) event.preventDefault();
      this.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (open) this.move(event.key === 'ArrowDown' ? 1 : -1);
      else this.typed();
    } else if (event.key === 'Enter' && open && this.active >= 0) {
      event.preventDefault();
      this.choose(this.active);
    }
  }

  private move(by: number): void {
    const count = this.found.length;
    this.active = this.active < 0 && by < 0 ? count - 1 : (this.active + by + count) % count;
    for (const [i, option] of [...this.list!.children].entries()) {
      option.setAttribute('aria-selected', String(i === this.active));
      if (i !== this.active) continue;
      this.input!.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }

  private clicked(event: MouseEvent): void {
    const option = (event.target as Element).closest<HTMLElement>('[data-index]');
    if (option) this.choose(Number(option.dataset.index));
  }

  private choose(i: number): void {
    const { href, code } = this.found[i]!;
    const { to, code: gap } = this.dataset;
    const detail = to && gap ? to.replace(gap, encodeURIComponent(code)) : href;
    this.close();
    this.input!.value = '';
    this.dispatchEvent(new CustomEvent('place-chosen', { detail, bubbles: true }));
  }

  private close(): void {
    this.asking?.abort();
    clearTimeout(this.timer);
    if (!this.list) return;
    this.list.hidden = true;
    this.input!.setAttribute('aria-expanded', 'false');
    this.input!.removeAttribute('aria-activedescendant');
  }
}
