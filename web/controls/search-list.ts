import { ComboboxList } from './comboboxList.ts';

/**
 * Makes the list to choose from inside it a box to type in, whose words find its options, also by their group and
 * `data-words`. What is chosen is chosen in the list, as by hand.
 */
export class SearchList extends HTMLElement {
  private readonly input = document.createElement('input');
  private below: ComboboxList | null = null;
  private found: HTMLOptionElement[] = [];

  connectedCallback(): void {
    // A property set before the element was defined hides the setter.
    if (Object.hasOwn(this, 'chosen')) delete (this as Partial<SearchList>).chosen;
    if (!this.below) this.build();
    this.follow();
  }

  /** What the page shows as chosen. */
  set chosen(_: string) {
    // The options are drawn after the element that they are in.
    queueMicrotask(() => this.follow());
  }

  private get list(): HTMLSelectElement {
    return this.querySelector('select')!;
  }

  private build(): void {
    const { input, list } = this;
    const label = this.querySelector('label')!;
    input.id = `${list.id}-box`;
    input.className = `${list.className} search-list__box`;
    input.autocomplete = 'off';
    input.spellcheck = false;
    label.htmlFor = input.id;
    this.below = new ComboboxList(input, {
      label: label.textContent!.trim(),
      open: () => this.open(''),
      choose: (i) => this.choose(this.found[i]!),
      closed: () => this.follow(),
    });
    input.addEventListener('click', () => {
      input.select();
      this.open('');
    });
    input.addEventListener('input', () => this.open(input.value));
    input.addEventListener('keydown', (event) => {
      // The form has nothing to send: a choice is made by choosing.
      if (event.key === 'Enter') event.preventDefault();
    });
    // What is typed is not a choice yet.
    input.addEventListener('change', (event) => event.stopPropagation());
    // The list has its former choice again only after this event.
    list.form!.addEventListener('reset', () => setTimeout(() => this.follow()));
    list.hidden = true;
    list.before(input);
    this.append(this.below.list, this.below.status);
  }

  private follow(): void {
    if (this.below) this.input.value = this.list.selectedOptions[0]?.text ?? '';
  }

  private open(text: string): void {
    const sought = wordsOf(text);
    this.found = [...this.list.options].filter((option) => {
      const words = wordsOf(
        `${option.text} ${groupOf(option) ?? ''} ${option.dataset.words ?? ''}`,
      );
      return sought.every((one) => words.some((word) => word.startsWith(one)));
    });
    const at = sought.length ? 0 : this.found.findIndex(({ selected }) => selected);
    this.below!.show(
      this.found.map((option) => ({ name: option.text, group: groupOf(option) })),
      Math.min(at, this.found.length - 1),
    );
  }

  private choose(option: HTMLOptionElement): void {
    const { list } = this;
    const isNew = !option.selected;
    list.value = option.value;
    this.below!.close();
    if (isNew) list.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

const groupOf = ({ parentElement: parent }: HTMLOptionElement): string | undefined =>
  parent instanceof HTMLOptGroupElement ? parent.label : undefined;
