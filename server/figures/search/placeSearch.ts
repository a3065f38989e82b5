import { levelIds, type PlaceLevel } from '../../../data/definitions/levels.ts';
import { levelWords } from '../../../data/definitions/nameWords.ts';
import { pauses } from '../../pace.ts';
import { PerRelease } from '../../store/perRelease.ts';
import type { AreaRow } from '../../store/queries/areas.ts';
import type { Release } from '../../store/releases.ts';
import { codesIn, codesNear } from './codes.ts';
import { PlaceIndex, wholeName } from './placeIndex.ts';
import { aboutPlaces, type KnownPlace, readPlaces, readSuccessors } from './places.ts';
import {
  findPostcode,
  type Located,
  type Postcode,
  postcodeBegun,
  practicesAt,
} from './postcodes.ts';
import { namesNothing, placeBeside, wordsAsked } from './question.ts';
import { isBetter, type Match, type Ranked, Ranking, type worth } from './ranking.ts';
import { readings, writtenWords } from './readings.ts';

/**
 * A place that was found, how well it matches and, if another of its names matches better than the present one, that
 * name.
 */
export interface FoundPlace {
  known: KnownPlace;
  match: Match;
  by: KnownPlace['others'][number] | null;
  /** The practice that it may have merged into. */
  successor: AreaRow | null;
}

/** Beyond the nearest few, places that lack a word are of no use. */
const mostNear = 50;

/** Finds places and practices by code, postcode or the words that people use, however they are written. */
export class PlaceSearch {
  private readonly numbers = new Map<string, number>();
  private readonly located: Located[] = [];
  private readonly codes: string[];
  private readonly ranking: Ranking;
  /** The towns of practices, each with its words joined. */
  private readonly towns: ReadonlySet<string>;

  private constructor(
    private readonly places: readonly KnownPlace[],
    index: PlaceIndex,
    private readonly successors: ReadonlyMap<string, AreaRow>,
  ) {
    this.ranking = new Ranking(index);
    const towns = new Set(places.flatMap(({ town }) => town ?? []));
    this.towns = new Set([...towns].map(asOne));
    this.codes = places.map(({ area }) => area.area_code);
    places.forEach(({ area, postcode }, i) => {
      this.numbers.set(area.area_code, i);
      if (area.ons_code) this.numbers.set(area.ons_code, i);
      if (postcode) this.located.push({ code: area.area_code, postcode });
    });
  }

  /** Reads and indexes the places of a release in portions, so that other requests are answered meanwhile. */
  static async of(release: Release): Promise<PlaceSearch> {
    const successors = readSuccessors(release);
    const places = (await readPlaces(release)).sort(inOrder);
    const about = aboutPlaces(places, release.catalogue);
    const index = new PlaceIndex();
    const pause = pauses();
    for (const known of places) {
      const names = [known.area.area_name, ...known.others.map(({ name }) => name)];
      index.add(names, about(known));
      await pause();
    }
    index.close();
    return new PlaceSearch(places, index, await successors);
  }

  /** The places that match, best first: exact codes, postcodes and names come before others. */
  find(text: string): FoundPlace[] {
    const codes = codesIn(text, this.numbers);
    if (codes.length) return this.atCodes(codes, 'exact');
    const whole = findPostcode(text);
    if (whole && namesNothing(whole.rest)) return this.atPostcode(whole.postcode);
    const asked = wordsAsked(
      whole ? `${whole.rest} ${whole.postcode.outward} ${whole.postcode.inward}` : text,
    );
    const begun = postcodeBegun(asked.text);
    const at = begun ? this.atPostcode(begun) : [];
    if (at.length) return at;
    const like = codesNear(asked.text, this.codes);
    if (like.length) return this.atCodes(like, 'near');
    if (asked.practicesOnly)
      return this.named([asked.text], ['where']).filter(
        ({ known }) => known.area.level === 'practice',
      );
    const place = placeBeside(asked.text);
    const inTown = place !== null && this.towns.has(asOne(place));
    return this.named([...new Set([text, asked.text])], inTown ? ['where', 'name'] : ['name']);
  }

  private atCodes(codes: readonly string[], match: Match): FoundPlace[] {
    return codes.map((code) => this.found(this.numbers.get(code)!, match));
  }

