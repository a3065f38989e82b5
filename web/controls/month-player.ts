/** The least time each month is shown while playing, in milliseconds. */
const stands = 900;

/**
 * Adds a slider and a play button below the list of months inside it. Each month is chosen in the list, as by hand but
 * without a history entry. The next comes once the page shows the one before.
 */
export class MonthPlayer extends HTMLElement {
  private readonly slider = document.createElement('input');
  private readonly button = document.createElement('button');
  private timer = 0;

  connectedCallback(): void {
    // A property set before the element was defined hides the setter.
    if (Object.hasOwn(this, 'month')) delete (this as Partial<MonthPlayer>).month;
    if (!this.slider.isConnected) this.build();
    this.follow();
  }

  disconnectedCallback(): void {
    this.stop();
  }

  /** The month that the page shows. */
  set month(_: string) {
    this.follow();
  }

  private get list(): HTMLSelectElement {
    return this.querySelector('select')!;
  }

  /** Values of the list, earliest first. */
  private get months(): string[] {
    return [...this.list.options].map(({ value }) => value).reverse();
  }

  private build(): void {
    const { slider, button } = this;
    slider.type = 'range';
    slider.className = 'player__slider';
    slider.setAttribute('aria-label', 'Month by month');
    slider.addEventListener('change', () => this.choose(Number(slider.value)));
    slider.addEventListener('input', () => {
      this.stop();
      this.say();
    });
    button.type = 'button';
    button.className = 'player__button';
    button.addEventListener('click', () => (this.timer ? this.stop() : this.play()));
    const row = document.createElement('div');
    row.className = 'player';
    row.append(button, slider);
    this.append(row);
    this.stop();
  }

  private follow(): void {
    if (!this.slider.isConnected) return;
    const { months } = this;
    this.slider.max = String(months.length - 1);
    this.slider.value = String(months.indexOf(this.list.value));
    this.say();
  }

  private say(): void {
    const { options } = this.list;
    const text = options[options.length - 1 - Number(this.slider.value)]?.text ?? '';
    this.slider.setAttribute('aria-valuetext', text);
  }

  private choose(at: number): void {
    const month = this.months[at];
    if (!month || month === this.list.value) return;
    this.list.value = month;
    this.list.dispatchEvent(new CustomEvent('change', { bubbles: true, detail: 'replace' }));
  }

  private play(): void {
    const last = this.months.length - 1;
    this.button.textContent = 'Stop';
    if (Number(this.slider.value) === last) this.choose(0);
    this.timer = window.setInterval(() => {
      if ('loading' in document.documentElement.dataset) return;
      const next = this.months.indexOf(this.list.value) + 1;
      if (next > last) this.stop();
      else this.choose(next);
    }, stands);
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = 0;
    this.button.textContent = 'Play';
  }
}
