import { fileStem } from '../../data/definitions/fileStem.ts';
import { type FilterId, filterIds } from '../../data/definitions/filterIds.ts';
import { levelOf } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { Release } from '../store/releases.ts';
import type { Endpoint } from './endpoint.ts';
import type { Filters } from './parameters.ts';

/** The name of a file with a whole release. */
export const releaseFileName = (name: string, { id, about }: Release, extension: string): string =>
  `${fileStem(about.kind, [name, id])}.${extension}`;

type Asked = Partial<
  Filters<
    'measure' | 'level' | 'area' | 'parent' | 'practice' | 'period' | 'from' | 'to' | FilterId
  >
>;

/** Up to this many places are listed in a name; more are counted. */
const mostListed = 3;

/**
 * The name of a file with an answer, from what was asked and the release:
 * "gp-online-records-enabled-regions-2019-03.1.csv" for the latest month of release 2019-03.1.
 */
export function answerFileName(
  name: string,
  { parameters }: Pick<Endpoint, 'parameters'>,
  asked: Asked,
  release: Release,
  extension: string,
): string {
  const { about, catalogue, id } = release;
  const what = measuresText(asked.measure);
  const where = placesText(asked);
  const last = catalogue.periods.at(-1)!.period;
  const months = (parameters as readonly string[]).includes('period')
    ? monthsText(asked, last)
    : last;
  const when = months === last ? id : `${months}-release-${id}`;
  const isFigures = name === 'figures' && (what || where);
  return `${fileStem(about.kind, [what, isFigures ? null : name, where, when])}.${extension}`;
}

/** One measure, or the service that several have in common; null for measures of several services. */
function measuresText(measures: Measure | readonly Measure[] | undefined): string | null {
  const all = [measures ?? []].flat() as readonly Measure[];
  const [first] = all;
  if (!first) return null;
  if (all.length === 1) return first.id;
  return all.every(({ service }) => service === first.service) ? first.service : null;
}

function placesText({ level, area, parent, practice, ...others }: Asked): string {
  const codes = [area ?? [], practice ?? []].flat().map(({ area_code }) => area_code);
  const many = codes.length > mostListed ? `${codes.length}-places` : codes.join('-');
  const levels = [level ?? []].flat().map((one) => levelOf(one).many);
  const within = [parent ?? []].flat().map(({ area_code }) => `in-${area_code}`);
  const chosen = filterIds.some((id) => others[id] !== undefined) ? 'of-chosen-practices' : '';
  return [...levels, many, ...within, chosen].filter(Boolean).join('-');
}

function monthsText({ period, from, to }: Asked, last: string): string {
  const named = [period ?? []].flat();
  if (from || to) return [from, 'to', to ?? last].filter(Boolean).join('-');
  if (named.length > 1) return `${named[0]}-to-${named.at(-1)}`;
  return named[0] ?? last;
}
