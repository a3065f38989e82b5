import { describe, expect, it } from 'vitest';
import {
  type PeerCandidate,
  type Peers,
  peersAmong,
  valuesOf,
} from '../../../data/statistics/peers.ts';
import { seededRandom } from '../../support/random.ts';

const practice = (
  code: string,
  registered: number | null,
  deprivation: number | null = null,
  rural: boolean | null = null,
  supplier: string | null = null,
): PeerCandidate => ({ code, supplier, registered, deprivation, rural });

function town(count: number, seed: number): PeerCandidate[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) =>
    practice(
      `P${String(index).padStart(4, '0')}`,
      Math.round(1000 * Math.exp(random() * 3)),
      5 + random() * 50,
      random() < 0.15,
    ),
  );
}

const nearestPeers = (code: string, candidates: PeerCandidate[], k = 10): Peers =>
  peersAmong(candidates)(code, k);

const codes = ({ peers }: { peers: { code: string }[] }) => peers.map(({ code }) => code);

describe('peersAmong', () => {
  it('uses the ratio of list sizes, not their difference', () => {
    const candidates = [
      practice('A', 1000),
      practice('B', 1900),
      practice('C', 600),
      practice('D', 9000),
    ];
    expect(nearestPeers('A', candidates, 3)).toMatchObject({ inputs: ['list_size'] });
    expect(codes(nearestPeers('A', candidates, 3))).toEqual(['C', 'B', 'D']);
    expect(codes(nearestPeers('A', candidates, 1))).toEqual(['C']);
  });

  it('has those equally near in order of code', () => {
    const candidates = [1000, 2000, 2000, 2000, 500].map((size, i) =>
      practice(['A', 'D', 'B', 'C', 'E'][i]!, size),
    );
    expect(codes(nearestPeers('A', candidates))).toEqual(['B', 'C', 'D', 'E']);
    const reversed = candidates.toReversed();
    expect(codes(nearestPeers('A', reversed))).toEqual(['B', 'C', 'D', 'E']);
  });

  it('counts in standard deviations', () => {
    // Of logs 0 and 2 in equal number the deviation is 1, and so is that of scores 10 and 12.
    const big = Math.exp(2);
    const candidates = [
      practice('A', 1, 10),
      practice('B', big, 10),
      practice('C', 1, 12),
      practice('D', big, 12),
    ];
    const { peers, inputs } = nearestPeers('A', candidates);
    expect(inputs).toEqual(['list_size', 'deprivation']);
    expect(peers.map(({ code }) => code)).toEqual(['B', 'C', 'D']);
    expect(peers[0]!.distance).toBeCloseTo(2, 12);
    expect(peers[2]!.distance).toBeCloseTo(Math.sqrt(8), 8);
  });

  it('counts town against country as two standard deviations', () => {
    const candidates = [
      practice('A', 1000, null, true),
      practice('B', 1000, null, true),
      practice('C', 1000, null, false),
    ];
    const { peers, inputs } = nearestPeers('A', candidates);
    expect(inputs).toEqual(['rurality']);
    expect(peers).toEqual([
      { code: 'B', distance: 0 },
      { code: 'C', distance: 2 },
    ]);
  });

  it('counts another supplier as two standard deviations, and two returns of one as the same', () => {
    const candidates = ['EMIS', 'EMIS (I)', 'TPP'].map((supplier, i) =>
      practice('ABC'[i]!, 1000, null, null, supplier),
    );
    const { peers, inputs } = nearestPeers('A', candidates);
    expect(inputs).toEqual(['supplier']);
    expect(peers).toEqual([
      { code: 'B', distance: 0 },
      { code: 'C', distance: 2 },
    ]);
  });

  it('finds thirty', () => {
    expect(peersAmong(town(40, 3))('P0000').peers).toHaveLength(30);
  });

  it('leaves out an input that the practice or most candidates lack, and says so', () => {
    const candidates = town(40, 4);
    const bare = { ...candidates[0]!, deprivation: null };
    expect(nearestPeers(bare.code, [bare, ...candidates.slice(1)]).inputs).toEqual([
      'list_size',
      'rurality',
    ]);
    const few = candidates.map((one, index) => ({ ...one, rural: index < 19 ? one.rural : null }));
    expect(nearestPeers(candidates[0]!.code, few).inputs).toEqual(['list_size', 'deprivation']);
  });

  it('skips candidates that lack an input in use', () => {
    const candidates = [...town(20, 5), practice('X', 5000), practice('Y', null, 20, false)];
    const found = nearestPeers('P0003', candidates, 100);
    expect(found.inputs).toEqual(['list_size', 'deprivation', 'rurality']);
    expect(codes(found)).toHaveLength(19);
    expect(codes(found)).not.toContain('P0003');
  });

  it('breaks ties by code, whatever the order they came in', () => {
    const candidates = ['A', 'E', 'D', 'C', 'B'].map((code) => practice(code, 4000));
    const more = [...candidates, practice('F', 8000)];
    expect(codes(nearestPeers('A', more, 3))).toEqual(['B', 'C', 'D']);
    const random = town(300, 6);
    expect(nearestPeers('P0100', random)).toEqual(nearestPeers('P0100', random.toReversed()));
  });

  it('agrees with distances computed the simple way', () => {
    const candidates = town(200, 8);
    const own = candidates[50]!;
    const deviation = (values: number[]) => {
      const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
      return Math.sqrt(values.reduce((sum, v) => sum + (v - mean) ** 2, 0) / values.length);
    };
    const size = deviation(candidates.map((one) => Math.log(one.registered!)));
    const score = deviation(candidates.map((one) => one.deprivation!));
    const expected = candidates
      .filter((one) => one !== own)
      .map((one) => ({
        code: one.code,
        distance: Math.hypot(
          Math.log(one.registered! / own.registered!) / size,
          (one.deprivation! - own.deprivation!) / score,
          one.rural === own.rural ? 0 : 2,
        ),
      }))
      .sort((a, b) => a.distance - b.distance)
      .slice(0, 10);
    const found = nearestPeers(own.code, candidates).peers;
    expect(found.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
    found.forEach(({ distance }, index) => {
      expect(distance).toBeCloseTo(expected[index]!.distance, 8);
    });
  });

  it('finds the same peers as an exhaustive search', () => {
    const candidates = town(150, 11).map((one, index) => ({
      ...one,
      supplier: ['EMIS', 'TPP', 'TPP (I)', 'NK'][index % 4]!,
      registered: Math.round(one.registered! / 1000) * 1000 || 500,
      deprivation: index % 9 ? Math.round(one.deprivation! / 5) : null,
      rural: index % 7 ? one.rural : null,
    }));
    const find = peersAmong(candidates);
    for (const { code } of candidates) {
      expect(find(code, 10).peers).toEqual(find(code, 150).peers.slice(0, 10));
    }
    expect(find('P0000').inputs).toEqual(['supplier', 'list_size']);
    expect(find('P0003').inputs).toEqual(['list_size', 'deprivation', 'rurality']);
    expect(find('P0000', 150).peers).toHaveLength(112);
    expect(find('P0001', 150).peers.length).toBeLessThan(149);
  });

  it('knows no size of a list of nobody', () => {
    const sizes = [practice('A', 0), practice('B', null), practice('C', 1)];
    expect(valuesOf('list_size', sizes)).toEqual([null, null, 0]);
  });

  it('has none for a practice without a list, and refuses one it does not know', () => {
    const candidates = [practice('A', null, 10, false), ...town(5, 9)];
    expect(nearestPeers('A', candidates)).toEqual({ peers: [], inputs: [] });
    expect(() => nearestPeers('Z', candidates)).toThrow('practice not among the candidates: Z');
  });
});