  private atPostcode(postcode: Postcode): FoundPlace[] {
    const { codes, exact } = practicesAt(postcode, this.located);
    return this.atCodes(codes, exact ? 'exact' : 'near');
  }

  /** The places that match texts, once for each way of weighing words. Near matches come from the first way only. */
  private named(texts: readonly string[], ways: readonly (keyof typeof worth)[]): FoundPlace[] {
    const read = texts.flatMap(readings);
    const ranked = new Map<number, Ranked>();
    for (const way of ways) {
      for (const one of read.flatMap((words) => this.ranking.of(words, way))) {
        if (one.match === 'near' && way !== ways[0]) continue;
        const before = ranked.get(one.place);
        if (!before || isBetter(one, before)) ranked.set(one.place, one);
      }
    }
    const said = { written: texts.map(asWritten), levels: levelsMeant(read) };
    let near = 0;
    return inTurn([...ranked.values()], (one) => this.rankOf(one, said))
      .filter(({ match }) => match !== 'near' || ++near <= mostNear)
      .map(({ place, name, match, isSlip }) =>
        // Somebody may have meant another place than one of nearly the same name.
        this.found(place, isSlip && match === 'every_word' ? 'near' : match, name),
      );
  }

  private found(place: number, match: Match, name = 0): FoundPlace {
    const known = this.places[place]!;
    const successor = this.successors.get(known.area.area_code) ?? null;
    return { known, match, by: known.others[name - 1] ?? null, successor };
  }

  /**
   * The sort key of a match: exact names first, among them those with the same spelling, then by score, then by size.
   */
  private rankOf({ place, name, match, score }: Ranked, { written, levels }: Said): number {
    const { area, others } = this.places[place]!;
    const exact = match === 'exact' ? 1 : 0;
    const just =
      exact && written.includes(asWritten(name ? others[name - 1]!.name : area.area_name));
    const rank = 2 * (exact + (just ? 1 : 0)) + Math.min(1, score * fitOf(area.level, levels));
    return Math.round(rank * 1e4) * 1e6 + (1e6 - place);
  }
}

/** The words of a text joined, in the first way it may be read. */
const asOne = (text: string): string => wholeName(readings(text)[0]!);

/** A text as written, and the levels of place that its words name. */
interface Said {
  written: readonly string[];
  levels: ReadonlySet<PlaceLevel>;
}

const levelsMeant = (read: readonly string[][]): ReadonlySet<PlaceLevel> =>
  new Set(read.flat().flatMap((word) => levelWords.get(word) ?? []));

/** How well a level fits those named. If none is named, an area comes before a practice with the same name. */
function fitOf(level: PlaceLevel, levels: ReadonlySet<PlaceLevel>): number {
  if (levels.size) return levels.has(level) ? 1 : 0.7;
  return level === 'practice' || level === 'pcn' ? 1 : 1.15;
}

/** The order of places that match equally well: larger areas first, then open and larger practices. */
const inOrder = (one: KnownPlace, other: KnownPlace): number =>
  levelOrder(one) - levelOrder(other) ||
  Number(other.open) - Number(one.open) ||
  (other.area.registered ?? 0) - (one.area.registered ?? 0) ||
  (one.area.area_code < other.area.area_code ? -1 : 1);

const levels: readonly PlaceLevel[] = levelIds;
const levelOrder = ({ area }: KnownPlace): number => levels.indexOf(area.level);

/** A name as written, without spaces and full stops. */
const asWritten = (text: string): string => writtenWords(text).join('');

/** Sorts things by a whole number unique to each, largest first. Sorting plain numbers is many times as fast. */
function inTurn<T>(things: readonly T[], numberOf: (thing: T) => number): T[] {
  const byNumber = new Map(things.map((thing) => [numberOf(thing), thing]));
  return [...Float64Array.from(byNumber.keys()).sort().reverse()].map((n) => byNumber.get(n)!);
}

const searches = new PerRelease<PlaceSearch>();

/** The search of a release, made when it is first asked. */
export const placeSearch = (release: Release): Promise<PlaceSearch> =>
  searches.get(release, '', () => PlaceSearch.of(release));
