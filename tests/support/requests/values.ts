import { levelIds } from '../../../data/definitions/levels.ts';
import type { Catalogue } from '../../../server/store/catalogue.ts';
import type { Release } from '../../../server/store/releases.ts';
import type { Described, Value } from './description.ts';
import { type Random, someOf } from './random.ts';

/** Texts that are invalid for every parameter, or barely valid. */
const hostile = [
  '',
  ' ',
  ',',
  ',,',
  'zzz-unknown',
  'current',
  'null',
  'undefined',
  'NaN',
  '-0',
  '-1',
  '0',
  '1e999',
  '1e309',
  '0x10',
  '9'.repeat(400),
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '=1+1',
  '%',
  '%00',
  '\u0000',
  '\ufeff',
  '\ud83d\ude00',
  '\u202eevil',
  '１２',
  "' or 1=1; --",
  '"; drop table figure; --',
  '../../etc/passwd',
  '<script>alert(1)</script>',
  '{"$gt":""}',
  '[]',
  'group',
  'A'.repeat(1500),
  `${'A,'.repeat(700)}A`,
];

const wrongMonths = ['2018-00', '2018-13', '1999-01', '2099-12', '2018-9', '2018-09-01', '201809'];

/** Values to send as parameters for one release: known ones and wrong ones. */
export class Values {
  private readonly catalogues: Catalogue[];
  private readonly cursors = new Map<string, string[]>();

  private constructor(
    private readonly release: Release,
    private readonly releaseIds: readonly string[],
    lookup: Catalogue | null,
  ) {
    this.catalogues = [release.catalogue, ...(lookup ? [lookup] : [])];
  }

  /** Values of a release, with its places on the boundaries of its lookup if it has one. */
  static async of(release: Release, releaseIds: readonly string[]): Promise<Values> {
    const lookup = release.likeForLike && (await release.likeForLike()).catalogue;
    return new Values(release, releaseIds, lookup);
  }

  /** Keeps a cursor that a response to a path contained. */
  keepCursor(path: string, cursor: string): void {
    const kept = this.cursors.get(path) ?? [];
    if (kept.length < 50) this.cursors.set(path, [...kept, cursor]);
  }

  /** A single valid value of a parameter. */
  good({ name, schema }: Described, path: string, random: Random): string {
    if (schema.type === 'array') {
      const most =
        name === 'group' && random.chance(0.03) ? 500 : random.pick([1, 1, 1, 2, 2, 3, 5]);
      return Array.from({ length: most }, () => this.one(name, schema.items!, path, random)).join();
    }
    return this.one(name, schema, path, random);
  }

  /** An invalid or barely valid value of a parameter. */
  wrong({ name, schema }: Described, path: string, random: Random): string {
    const value = schema.items ?? schema;
    const edges = [
      ...(value.minimum === undefined ? [] : [value.minimum - 1, value.maximum! + 1, 1.5]),
    ].map(String);
    const good = this.good({ name, schema } as Described, path, random);
    const near = [
      good.toLowerCase(),
      good.toUpperCase(),
      ` ${good} `,
      `${good},`,
      `${good},${good}`,
      good.slice(0, -1),
      `${good}X`,
      [...good].reverse().join(''),
    ];
    const others = [this.place(random), this.month(random), ...wrongMonths];
    return random.pick([
      random.pick(hostile),
      random.pick(near),
      random.pick([...others, ...edges]),
    ]);
  }

  private one(name: string, value: Value, path: string, random: Random): string {
    if (value.enum) return random.pick(value.enum);
    if (value.type === 'integer') return this.integer(value, random);
    switch (name) {
      case 'area':
      case 'parent':
      case 'within':
        return random.chance(0.1) ? 'group' : this.place(random);
      case 'group':
      case 'practice':
      case 'code':
        return this.practice(random);
      case 'period':
        return random.chance(0.2) ? 'latest' : this.month(random);
      case 'from':
      case 'to':
        return this.month(random);
      case 'supplier':
        return random.pick([...this.release.catalogue.suppliers, 'not_known']);
      case 'restarts':
        return random.chance(0.3) ? 'suggested' : this.month(random);
      case 'against':
        return this.one(path.endsWith('/differences') ? 'area' : 'release', value, path, random);
      case 'release':
      case 'updatedAfter':
        return random.pick([...this.releaseIds, 'current']);
      case 'asOf':
        return random.pick([new Date().toISOString().slice(0, 10), '2001-01-31T09:30']);
      case 'codes':
        return Array.from({ length: random.below(30) + 1 }, () => this.pasted(random)).join(
          random.pick([',', ';', ' ', '\n', ', ', '\t']),
        );
      case 'q':
        return this.searched(random);
      case 'cursor':
        return random.pick(this.cursors.get(path) ?? ['cm93IDEw']);
      default:
        throw new Error(`no values for the parameter ${name}`);
    }
  }

  private integer({ minimum, maximum }: Value, random: Random): string {
    const small = Math.min(maximum!, minimum! + random.below(20));
    return String(random.pick([minimum!, maximum!, small, small, small]));
  }

  private month(random: Random): string {
    return random.pick(this.release.catalogue.periods).period;
  }

  /** A code of any level; each level is equally likely. */
  place(random: Random): string {
    const { codesByLevel } = random.pick(this.catalogues);
    const level = random.pick(levelIds.filter((id) => codesByLevel[id].length));
    return random.pick(codesByLevel[level]);
  }

  /** A random practice; in a quarter of cases, one that is missing from the last months. */
  practice(random: Random): string {
    const { areas, codesByLevel, periods } = this.release.catalogue;
    const last = periods.at(-1)!.period;
    const some = Array.from({ length: 40 }, () => random.pick(codesByLevel.practice));
    const gone = some.find((code) => areas.get(code)!.last_period < last);
    return gone && random.chance(0.25) ? gone : some[0]!;
  }

  private pasted(random: Random): string {
    const code = this.practice(random);
    return random.pick([
      code,
      code,
      code.toLowerCase(),
      code.slice(1),
      `${code}9`,
      this.place(random),
    ]);
  }

  private searched(random: Random): string {
    const { areas, addresses, codesByLevel } = this.release.catalogue;
    const code = random.pick(codesByLevel.practice);
    const name = areas.get(random.chance(0.7) ? code : this.place(random))?.area_name ?? 'surgery';
    const postcode = addresses.get(code)?.postcode ?? 'EX1 1AA';
    const from = random.below(name.length);
    const part = name.slice(from, from + 1 + random.below(12));
    return (
      random
        .pick([name, part, someOf(name.split(' '), random).join(' '), postcode, code])
        .slice(0, 100)
        .trim() || 'a'
    );
  }
}
