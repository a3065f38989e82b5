import { ENGLAND, type LevelId, levelIds } from '../../data/definitions/levels.ts';
import { type Measure, measureOf } from '../../data/definitions/measures.ts';
import { figureValue } from '../../data/definitions/units.ts';
import { quartiles } from '../../data/statistics/deciles.ts';
import type { Peers } from '../../data/statistics/peers.ts';
import { restOf } from '../../data/statistics/rest.ts';
import type { Benchmark } from '../../data/words/comparison.ts';
import { atPlaceIn } from '../../data/words/english.ts';
import { pauses } from '../pace.ts';
import { type AncestorsRow, ancestorsQuery } from '../store/queries/ancestors.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { ancestorsIn } from './ancestors.ts';
import { type Among, Company } from './company.ts';
import { Overlaps } from './overlaps.ts';
import { type PeerGroups, peerGroups } from './peerGroups.ts';
import { type PlaceValue, ValuesOfPlaces } from './valuesOfPlaces.ts';

/** What a figure is compared with: an area that contained its place that month, or the median of a practice's peers. */
export interface Against extends Benchmark {
  level: LevelId | 'peers';
  code: string;
  name: string;
  /** In the unit of the figure; null if there is none. */
  value: number | null;
  /** The figure's rank in its level within that area, or among its peers; null if none is given. */
  among: Among | null;
  /** Peers only: the middle half of their figures. */
  middle?: { p25: number; p75: number } | null;
}

/** The levels above a place, from the region down, each with the column of its area code. */
const above = [
  { level: 'region', column: 'region_code' },
  { level: 'subregion', column: 'subregion_code' },
  { level: 'stp', column: 'stp_code' },
  { level: 'ccg', column: 'ccg_code' },
  { level: 'pcn', column: 'pcn_code' },
] as const;

/** Finds the benchmarks of figures, and keeps what it has read for the next ones. */
export class Benchmarks {
  private readonly ancestors = new Map<string, AncestorsRow>();
  private readonly values: ValuesOfPlaces;
  private readonly company: Company;
  private readonly overlaps: Overlaps;
  private readonly peers = new Map<string, Peers>();
  private groups: PeerGroups | null = null;

  constructor(
    private readonly release: Release,
    measures: readonly Measure[],
    private readonly periods: readonly string[],
    /** The only levels wanted; all if not given. */
    private readonly only?: readonly Against['level'][],
  ) {
    this.values = new ValuesOfPlaces(release, measures, periods);
    this.company = new Company(release, measures, periods);
    this.overlaps = new Overlaps(release, measures, periods);
  }

  /** Reads the benchmarks of some figures. They replace those read before. */
  async read(rows: readonly FigureRow[]): Promise<void> {
    if (!this.only?.every((level) => level === 'england')) {
      await this.readAncestors(rows);
      await this.overlaps.read(rows);
    }
    for (const { level, column } of above) {
      if (!this.wants(level)) continue;
      const codes = [...this.ancestors.values()].map((row) => row[column]);
      await this.values.read(
        level,
        codes.filter((code) => code !== null),
      );
    }
    for (const level of new Set(rows.map((row) => row.level))) await this.company.bring(level);
    if (this.periods.length === 1 && this.wants('peers')) await this.readPeers(rows);
  }

  /**
   * The benchmarks of a figure that was read: England, the areas that contained its place that month and, if only one
   * month is asked for, the median of its peers. An area with no other practices than the place itself is left out.
   */
  of(row: FigureRow): Against[] {
    return [
      ...(this.wants('england') ? this.england(row) : []),
      ...this.parents(row),
      ...(row.level === 'practice' ? this.peersOf(row) : []),
    ];
  }

  private wants(level: Against['level']): boolean {
    return this.only?.includes(level) ?? true;
  }

  private async readAncestors(rows: readonly FigureRow[]): Promise<void> {
    this.ancestors.clear();
    for (const level of levelIds) {
      const codes = new Set(rows.filter((row) => row.level === level).map((row) => row.area_code));
      if (level === 'england' || !codes.size) continue;
      const pause = pauses();
      for (const row of await this.ancestorsOf(level, [...codes].sort())) {
        this.ancestors.set(`${row.period} ${row.area_code}`, row);
        await pause();
      }
    }
  }

