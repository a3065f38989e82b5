import { Ahead } from './ahead.ts';

/** The least time each month is shown while playing, in milliseconds. */
const stands = 900;

/** Whether a reader asks for little to be sent. */
const isSparing = (): boolean =>
  Boolean((navigator as { connection?: { saveData?: boolean } }).connection?.saveData);

/**
 * Adds a slider and a play button below the list of months inside it. Each month is chosen in the list, as by hand but
 * without a history entry. The next comes once the page shows the one before. While months are played or the slider is
 * held, those beside the one shown are announced as near, so that they can be loaded before they are chosen.
 */
export class MonthPlayer extends HTMLElement {
  private readonly slider = document.createElement('input');
  private readonly button = document.createElement('button');
  private timer = 0;
  private readonly ahead = new Ahead();

  connectedCallback(): void {
    // A property set before the element was defined hides the setter.
    if (Object.hasOwn(this, 'month')) delete (this as Partial<MonthPlayer>).month;
    if (!this.slider.isConnected) this.build();
    this.follow();
  }

  disconnectedCallback(): void {
    this.stop();
    this.tellNear([]);
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
    for (const event of ['focus', 'pointerdown', 'blur']) {
      slider.addEventListener(event, () => this.lookAround());
    }
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
    this.lookAround();
  }

  /** Announces the months that may come next; none if nobody plays or holds the slider. */
  private lookAround(): void {
    if (isSparing()) return;
    const at = Number(this.slider.value);
    const isHeld = document.activeElement === this.slider;
    this.tellNear(this.timer ? [at + 1, at + 2] : isHeld ? [at, at + 1, at - 1] : []);
  }

  private tellNear(months: readonly number[]): void {
    const { options, value } = this.list;
    const near = months.flatMap((at) => options[options.length - 1 - at] ?? []);
    const others = near.filter((option) => option.value !== value);
    if (!others.length && !this.ahead.near.length) return;
    this.ahead.near = others;
    document.dispatchEvent(new CustomEvent('choices-near', { detail: this.ahead }));
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
    this.lookAround();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.timer = 0;
    this.button.textContent = 'Play';
    this.lookAround();
  }
}
