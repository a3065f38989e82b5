import { html } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { type Boundaries, levelOf } from '../../data/definitions/levels.ts';
import { readableName } from '../../data/definitions/names.ts';
import { capital } from '../../data/words/english.ts';
import type { AreaRow } from '../../server/store/queries/areas.ts';
import type { Ask, Meta } from '../ask.ts';
import { chartFigure } from '../charts/figure.ts';
import { unfiltered } from '../charts/filters.ts';
import type { ChartData } from '../charts/kind.ts';
import { pickAPlace } from '../controls/pick-a-place.ts';
import { stateNote } from '../controls/state-note.ts';
import type { FoundRow } from '../foundPlace.ts';
import type { Address, Page } from '../page.ts';
import { placeLink } from '../placeLink.ts';
import {
  aroundLevels,
  boundariesOf,
  type Choice,
  type Form,
  formOf,
  forms,
  type Holdings,
  placeLevels,
  questionOf,
} from './explore/choice.ts';
import type { NamedPlace } from './explore/comparing.ts';
import { type Filtering, fetchFiltering, filterChips, filterChoices } from './explore/filtering.ts';
import { namedView, naming } from './explore/naming.ts';
import { rail } from './explore/rail.ts';
import { leftOut, shownPlaces } from './explore/shownPlaces.ts';
import { alsoOf, settledAddress, settledOf, toldLine } from './explore/told.ts';

interface Explore {
  meta: Meta;
  holdings: Holdings;
  /** The chart; null where it cannot be drawn. */
  shown: ChartData | null;
  /** What it shows, as a heading and as a sentence. */
  told: { heading: string; sentence: string } | null;
  /** Which of its figures were revised, as sentences. */
  revised: readonly string[];
  /** The practices that it can be narrowed to; null where there is no such choice. */
  filtering: Filtering | null;
  /** Why it cannot be drawn. */
  why: string | null;
  /** The places pointed out. */
  here: NamedPlace[];
  /** The place chosen for comparison, if it is one by itself. */
  against: NamedPlace[];
  found: FoundRow[] | null;
}

async function load(ask: Ask, { query }: Address): Promise<Explore> {
  const { release, q } = query;
  const pointed = query.area?.toUpperCase().split(',') ?? [];
  const compared = query.against && query.against !== 'group' ? [query.against.toUpperCase()] : [];
  const named = [...new Set([...pointed, ...compared])];
  const told = ['extracts', ...(await ask('/sources', { release })).data.map((one) => one.layout)];
  const boundaries = boundariesOf(query, told);
  const [{ data, meta }, areas, asked, found] = await Promise.all([
    ask('/periods', { release }),
    fetchAreas(ask, { release, boundaries, told }),
    named.length ? ask('/areas', { area: named.join(), release, boundaries }) : null,
    q ? ask('/search', { q: q.slice(0, 100), limit: '10', release }) : null,
  ]);
  const periods = data.map((one) => ({
    period: one.period,
    measures: String(one.measures).split(','),
  }));
  const period = query.period && query.period !== 'latest' ? query.period : meta.last_period;
  const current = areas.filter(
    (row) =>
      (row.first_period <= period && row.last_period >= period) || row.area_code === query.parent,
  );
  const holdings: Holdings = {
    told,
    boundaries,
    periods,
    areas: current
      .filter(
        (row) => aroundLevels.some((id) => id === row.level) || row.area_code === query.parent,
      )
      .map((row) => ({
        level: row.level,
        code: row.area_code,
        name: readableName(row.area_name),
      }))
      .sort((a, b) => a.name.localeCompare(b.name, 'en')),
    levels: placeLevels.filter(
      (level) => level === 'practice' || current.some((row) => row.level === level),
    ),
  };
  const placesOf = (codes: readonly string[]) =>
    codes
      .flatMap((code) => asked?.data.find((row) => row.area_code.toUpperCase() === code) ?? [])
      .map((row) => ({
        code: row.area_code,
        name: readableName(row.area_name),
        level: row.level,
      }));
  const { choice } = settledOf(query, holdings);
  const here = placesOf(pointed);
  const marked = shownPlaces(formOf(choice.form), here).map(({ code }) => code);
  const shownQuery = here.length ? { ...query, area: marked.join() || undefined } : query;
  const drawn = await shownOf(ask, choice, shownQuery);
  return {
    meta,
    holdings,
    ...drawn,
    filtering: drawn.shown
      ? await fetchFiltering(ask, choice, {
          query: shownQuery,
          holdings,
          shown: drawn.shown.query,
          here,
        })
      : null,
    here,
    against: placesOf(compared),
    found: found?.data ?? null,
  };
}

/** Areas of every level that the release has, past ones included. */
async function fetchAreas(
  ask: Ask,
  { told, boundaries, release }: { told: string[]; boundaries: Boundaries; release?: string },
): Promise<AreaRow[]> {
  const levels = placeLevels.filter(
    (id) =>
      id !== 'practice' &&
      told.includes(levelOf(id).toldBy) &&
      !(boundaries === 'lookup' && id === 'subregion'),
  );
  return (await ask('/areas', { level: levels.join(','), release, boundaries })).data;
}

