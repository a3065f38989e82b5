import {
  measureIds,
  type OracleInput,
  type OraclePractice,
  oraclePractices,
  type Share,
  shareOf,
} from '../../support/oracle.ts';
import { compared, wilson } from './methods.ts';

export type Row = Record<string, unknown>;
type Level = 'england' | 'region' | 'subregion' | 'ccg' | 'practice';

export const England = 'E92000001';

/**
 * The units of values, and how much of a unit is one; written again here, independently of the product's declarations.
 */
export const unitOf = (measure: string): { unit: string; scale: number } =>
  /_(use|new)$/.test(measure)
    ? { unit: 'per 1,000 patients', scale: 1000 }
    : {
        unit: measure.endsWith('_practices') ? 'percent of practices' : 'percent of patients',
        scale: 100,
      };

export interface Figure {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
  marker: string | null;
  practices: number;
  practices_reported: number;
}

/** Everything that extracts contain, read and summed in plain JavaScript, without SQL. */
export class Told {
  readonly practices: readonly OraclePractice[];
  readonly months: readonly string[];
  private readonly byPlace = new Map<string, OraclePractice[]>();
  private readonly figures = new Map<string, Figure>();

  constructor(inputs: readonly OracleInput[]) {
    this.practices = oraclePractices(inputs).sort((a, b) => (a.code < b.code ? -1 : 1));
    for (const one of this.practices) {
      for (const code of [one.code, ...Object.values(one.areas)]) {
        const key = `${code} ${one.period}`;
        if (code) this.byPlace.set(key, [...(this.byPlace.get(key) ?? []), one]);
      }
    }
    this.months = [...new Set(this.practices.map(({ period }) => period))].sort();
  }

  /** The practices of a place in a month in the order of codes; a practice is its own only one. */
  within(code: string, period: string): readonly OraclePractice[] {
    return this.byPlace.get(`${code} ${period}`) ?? [];
  }

  /** The codes of a level in a month, in order. */
  codes(level: Level, period: string): string[] {
    const codes = this.within(England, period).map((one) =>
      level === 'practice' ? one.code : one.areas[level],
    );
    return [...new Set(codes.filter((code) => code !== null))].sort();
  }

  levelOf(code: string): Level {
    for (const { areas } of this.practices) {
      const found = Object.entries(areas).find(([, one]) => one === code);
      if (found) return found[0] as Level;
    }
    return 'practice';
  }

  /** The name of a place in a month, or in its last month before it. */
  nameOf(code: string, period: string): string {
    if (code === England) return 'England';
    const one = this.practices.filter(
      (held) => held.code === code || Object.values(held.areas).includes(code),
    );
    const month = one.filter((held) => held.period <= period).map((held) => held.period);
    const last = one.find((held) => held.period === month.sort().at(-1))!;
    return last.code === code ? last.name : last.areaNames[code]!;
  }

  sharesOf(code: string, period: string, measure: string): [OraclePractice, Share][] {
    return this.within(code, period).flatMap((one): [OraclePractice, Share][] => {
      const share = shareOf(one, measure);
      return share ? [[one, share]] : [];
    });
  }

  figure(code: string, period: string, measure: string): Figure {
    const key = `${code} ${period} ${measure}`;
    const known = this.figures.get(key);
    if (!known) this.figures.set(key, this.added(code, period, measure));
    return known ?? this.figures.get(key)!;
  }

  private added(code: string, period: string, measure: string): Figure {
    const shares = this.sharesOf(code, period, measure).map(([, share]) => share);
    const reported = shares.filter((share) => share.reported).length;
    const add = (part: 'numerator' | 'denominator') =>
      shares.reduce((all, share) => all + share[part], 0);
    const counted = shares.length > 0 && reported > 0;
    const [numerator, denominator] = counted
      ? [add('numerator'), add('denominator')]
      : [null, null];
    const collected = this.sharesOf(England, period, measure).length > 0;
    const { scale } = unitOf(measure);
    return {
      numerator,
      denominator,
      value: numerator === null || !denominator ? null : (numerator / denominator) * scale,
      marker: numerator === null || !denominator ? (collected ? '[x]' : '[z]') : null,
      practices: shares.length,
      practices_reported: reported,
    };
  }

  /**
   * The first month of a practice on a different system than before, among the twelve months up to one; the latest if
   * there are several.
   */
  movedIn(code: string, period: string): string | null {
    const brandOf = (supplier: string | null) =>
      supplier === null || supplier === 'NK' ? null : supplier.replace(/ \(I\)$/, '');
    const known = this.practices
      .filter((one) => one.code === code && brandOf(one.supplier) !== null)
      .sort((a, b) => (a.period < b.period ? -1 : 1));
    const moves = known.filter(
      (one, i) => i > 0 && brandOf(one.supplier) !== brandOf(known[i - 1]!.supplier),
    );
    const ago = (month: string) =>
      Number(period.slice(0, 4)) * 12 +
      Number(period.slice(5)) -
      Number(month.slice(0, 4)) * 12 -
      Number(month.slice(5));
    const lately = moves.filter((one) => ago(one.period) >= 0 && ago(one.period) < 12);
    return lately.at(-1)?.period ?? null;
  }

  value = (code: string, period: string, measure: string): number | null =>
    this.figure(code, period, measure).value;

  /** The values of a place's practices by code, without missing ones. */
  values(code: string, period: string, measure: string): Map<string, number> {
    return new Map(
      this.within(code, period).flatMap((one): [string, number][] => {
        const value = this.value(one.code, period, measure);
        return value === null ? [] : [[one.code, value]];
      }),
    );
  }

  held(period: string): string[] {
    return measureIds.filter((id) => this.sharesOf(England, period, id).length > 0);
  }

  /** Place, month and measure of a row. */
  heading(code: string, period: string, measure: string): Row {
    return {
      period,
      level: this.levelOf(code),
      area_code: code,
      area_name: this.nameOf(code, period),
      measure,
    };
  }
}

/** The interval of a figure at both levels; none if it is not a share. */
export function variation(
  figure: Figure,
  measure: string,
  level: string,
): Record<string, number | null> {
  // A practice offers something to all or none of its patients, so that figure has no interval.
  const isShare =
    unitOf(measure).scale === 100 && !(level === 'practice' && /_offered/.test(measure));
  const none = { lower: null, upper: null };
  const at = (level: 95 | 998) =>
    isShare ? wilson(figure.numerator, figure.denominator, level) : none;
  return {
    lower_95: at(95).lower,
    upper_95: at(95).upper,
    lower_998: at(998).lower,
    upper_998: at(998).upper,
  };
}

export const against = (
  limits: Record<string, number | null>,
  level: 95 | 998,
  other: number | null,
): string => compared(limits[`lower_${level}`] ?? null, limits[`upper_${level}`] ?? null, other);
