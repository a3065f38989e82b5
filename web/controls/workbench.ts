import { LinkedPlaces } from './linked-places.ts';
import { MonthPlayer } from './month-player.ts';
import { OwnViews } from './own-views.ts';

/** Defines the elements that only Explore uses, once it is drawn. */
export function defineWorkbench(): void {
  if (customElements.get('linked-places')) return;
  customElements.define('linked-places', LinkedPlaces);
  customElements.define('month-player', MonthPlayer);
  customElements.define('own-views', OwnViews);
}
