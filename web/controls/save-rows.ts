/** A button that saves rows as a file, just as they are shown; they are made when it is pressed. */
export class SaveRows extends HTMLElement {
  /** The file's text; declared alone, for a value given before the element is defined must stay. */
  declare make: (() => string) | undefined;

  connectedCallback(): void {
    if (this.hasChildNodes()) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy__button';
    button.textContent = 'Download these rows (CSV)';
    button.addEventListener('click', () => this.save());
    this.append(button);
  }

  private save(): void {
    const url = URL.createObjectURL(
      new Blob(['\uFEFF', this.make?.() ?? ''], { type: 'text/csv' }),
    );
    const link = document.createElement('a');
    link.href = url;
    link.download = this.dataset.name ?? 'rows.csv';
    link.click();
    URL.revokeObjectURL(url);
  }
}
