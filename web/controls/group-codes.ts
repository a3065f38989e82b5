/**
 * Lets the form inside it accept a file of practice codes, chosen or dropped, and a table pasted into its box. Only the
 * codes are sent.
 */
export class GroupCodes extends HTMLElement {
  private made = false;

  connectedCallback(): void {
    const form = this.querySelector('form');
    const box = this.querySelector('textarea');
    if (!form || !box || this.made) return;
    this.made = true;
    box.removeAttribute('maxlength');
    form.addEventListener('submit', (event) => {
      // If the box contains anything but codes, it is cleaned first and sent then.
      if (!/[^A-Z0-9,\s]/i.test(box.value) && !/[\t\n]/.test(box.value)) return;
      event.preventDefault();
      this.send(form, box, box.value);
    });
    const file = this.querySelector<HTMLInputElement>('input[type=file]');
    file?.addEventListener('change', () => this.take(form, box, file.files?.[0]));
    this.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.dataset.over = '';
    });
    this.addEventListener('dragleave', () => delete this.dataset.over);
    this.addEventListener('drop', (event) => {
      event.preventDefault();
      delete this.dataset.over;
      const { files } = event.dataTransfer!;
      const text = event.dataTransfer!.getData('text');
      if (files.length) this.take(form, box, files[0]);
      else if (text) this.send(form, box, text);
    });
  }

  private async take(form: HTMLFormElement, box: HTMLTextAreaElement, file: File | undefined) {
    if (file) await this.send(form, box, await file.text());
  }

  private async send(form: HTMLFormElement, box: HTMLTextAreaElement, text: string) {
    const { pastedCodes } = await import('./pasted-codes.ts');
    box.value = pastedCodes(text).join(',');
    form.requestSubmit();
  }
}

customElements.define('group-codes', GroupCodes);
