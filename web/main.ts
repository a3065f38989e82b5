import { hydrate } from '@lit-labs/ssr-client';
import { render } from 'lit';
import { readableName } from '../data/definitions/names.ts';
import { fetchAsk } from './api.ts';
import type { Suggest } from './controls/find-a-place.ts';
import { draw, type Loaded } from './frame.ts';
import { layOutWhole, Navigation } from './navigation.ts';
import { placeLink } from './placeLink.ts';
import { addressOf, matchPage } from './route.ts';
import { fromColumns } from './rowsAsColumns.ts';
import { site } from './site.ts';

const embedded = document.getElementById('page-data')!;
const sent = fromColumns(JSON.parse(embedded.textContent!));
const { prefix, ...loaded } = sent as Loaded & { prefix: string };
const container = document.getElementById('site')!;
const url = new URL(location.href);
await matchPage(url, prefix)?.page.ready?.(loaded.data);
const drawn = draw(url, prefix, loaded);
const page = site(drawn);

try {
  hydrate(page, container);
} catch {
  // If the server's page differs from what this script would draw, as just after an upgrade, it is drawn again.
  container.replaceChildren();
  render(page, container);
}

const suggest: Suggest = async (text, signal) => {
  const address = addressOf(new URL(location.href), prefix);
  const [{ data }, { placeDetail }] = await Promise.all([
    fetchAsk(prefix, signal)('/search', {
      q: text.slice(0, 100),
      limit: '8',
      release: address.query.release,
    }),
    import('./foundPlace.ts'),
  ]);
  return data.map((row) => ({
    name: readableName(row.area_name),
    detail: placeDetail(row),
    code: row.area_code,
    href: placeLink(address, row.level, row.area_code),
  }));
};

new Navigation(container, prefix, loaded).start();

// From here on the page can be used, which is what the script budget is for. Suggestions, charts and what Explore adds
// to its lists come later.
performance.mark('usable');
drawn.enliven?.();
(window.requestIdleCallback ?? setTimeout)(layOutWhole);
import('./controls/find-a-place.ts').then(({ FindAPlace }) => {
  FindAPlace.suggest = suggest;
  customElements.define('find-a-place', FindAPlace);
});
import('./page-part.ts').then(({ PagePart }) => customElements.define('page-part', PagePart));
import('./charts/uptake-chart.ts').then(({ UptakeChart }) => {
  customElements.define('uptake-chart', UptakeChart);
});

const { next_release: next, release } = drawn.meta ?? {};
if (next && release && !drawn.address.query.release) {
  const due = Date.parse(next.due_at);
  import('./newRelease.ts').then(({ offerNextRelease }) => {
    offerNextRelease({ prefix, release, due });
  });
}

// Closes a list of links once one of them is chosen.
document.addEventListener('click', ({ target }) => {
  const menu = (target as Element).closest('a')?.closest('.header__menu, .onpage__menu');
  menu?.removeAttribute('open');
});

// Copyable texts are in closed menus, so their buttons are loaded when one is opened.
document.addEventListener(
  'toggle',
  ({ target }) => {
    if ((target as Element).querySelector('copy-text')) import('./controls/copy-text.ts');
  },
  true,
);
