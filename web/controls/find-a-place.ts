import { ComboboxList } from './comboboxList.ts';

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
 * Turns the search form inside it into a combobox that suggests places. Fires `place-chosen` with the address of the
 * place or, if the element has an address in `data-to`, with that address and the place's code for `data-code`.
 */
export class FindAPlace extends HTMLElement {
  /** Gets suggestions; set once, before the first element is made. */
  static suggest: Suggest = async () => [];

  private input: HTMLInputElement | null = null;
  private below: ComboboxList | null = null;
  private found: Suggestion[] = [];
  private asking: AbortController | null = null;
  private timer = 0;

  connectedCallback(): void {
    const input = this.querySelector('input[name=q]');
    if (!(input instanceof HTMLInputElement) || this.below) return;
    this.input = input;
    this.below = new ComboboxList(input, {
      label: 'Practices and places',
      open: () => this.typed(),
      choose: (i) => this.choose(i),
      closed: () => this.stop(),
    });
    this.append(this.below.list, this.below.status);
    input.addEventListener('input', () => this.typed());
  }

  disconnectedCallback(): void {
    this.stop();
  }

  private stop(): void {
    this.asking?.abort();
    clearTimeout(this.timer);
  }

  private typed(): void {
    this.stop();
    const text = this.input!.value.trim();
    if (text.length < 2) this.below!.close();
    else this.timer = window.setTimeout(() => this.ask(text), pause);
  }

  private async ask(text: string): Promise<void> {
    const asking = new AbortController();
    this.asking = asking;
    try {
      const found = await FindAPlace.suggest(text, asking.signal);
      if (asking.signal.aborted) return;
      this.found = found;
      this.below!.show(found);
    } catch {
      // Without suggestions the form still finds what was typed.
      if (!asking.signal.aborted) this.below!.close();
    }
  }

  private choose(i: number): void {
    const { href, code } = this.found[i]!;
    const { to, code: gap } = this.dataset;
    const detail = to && gap ? to.replace(gap, encodeURIComponent(code)) : href;
    this.below!.close();
    this.input!.value = '';
    this.dispatchEvent(new CustomEvent('place-chosen', { detail, bubbles: true }));
  }
}