  /** The areas that some places were in. For a single month they come from a kept list of all places. */
  private async ancestorsOf(
    level: Exclude<LevelId, 'england'>,
    codes: readonly string[],
  ): Promise<AncestorsRow[]> {
    const [period] = this.periods;
    if (this.periods.length > 1) {
      const found = ancestorsQuery(level, this.periods, codes);
      return this.release.database.all<AncestorsRow>(found);
    }
    const kept = await ancestorsIn(this.release, level, period!);
    return codes.flatMap((code) => kept.get(code) ?? []);
  }

  private async readPeers(rows: readonly FigureRow[]): Promise<void> {
    const practices = rows.filter(({ level }) => level === 'practice');
    if (!practices.length) return;
    this.groups ??= await peerGroups(this.release, this.periods[0]!);
    this.peers.clear();
    const pause = pauses();
    for (const { area_code: code } of practices) {
      if (!this.peers.has(code)) this.peers.set(code, this.groups.of(code));
      await pause();
    }
    const codes = [...this.peers.values()].flatMap(({ peers }) => peers.map((peer) => peer.code));
    await this.values.read('practice', codes);
  }

  private england(row: FigureRow): Against[] {
    const { level, period, measure } = row;
    if (level === 'england') return [];
    const counts = this.release.catalogue.englandCounts(period, measure);
    const value = this.release.catalogue.england(period, measure);
    const known = counts ?? { numerator: null, denominator: null, practices: 0 };
    // Like for like, England is only the practices that the lookup places.
    const placed = this.release.catalogue.boundaries === 'lookup';
    const name = placed ? 'England (practices placed by the lookup)' : 'England';
    return this.area(row, { level: 'england', code: ENGLAND }, { ...known, value, name });
  }

  private parents(row: FigureRow): Against[] {
    const found = this.ancestors.get(`${row.period} ${row.area_code}`);
    if (!found) return [];
    return above.flatMap(({ level, column }): Against[] => {
      const code = found[column];
      const figure = code && this.values.of(code, row.period, row.measure);
      if (!code || code === row.area_code || !figure || !this.wants(level)) return [];
      return this.area(row, { level, code }, figure);
    });
  }

  private area(
    row: FigureRow,
    area: { level: LevelId; code: string },
    figure: PlaceValue,
  ): Against[] {
    const own = this.overlaps.of(row, area.code);
    if (own.practices > 0 && figure.practices === own.practices) return [];
    const measure = measureOf(row.measure);
    const others = restOf(figure, own);
    const rest = others && figureValue(measure, others.numerator, others.denominator);
    const among =
      measure.allOrNone && row.level === 'practice' ? null : this.company.among(row, area, measure);
    const whole = atPlaceIn(row.period, area.level, figure.name);
    const text = whole.replace(/^in /, 'in the rest of ');
    return [{ ...area, name: figure.name, value: figure.value, rest, text, whole, among }];
  }

  private peersOf({ area_code, period, measure, value: own }: FigureRow): Against[] {
    const found = this.peers.get(area_code);
    if (!found?.peers.length) return [];
    const name = `median of the ${found.peers.length} practices most like it`;
    const known = found.peers.flatMap(({ code }) => {
      const value = this.values.of(code, period, measure)?.value ?? null;
      return value === null ? [] : [value];
    });
    const spread = quartiles(known);
    const value = spread?.p50 ?? null;
    const told = own !== null && known.length > 0 && !measureOf(measure).allOrNone;
    return [
      {
        level: 'peers',
        code: 'peers',
        name,
        value,
        rest: value,
        text: `at the ${name}`,
        whole: null,
        among: told ? amongPeers(own, known) : null,
        middle: spread && { p25: spread.p25, p75: spread.p75 },
      },
    ];
  }
}

const amongPeers = (own: number, known: readonly number[]): Among => ({
  place: known.filter((other) => other > own).length + 1,
  places: known.length + 1,
  equal: known.filter((other) => other === own).length,
  below: known.filter((other) => other < own).length,
  position: null,
});
