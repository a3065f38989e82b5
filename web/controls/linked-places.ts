import type { UptakeChart } from '../charts/uptake-chart.ts';

/**
 * Links the chart and the table inside it: a place pointed at in either is marked in both, and choosing a point in the
 * chart keeps its place, or drops a kept one. `data-to` is the address of the page without its kept places, and
 * `data-kept` their codes. Escape drops the last one.
 */
export class LinkedPlaces extends HTMLElement {
  private marked: Element[] = [];

  connectedCallback(): void {
    this.addEventListener('point-read', (event) =>
      this.mark((event as CustomEvent<string>).detail),
    );
    this.addEventListener('point-chosen', (event) =>
      this.keep((event as CustomEvent<string>).detail),
    );
    for (const kind of ['pointerover', 'focusin'] as const) {
      this.addEventListener(kind, ({ target }) => this.pointed(target as Element));
    }
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && !event.defaultPrevented) this.letGo();
    });
  }

  private get kept(): string[] {
    return this.dataset.kept?.split(',').filter(Boolean) ?? [];
  }

  private mark(code: string | undefined): void {
    for (const row of this.marked) row.classList.remove('table__row--read');
    this.marked = code ? [...this.querySelectorAll(`tr[data-code="${CSS.escape(code)}"]`)] : [];
    for (const row of this.marked) row.classList.add('table__row--read');
  }

  private pointed(target: Element): void {
    const row = target.closest<HTMLElement>('[data-code]');
    if (row) this.querySelector<UptakeChart>('uptake-chart')?.read(row.dataset.code);
  }

  private keep(code: string): void {
    const kept = this.kept.includes(code)
      ? this.kept.filter((one) => one !== code)
      : [...this.kept, code];
    this.go(kept);
  }

  private letGo(): void {
    if (this.kept.length) this.go(this.kept.slice(0, -1));
  }

  private go(kept: readonly string[]): void {
    const url = new URL(this.dataset.to!, location.href);
    if (kept.length) url.searchParams.set('area', kept.join(','));
    else url.searchParams.delete('area');
    this.dispatchEvent(new CustomEvent('place-chosen', { bubbles: true, detail: url.href }));
  }
}
