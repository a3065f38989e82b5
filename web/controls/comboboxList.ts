/** An option of the list below a box to type in. */
export interface ListOption {
  name: string;
  detail?: string;
  /** Options of the same group, one after the other, have it as a heading. */
  group?: string;
}

interface Behaviour {
  /** What is listed, for screen readers. */
  label: string;
  /** Asked to show the list, by an arrow key. */
  open(): void;
  /** Told of the option chosen, by its index. */
  choose(i: number): void;
  /** Told that the list was closed, or left while it was. */
  closed(): void;
}

/**
 * The list of a box to type in, which together are an editable combobox as the ARIA Authoring Practices describe it:
 * arrows move, Enter chooses, Escape and leaving the box close.
 */
export class ComboboxList {
  readonly list = document.createElement('div');
  /** How many options there are, announced. */
  readonly status = document.createElement('p');
  private options: HTMLElement[] = [];
  private active = -1;

  constructor(
    private readonly input: HTMLInputElement,
    private readonly behaviour: Behaviour,
  ) {
    const { list, status } = this;
    list.id = `${input.id}-list`;
    list.className = 'find__list';
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', behaviour.label);
    list.hidden = true;
    status.className = 'unseen';
    status.setAttribute('role', 'status');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', list.id);
    input.setAttribute('aria-expanded', 'false');
    input.addEventListener('keydown', (event) => this.pressed(event));
    input.addEventListener('blur', () => this.close());
    // The list must not take the focus from the box, and a finger may slide before it lifts.
    list.addEventListener('pointerdown', (event) => event.preventDefault());
    list.addEventListener('click', ({ target }) => {
      const option = (target as Element).closest<HTMLElement>('.find__option');
      if (option) this.behaviour.choose(this.options.indexOf(option));
    });
  }

  /** Shows options, one of them as the one that Enter chooses. */
  show(found: readonly ListOption[], active = -1): void {
    this.options = found.map((one, i) => this.option(one, i));
    this.list.replaceChildren(...this.grouped(found));
    if (!found.length) {
      const none = element('find__none', 'option', 'Nothing found');
      none.setAttribute('aria-disabled', 'true');
      this.list.append(none);
    }
    this.list.hidden = false;
    this.input.setAttribute('aria-expanded', 'true');
    this.activate(active);
    this.status.textContent = found.length
      ? `${found.length} ${found.length === 1 ? 'suggestion' : 'suggestions'}`
      : 'Nothing found';
  }

  close(): void {
    this.list.hidden = true;
    this.input.setAttribute('aria-expanded', 'false');
    this.input.removeAttribute('aria-activedescendant');
    this.behaviour.closed();
  }

  private option({ name, detail }: ListOption, i: number): HTMLElement {
    const option = element('find__option', 'option');
    option.id = `${this.list.id}-${i}`;
    option.append(element('find__name', '', name));
    if (detail) option.append(' ', element('find__detail', '', detail));
    return option;
  }

  private grouped(found: readonly ListOption[]): HTMLElement[] {
    const rows: HTMLElement[] = [];
    let last: string | undefined;
    for (const [i, { group }] of found.entries()) {
      if (!group) rows.push(this.options[i]!);
      else {
        if (group !== last) {
          const heading = element('find__group', '', group);
          heading.setAttribute('aria-hidden', 'true');
          const rowGroup = element('', 'group');
          rowGroup.setAttribute('aria-label', group);
          rowGroup.append(heading);
          rows.push(rowGroup);
        }
        rows.at(-1)!.append(this.options[i]!);
      }
      last = group;
    }
    return rows;
  }

  private pressed(event: KeyboardEvent): void {
    const open = !this.list.hidden && this.options.length > 0;
    const { key } = event;
    if (key === 'Escape') {
      if (!this.list.hidden) event.preventDefault();
      this.close();
    } else if (key === 'ArrowDown' || key === 'ArrowUp') {
      event.preventDefault();
      if (open) this.move(key === 'ArrowDown' ? 1 : -1);
      else this.behaviour.open();
    } else if (key === 'Enter' && open && this.active >= 0) {
      event.preventDefault();
      this.behaviour.choose(this.active);
    }
  }

  private move(by: number): void {
    const count = this.options.length;
    this.activate(this.active < 0 && by < 0 ? count - 1 : (this.active + by + count) % count);
  }

  private activate(at: number): void {
    this.active = at;
    this.input.removeAttribute('aria-activedescendant');
    for (const [i, option] of this.options.entries()) {
      option.setAttribute('aria-selected', String(i === at));
      if (i !== at) continue;
      this.input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    }
  }
}

function element(name: string, role: string, text = ''): HTMLElement {
  const made = document.createElement(role ? 'div' : 'span');
  made.className = name;
  if (role) made.setAttribute('role', role);
  made.textContent = text;
  return made;
}
