import { ENGLAND, type LevelId, levelIds } from '../../data/definitions/levels.ts';
import type { Measure } from '../../data/definitions/measures.ts';
import type { Peers } from '../../data/statistics/peers.ts';
import { atPlace } from '../../data/words/english.ts';
import { pauses } from '../pace.ts';
import { type AncestorsRow, ancestorsQuery } from '../store/queries/ancestors.ts';
import type { FigureRow } from '../store/queries/figures.ts';
import type { Release } from '../store/releases.ts';
import { medianOf, type PeerGroups, peerGroups } from './peerGroups.ts';
import { ValuesOfPlaces } from './valuesOfPlaces.ts';

/** What a figure is held against: an area above its place that month, or the median of a practice's peers. */
export interface Against {
  level: LevelId | 'peers';
  code: string;
  name: string;
  /** In the unit of the figure; null where there is none. */
  value: number | null;
  /** As a sentence names it: "in England". */
  text: string;
}

/** The levels above a place, from the region down, with the column that names its area of each. */
const above = [
  { level: 'region', column: 'region_code' },
  { level: 'subregion', column: 'subregion_code' },
  { level: 'stp', column: 'stp_code' },
  { level: 'ccg', column: 'ccg_code' },
  { level: 'pcn', column: 'pcn_code' },
] as const;

/** Finds what figures are held against, keeping what it has read for those that come after. */
export class Benchmarks {
  private readonly ancestors = new Map<string, AncestorsRow>();
  private readonly values: ValuesOfPlaces;
  private readonly peers = new Map<string, Peers>();
  private groups: PeerGroups | null = null;

  constructor(
    private readonly release: Release,
    measures: readonly Measure[],
    private readonly periods: readonly string[],
  ) {
    this.values = new ValuesOfPlaces(release, measures, periods);
  }

  /** Reads what some figures are held against; until the next time. */
  async read(rows: readonly FigureRow[]): Promise<void> {
    await this.readAncestors(rows);
    for (const { level, column } of above) {
      const codes = [...this.ancestors.values()].map((row) => row[column]);
      await this.values.read(
        level,
        codes.filter((code) => code !== null),
      );
    }
    if (this.periods.length === 1) await this.readPeers(rows);
  }

  /** England, the areas that a figure that was read for lay in that month and, of one month only, its peers' median. */
  of(row: FigureRow): Against[] {
    return [
      ...this.england(row),
      ...this.parents(row),
      ...(row.level === 'practice' ? this.peersOf(row) : []),
    ];
  }

  private async readAncestors(rows: readonly FigureRow[]): Promise<void> {
    this.ancestors.clear();
    for (const level of levelIds) {
      const codes = new Set(rows.filter((row) => row.level === level).map((row) => row.area_code));
      if (level === 'england' || !codes.size) continue;
      const found = ancestorsQuery(level, this.periods, [...codes].sort());
      const pause = pauses();
      for (const row of await this.release.database.all<AncestorsRow>(found)) {
        this.ancestors.set(`${row.period} ${row.area_code}`, row);
        await pause();
      }
    }
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

  private england({ level, period, measure }: FigureRow): Against[] {
    if (level === 'england') return [];
    const value = this.release.catalogue.england(period, measure);
    return [{ level: 'england', code: ENGLAND, name: 'England', value, text: 'in England' }];
  }

  private parents(row: FigureRow): Against[] {
    const found = this.ancestors.get(`${row.period} ${row.area_code}`);
    if (!found) return [];
    return above.flatMap(({ level, column }): Against[] => {
      const code = found[column];
      const figure = code && this.values.of(code, row.period, row.measure);
      if (!code || code === row.area_code || !figure) return [];
      return [{ level, code, ...figure, text: atPlace(level, figure.name) }];
    });
  }

  private peersOf({ area_code, period, measure }: FigureRow): Against[] {
    const found = this.peers.get(area_code);
    if (!found?.peers.length) return [];
    const name = `median of the ${found.peers.length} practices most like it`;
    const value = medianOf(found, (code) => this.values.of(code, period, measure)?.value ?? null);
    return [{ level: 'peers', code: 'peers', name, value, text: `at the ${name}` }];
  }
}
