import { ENGLAND, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { readableName } from '../../../data/definitions/names.ts';
import { capital } from '../../../data/words/english.ts';
import { endedSentence, type Held } from '../../../data/words/whereabouts.ts';
import type { Ask } from '../../ask.ts';
import type { Query } from '../../page.ts';
import { problemOf } from '../../problem.ts';

/** The most places side by side. */
export const mostPlaces = 8;

/** A place compared with others. */
export interface ComparedPlace {
  level: PlaceLevel;
  code: string;
  name: string;
  /** Its first and last month in the extracts; null if it has none of its own. */
  held: Held | null;
}

/** A code in a pasted list that is not a practice, or is repeated. */
export interface OddCode {
  code: string;
  status: 'unknown' | 'duplicate';
  nearest: string | null;
  nearestName: string | null;
}

/** What became of a list of codes. */
export interface PastedList {
  text: string;
  odd: OddCode[];
}

/** The places compared, as far as the release knows those in the address. */
export interface Compared {
  places: ComparedPlace[];
  /** Codes of the reader's own group, separated by commas; empty without one. */
  group: string;
  /** What else the address asks for, as sentences. */
  remarks: string[];
  list: PastedList | null;
}

async function readList(ask: Ask, codes: string, release: string | undefined) {
  const { data, meta } = await ask('/groups', { codes, release });
  const { group, sentence } = meta;
  const odd = data.flatMap(({ status, code, nearest, nearest_name: name }) =>
    status === 'found'
      ? []
      : [{ code, status, nearest, nearestName: name === null ? null : readableName(name) }],
  );
  return { group, list: { text: sentence, odd } };
}

/** The group in an address: from a pasted list, or already as a list of codes. */
async function groupIn(ask: Ask, { codes, group, release }: Query) {
  const asked = codes ?? group;
  if (!asked) return { group: '', list: null };
  try {
    const read = await readList(ask, asked, release);
    return codes || read.list.odd.length ? read : { ...read, list: null };
  } catch (error) {
    const { status, detail } = problemOf(error);
    if (status >= 500) throw error;
    return {
      group: '',
      list: { text: `${capital(detail)}.`, odd: [] },
    };
  }
}

/**
 * The places and the group in an address, for a release with `last` as its latest month. `remarks` and `list` report
 * places that have ended and names that are unknown.
 */
export async function comparedIn(ask: Ask, query: Query, last: string): Promise<Compared> {
  const { group, list } = await groupIn(ask, query);
  const asked = [...new Set((query.area ?? '').toUpperCase().split(',').filter(Boolean))];
  const wanted = asked.filter((code) => code !== ENGLAND && code !== 'GROUP');
  const room = mostPlaces - (group ? 1 : 0);
  const codes = [...(group ? ['group'] : []), ...wanted.slice(0, room)];
  const found = await Promise.all(
    codes.map(async (code) => {
      try {
        const of = {
          area: code,
          release: query.release,
          group: code === 'group' ? group : undefined,
        };
        return (await ask('/areas', of)).data[0] ?? null;
      } catch (error) {
        if (problemOf(error).status >= 500) throw error;
        return null;
      }
    }),
  );
  const unknown = codes.filter((_, i) => !found[i]);
  const ended = found.flatMap((row) =>
    row && row.level !== 'group' && row.last_period < last
      ? [endedSentence({ level: row.level, name: row.area_name }, row.last_period)]
      : [],
  );
  return {
    places: found.flatMap((row) =>
      row
        ? [
            {
              level: row.level,
              code: row.area_code,
              name: readableName(row.area_name),
              held:
                row.level === 'group' ? null : { first: row.first_period, last: row.last_period },
            },
          ]
        : [],
    ),
    group,
    remarks: [
      ...ended,
      ...unknown.map((code) => `No place has the code ${code}.`),
      ...(wanted.length > room
        ? [`${mostPlaces} places is the most: ${wanted.slice(room).join(', ')} left out.`]
        : []),
    ],
    list,
  };
}
