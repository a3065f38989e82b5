import { html, type TemplateResult } from 'lit';
import { formatMonths } from '../data/definitions/months.ts';
import type { Meta } from './ask.ts';
import { searchForm } from './controls/search-form.ts';
import type { Address, Crumb } from './page.ts';

/** The name of the site, at the end of every title. */
export const siteName = 'GP online services in England';

export interface Framed {
  address: Address;
  meta: Meta | null;
  crumbs: readonly Crumb[];
  view: TemplateResult;
  /** Whether the page has its own box to find a place, so that the header has none. */
  hasOwnSearch: boolean;
}

const illustrative = 'Illustrative data made by this software: not real practices or real figures.';

/** A whole page: the band that marks invented data, header, content and footer. */
export const site = ({ address, meta, crumbs, view, hasOwnSearch }: Framed): TemplateResult => html`
  <a class="skip" href="#main">Skip to the figures</a>
  ${
    meta?.kind === 'illustrative'
      ? html`<aside class="band" aria-label="About this data"><span class="wide">${meta.note ?? illustrative}</span></aside>`
      : ''
  }
  ${meta ? said(meta, address) : ''}
  <header class="header">
    <div class="header__inner wide">
      <a class="header__name" href=${address.link('/')}>${mark}${siteName}</a>
      <nav class="header__nav header__nav--row" aria-label="Site">${links(address)}</nav>
      <a class="header__find" href=${address.link('/find')}>Find a place</a>
      <details class="header__menu">
        <summary class="header__open">Menu</summary>
        <nav class="header__nav" aria-label="Menu">${links(address)}</nav>
      </details>
      ${
        hasOwnSearch
          ? ''
          : searchForm('find', 'Find a practice or place', `${address.prefix}/find`, {
              along: address.along,
            })
      }
    </div>
  </header>
  ${crumbs.length ? trail(crumbs) : ''}
  <main class="main wide" id="main" tabindex="-1">${view}</main>
  ${footer(address, meta)}
  <p class="unseen" id="announcement" role="status"></p>
`;

/** The mark of the site, as in its icon: a grid of dots, one of them coloured. */
const mark = html`<svg class="header__mark" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
  <path class="header__dots" d="M12 4h0M20 4h0M4 12h0M12 12h0M20 12h0M4 20h0M12 20h0M20 20h0"></path>
  <path class="header__dot" d="M4 4h0"></path>
</svg>`;

/**
 * Notices that the release was withdrawn, that a later one is out, and those about the whole release or the place of
 * this page.
 */
function said({ later, withdrawn, notices = [] }: Meta, { params }: Address) {
  const here = notices.filter(({ area }) => area === null || area === params.code);
  const sentences = [withdrawn, later, ...here].flatMap((one) => one?.sentence ?? []);
  if (sentences.length === 0) return '';
  return html`<aside class="band" aria-label="About this release">
    ${sentences.map((sentence) => html`<span class="wide">${sentence}</span>`)}
  </aside>`;
}

const links = (address: Address) => html`${navLink(address, '/', 'Figures')}
  ${navLink(address, '/explore', 'Explore')} ${navLink(address, '/compare', 'Compare')}
  ${navLink(address, '/data', 'Data')} ${navLink(address, '/methods', 'Methods')}
  ${navLink(address, '/about', 'About')}`;

const navLink = (address: Address, path: string, text: string) => html`<a
  class="header__link"
  href=${address.link(path)}
  aria-current=${whereabouts(address.path, path)}
  >${text}</a
>`;

/** Whether a reader is on a page or below it. */
function whereabouts(here: string, path: string): 'page' | 'true' | 'false' {
  if (here === path) return 'page';
  return path !== '/' && here.startsWith(`${path}/`) ? 'true' : 'false';
}

const trail = (crumbs: readonly Crumb[]) => html`<nav class="trail wide" aria-label="Breadcrumb">
  <ol class="trail__list">
    ${crumbs.map(
      ({ text, href }) =>
        html`<li class="trail__item"><a class="trail__link" href=${href}>${text}</a></li>`,
    )}
  </ol>
</nav>`;

const footer = (address: Address, meta: Meta | null) => html`<footer class="footer">
  <div class="footer__inner wide">
    <p>
      Made from the monthly Patient Online extracts, practice by practice. Not an official publication.
      ${
        meta
          ? html`Release ${meta.release}: ${formatMonths(meta.first_period, meta.last_period)}${meta.kind === 'illustrative' ? ', illustrative' : ''}.`
          : ''
      }
      ${meta?.next_release?.sentence ?? ''}
    </p>
    <ul class="footer__links">
      <li><a href=${address.link('/find')}>All places</a></li>
      <li><a href=${address.link('/data')}>Downloads</a></li>
      <li><a href=${address.link('/data/api')}>API</a></li>
      <li><a href=${address.link('/releases')}>Release calendar</a></li>
      <li><a href=${address.link('/news')}>News and feeds</a></li>
      <li><a href=${address.link('/quality')}>Quality</a></li>
      <li><a href=${`${address.link('/about')}#accessibility`}>Accessibility</a></li>
      <li><a href=${`${address.link('/about')}#privacy`}>Privacy</a></li>
    </ul>
  </div>
</footer>`;
