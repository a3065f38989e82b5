import { LinkedPlaces } from './linked-places.ts';
import { MonthPlayer } from './month-player.ts';

/** Defines the elements that only Explore uses, once it is drawn. Lists can be chosen from before they are searched. */
export function defineWorkbench(): void {
  if (customElements.get('linked-places')) return;
  customElements.define('linked-places', LinkedPlaces);
  customElements.define('month-player', MonthPlayer);
  import('./search-list.ts').then(({ SearchList }) => {
    customElements.define('search-list', SearchList);
  });
  import('./own-views.ts').then(({ OwnViews }) => customElements.define('own-views', OwnViews));
}