/** The chart of a choice, or why there is none. */
async function shownOf(
  ask: Ask,
  choice: Choice,
  query: Address['query'],
): Promise<Pick<Explore, 'shown' | 'told' | 'revised' | 'why'>> {
  const { kind } = formOf(choice.form);
  try {
    const shown = await kind.load(ask, questionOf(choice, query));
    const [{ standingOf }, { findKind }] = await Promise.all([
      import('../charts/standing.ts'),
      import('../charts/kinds.ts'),
    ]);
    const { revised } = await standingOf(ask, findKind(kind.id)!, shown);
    return { shown, told: await kind.told(shown), revised, why: null };
  } catch (error) {
    const { status, message } = error as { status?: number; message: string };
    if (status === 400) return { shown: null, told: null, revised: [], why: message };
    throw error;
  }
}

function view(data: Explore, address: Address) {
  const { holdings, shown, revised, filtering } = data;
  const state = settledOf(address.query, holdings);
  const { choice } = state;
  const at = settledAddress(address, state, shown?.query);
  const more = pointing(data, at, choice);
  return html`
    <h1 class="headline headline--tool" tabindex="-1">Explore the figures</h1>
    <div class="workbench">
      ${rail(at, choice, holdings, {
        also: alsoOf(state),
        filters: filtering ? filterChoices(at, filtering, holdings) : '',
        more,
        named: [...data.here, ...data.against],
      })}
      <div class="canvas" data-coming="">
        ${namedView(address)}
        ${toldLine(state, holdings, address)} ${leftOut(at, choice, data.here)}
        ${shown ? filterChips(at, choice, filtering) : ''}
        ${revisedNote(revised)}
        ${
          shown
            ? figureView(formOf(choice.form), shown, at)
            : stateNote(
                `${formOf(choice.form).name}: not for this choice`,
                html`${capital(data.why ?? '')}. Choose something else, or see it
                  <a href=${at.href({ ...unfiltered, chart: undefined, level: undefined, rows: undefined })}>as a ranking</a>.`,
              )
        }
        ${shown ? naming(at) : ''}
      </div>
    </div>
  `;
}

/** That figures shown were revised, with the first of them behind it. */
function revisedNote([first, ...others]: readonly string[]) {
  if (!first) return '';
  if (!others.length) return html`<p class="note">${first}</p>`;
  return html`<details class="more">
    <summary class="more__summary">${first}</summary>
    <ul class="points">
      ${others.map((line) => html`<li>${line}</li>`)}
    </ul>
  </details>`;
}

/** What is chosen, the places in its chart and in its table linked. */
const figureView = ({ id, kind }: Form, shown: ChartData, address: Address) => html`<linked-places
    class="linked"
    data-to=${address.href({ q: undefined })}
    data-kept=${address.query.area ?? ''}
  >
  ${keyed(
    id,
    chartFigure(kind, shown, address, 'explored', {
      linkTo: (level, code) => placeLink(address, level, code),
      form: id === 'table' ? 'table' : 'chart',
      whole: true,
      level: 2,
    }),
  )}</linked-places>`;

/** The places pointed out in the chart, to choose and to take back. */
function pointing({ here, found }: Explore, address: Address, choice: Choice) {
  const { kind } = formOf(choice.form);
  if (!kind.parameters.includes('area')) return '';
  const { q, ...query } = address.query;
  const without = (code: string) =>
    here.flatMap((one) => (one.code === code ? [] : [one.code])).join(',') || undefined;
  return html`<section class="rail__part" aria-label="Highlight in the chart">
    ${(kind.parameters.includes('parent') ? [] : here).map(
      ({ code, name }) => html`<p>Highlighted: ${name}.
        <a href=${address.href({ area: without(code), q: undefined })}
          >Clear<span class="unseen">: ${name}</span></a></p>`,
    )}
    ${pickAPlace({
      id: 'point-out',
      label: 'Highlight a practice or place in the chart',
      does: 'Highlight',
      action: `${address.prefix}/explore`,
      others: query,
      to: (code) => {
        const others = kind.id === 'xmr' ? [] : here.map((one) => one.code);
        return address.href({ area: [...others, code].join(','), q: undefined });
      },
      q,
      found,
    })}
  </section>`;
}

/** Any measure at any places in any month, in the form that the reader chooses. */
export const explorePage: Page<Explore> = {
  load,
  meta: ({ meta }) => meta,
  title: ({ told, holdings }, { query }) =>
    told?.heading ?? `Explore: ${formOf(settledOf(query, holdings).choice.form).name}`,
  description: ({ told }) =>
    told
      ? told.sentence
      : `Uptake of online services as ${forms.map(({ name }) => name.toLowerCase()).join(', ')}.`,
  crumbs: (_, address) => [{ text: 'England', href: address.link('/') }],
  card: ({ shown, holdings }, { query }) => ({
    kind: formOf(settledOf(query, holdings).choice.form).kind.id,
    query: shown?.query ?? {},
  }),
  view,
  async enliven() {
    if (customElements.get('linked-places')) return;
    const { defineWorkbench } = await import('../controls/workbench.ts');
    defineWorkbench();
  },
};
