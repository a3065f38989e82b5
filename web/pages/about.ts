import { html } from 'lit';
import {
  attribution,
  citation,
  licence,
  madeWords,
  monthsWords,
  origin,
} from '../../data/words/source.ts';
import { type Contact, fetchDescription } from '../apiDescription.ts';
import type { Ask, Meta } from '../ask.ts';
import { copyable } from '../controls/copyable.ts';
import type { Address, Page } from '../page.ts';

interface About {
  meta: Meta;
  /** Whom to ask; null if the operator has not said. */
  contact: Contact | null;
}

async function load(ask: Ask, { query }: Address): Promise<About> {
  const [{ meta }, { contact }] = await Promise.all([
    ask('/periods', { release: query.release }),
    fetchDescription(ask),
  ]);
  return { meta, contact };
}

const section = (id: string, title: string, content: unknown) => html`<section
  class="section" aria-labelledby=${id}
>
  <h2 class="section__title" id=${id}>${title}</h2>
  ${content}
</section>`;

const view = ({ meta, contact }: About, address: Address) => html`
  <h1 class="headline" tabindex="-1">About these figures</h1>
  <p class="lead">
    From 2014 general practices in England let patients see their record, book appointments and order
    repeat prescriptions online. These pages count how far each of the three has come: whose practice
    offers it, who is set up for it, and who used it.
  </p>
  <p>
    The files behind them come month by month, practice by practice: ${origin}. Release
    <strong>${meta.release}</strong> holds ${monthsWords(meta)} and was made on ${madeWords(meta)}.
    ${meta.note ?? ''}
  </p>
  <ul class="contents">
    <li><a href=${address.link('/methods')}>Methods</a>: what each figure counts, and what may be said of it</li>
    <li><a href=${address.link('/quality')}>Quality</a>: who is in it, what is unusual, what changed since the previous release</li>
    <li><a href=${address.link('/corrections')}>Corrections and policies</a>: what was put right, and how revisions and releases are handled</li>
    <li><a href=${address.link('/data')}>Data</a>: everything as files, and the API</li>
  </ul>
  ${section('who', 'Who it is for', who(address))}
  ${section('cite', 'How to cite', cite(meta, address))}
  ${section('official', 'Not an official publication', official)}
  ${section('accessibility', 'Accessibility', accessibility)}
  ${section('privacy', 'Privacy', privacy)}
  ${contact ? section('contact', 'Contact', whom(contact)) : ''}
`;

const who = (address: Address) => html`<dl class="definitions">
  <div class="definitions__item">
    <dt class="definitions__term">Analysts</dt>
    <dd class="definitions__text">
      who follow national uptake: every cut with its coverage and confidence interval, as tables and over
      the <a href=${address.link('/data/api')}>API</a>.
    </dd>
  </div>
  <div class="definitions__item">
    <dt class="definitions__term">Practice managers</dt>
    <dd class="definitions__text">
      who want to know how they compare: <a href=${address.link('/find')}>find your practice</a>, and see
      it with its CCG, England and similar practices.
    </dd>
  </div>
  <div class="definitions__item">
    <dt class="definitions__term">Journalists</dt>
    <dd class="definitions__text">
      who need a figure they can rely on: each with its denominator and month, at an address that says the same
      next year.
    </dd>
  </div>
</dl>`;

const cite = (meta: Meta, address: Address) => html`
  <p>Name the release: its figures never change. A page or file is cited with its own address.</p>
  ${copyable('Citation', `${citation(meta)} ${address.origin}${address.prefix}/?release=${meta.release}`)}
  <p>${attribution(meta)}</p>
  ${
    meta.kind === 'published'
      ? html`<p><a href=${licence.address}>${licence.name}</a></p>`
      : html`<p>Once published extracts are loaded, their figures are under the <a href=${licence.address}>${licence.name}</a>.</p>`
  }
`;

const official = html`<p>
  This is independent software over public files. It belongs to no part of the NHS or of government, and
  makes no claim to be official. Where a figure here differs from a published one, one of the two is wrong,
  or they count different things.
</p>`;

const accessibility = html`
  <p>
    These pages aim at the Web Content Accessibility Guidelines 2.2, level AA. That means that you can:
  </p>
  <ul class="points">
    <li>use every page with the keyboard alone, and see where the focus is;</li>
    <li>read every chart as a table and as a sentence;</li>
    <li>use them without JavaScript: figures, sentences and tables are in the page as it arrives;</li>
    <li>zoom to 400%, or read on a screen 320 pixels wide, without scrolling sideways but for wide tables;</li>
    <li>choose dark colours, forced colours, larger type or less motion in your own settings;</li>
    <li>print them in black and white.</li>
  </ul>
  <p>
    Every page is tested for this by machine, in light, dark and forced colours. People find what machines
    do not. Every figure is also in a spreadsheet and a CSV file.
    Spreadsheets follow the official guidance for accessible tables. Charts as images have their finding
    as a text; their shapes are not described.
  </p>
`;

const privacy = html`<p>
  No cookie is set, nobody is tracked, and nothing is fetched from elsewhere. Your browser stores nothing
  but the list of views that you keep in Explore, which is never sent. The server may keep an ordinary log of addresses asked for, without who asked. A group of
  practices you put together lives in the address alone.
</p>`;

const whom = ({ name, email, url }: Contact) => html`<p>
    ${name ?? ''} ${email ? html`<a href=${`mailto:${email}`}>${email}</a>` : ''}
    ${url ? html`<a href=${url}>${url}</a>` : ''}
  </p>
  <p>
    Tell us where a figure here differs from a published one, or where something stops you using these
    pages. We send figures in the form that suits you.
  </p>`;

/** Who this is for, how to cite it, and what it promises its readers. */
export const aboutPage: Page<About> = {
  load,
  meta: ({ meta }) => meta,
  title: () => 'About these figures',
  description: () =>
    'GP online services in England, from published extracts: who it is for, how to cite it, accessibility, privacy and contact.',
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  view,
  enliven: () => void import('../controls/copy-text.ts'),
};
