import { services } from '../../../data/definitions/measures.ts';
import { chartParameters } from '../../../web/charts/kind.ts';
import { chartKinds } from '../../../web/charts/kinds.ts';
import { pages } from '../../../web/route.ts';
import type { Received } from './answers.ts';
import type { Described } from './description.ts';
import { encoded } from './generate.ts';
import type { Random } from './random.ts';
import type { Values } from './values.ts';

const chosenOf = (name: string, values: readonly string[]): Described => ({
  name,
  in: 'query',
  required: false,
  schema: { type: 'string', enum: [...values] },
});

const chartIds = chartKinds.map(({ id }) => id);

/** Parameters of pages and charts that the API does not have. */
const ofPages = [
  chosenOf('service', services),
  chosenOf('chart', [...chartIds, 'table']),
  chosenOf('sort', ['value', 'name', '-value', 'records', 'change']),
  chosenOf('columns', ['rank', 'interval,change', 'none', 'trend,records_enabled', 'joy']),
  chosenOf('rows', ['all', '20', '0', '-1']),
  chosenOf('only', ['better', 'worse', 'change', 'signals']),
  chosenOf('keep', ['1', 'all']),
  chosenOf('filter', ['a', 'surgery', '%', '[']),
  chosenOf('width', ['320', '640', '319', '2401']),
  chosenOf('theme', ['light', 'dark', 'sepia']),
];

/**
 * Every page, with placeholders for the codes in its address, whatever else is served like a page, and addresses that
 * do not exist.
 */
const paths = [
  ...pages.map(({ pattern }) =>
    pattern
      .replace('areas/:code', 'areas/{place}')
      .replace('practices/:code', 'practices/{practice}'),
  ),
  '/sitemap.xml',
  '/robots.txt',
  '/nowhere',
  '//',
];

/** A random page, image or frame, with some of the parameters of its own or another kind. */
export function generatePage(
  parameters: readonly Described[],
  values: Values,
  random: Random,
): { address: string; what: string } {
  const isChart = random.chance(0.5);
  const known = [...ofPages, ...parameters];
  const find = (name: string) => known.find((one) => one.name === name)!;
  const wild = random.chance(0.15);
  const sentAs = (one: Described) =>
    values[wild && random.chance(0.4) ? 'wrong' : 'good'](one, '/figures', random);
  const [what, path] = isChart ? chartPath(random) : pagePath(values, random);
  const names = isChart
    ? [...chartParameters, 'width', 'theme', 'rows']
    : [...ofPages.map(({ name }) => name), ...chartParameters, 'q', 'codes', 'within'];
  const share = random.pick([0, 0.1, 0.2, 0.3]);
  const query = [...new Set(names)]
    .filter(() => random.chance(share))
    .map((name) => `${name}=${encoded(sentAs(find(name)))}`);
  return { what, address: `${path}${query.length ? `?${query.join('&')}` : ''}` };
}

function chartPath(random: Random): [what: string, path: string] {
  const id = random.pick(chartIds);
  const what = random.pick([`/charts/${id}.svg`, `/charts/${id}.png`, `/embed/${id}`]);
  return [what, what];
}

function pagePath(values: Values, random: Random): [what: string, path: string] {
  const what = random.pick(paths);
  const path = what.replace(/\{(\w+)\}/g, (_, kind: 'place' | 'practice') =>
    encodeURIComponent(values[kind](random)),
  );
  return [what, path];
}

/** Words that no reader should see unless they are in the address. */
const odd = /\bundefined\b|\bNaN\b|\[object |\bInfinity\b/;

/** What is wrong with the page or image at an address. */
export function pageFaults(address: string, { status, type, body }: Received): string[] {
  if (status >= 500) return [`status ${status}`];
  const text = /^image\/png/.test(type) ? '' : body.toString();
  if (status >= 400 && !/^(application\/problem\+json|text\/html)/.test(type)) {
    return [`a problem of type ${type}`];
  }
  const shown = text.replace(/<script[^>]*>.*?<\/script>|<style[^>]*>.*?<\/style>/gs, '');
  const said = odd.test(decodeURIComponent(address)) ? null : odd.exec(shown);
  if (!said || status !== 200) return [];
  return [`says ${shown.slice(Math.max(0, said.index - 40), said.index + 50)}`];
}
