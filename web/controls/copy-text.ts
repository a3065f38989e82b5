import { accessDay } from '../../data/words/source.ts';

/** Adds a button to a text that copies it and confirms; a citation gets today's date as the day of access. */
export class CopyText extends HTMLElement {
  private button: HTMLButtonElement | null = null;

  connectedCallback(): void {
    this.date();
    if (this.button || !navigator.clipboard) return;
    this.button = document.createElement('button');
    this.button.type = 'button';
    this.button.className = 'copy__button';
    this.button.setAttribute('aria-label', `Copy: ${this.dataset.label}`);
    this.say('Copy');
    this.button.addEventListener('click', () => this.copy());
    this.append(this.button);
  }

  private date(): void {
    const last = this.querySelector('code')?.lastChild;
    const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long' }).format(new Date());
    for (let node = last; node; node = node.previousSibling)
      if (node.nodeType === Node.TEXT_NODE && node.nodeValue!.includes(accessDay))
        node.nodeValue = node.nodeValue!.replace(accessDay, today);
  }

  private say(text: string): void {
    this.button!.textContent = text;
  }

  private async copy(): Promise<void> {
    const text = this.querySelector('code')?.textContent ?? '';
    try {
      await navigator.clipboard.writeText(text);
      this.say('Copied');
      document.getElementById('announcement')!.textContent = `Copied: ${this.dataset.label}`;
    } catch {
      this.say('Not copied');
    }
    setTimeout(() => this.say('Copy'), 2000);
  }
}

customElements.define('copy-text', CopyText);
