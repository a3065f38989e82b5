import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { chained, readChain } from '../../../data/life/chain.ts';
import { type Deed, parseEvent } from '../../../data/life/events.ts';
import { approved, at, built, published, scheduled } from './events.ts';

const hash = (text: string) => createHash('sha256').update(text).digest('hex');

const id = '2019-04.1';
const events = [
  at('2019-05-20 10:00', { event: 'policy', approvals: 1 }, 'Ann'),
  at('2019-05-20 10:00', built(id), 'Ann'),
  at('2019-05-20 10:00', approved(id), 'Zoë Ó Brien'),
  at('2019-05-20 10:00', scheduled(id, '2019-05-30 08:30'), 'Ann'),
  at('2019-05-30 08:30', published(id)),
];

const lines: string[] = [];
let last: string | null = null;
for (const event of events) {
  const { line, sum } = chained(event, last, hash);
  lines.push(line);
  last = sum;
}
const read = (all: readonly string[]) => readChain(all.join(''), hash);
/** The lines with one of them changed. */
const changed = (index: number, change: (line: string) => string) =>
  lines.map((line, i) => (i === index ? change(line) : line));

describe('a ledger', () => {
  it('is read as it was written', () => {
    const whole = lines.join('').length;
    expect(read(lines)).toEqual({ events, last, broken: null, whole });
    expect(read([])).toEqual({ events: [], last: null, broken: null, whole: 0 });
  });

  it.each(events.map((_, i) => i))('of which line %# + 1 was edited says so', (index) => {
    const edited = read(changed(index, (line) => line.replace('2019', '2018')));
    expect(edited.broken).toEqual({
      line: index + 1,
      why: 'it was changed since it was written',
    });
    expect(edited.events).toEqual(events.slice(0, index));
  });

  it('with an edited line and a new checksum is found out at the next line', () => {
    const forged = changed(1, () => {
      const { line } = chained(events[1]!, null, hash);
      return line;
    });
    expect(read(forged).broken).toEqual({
      line: 2,
      why: 'the line before it is not the one that it was written after',
    });
  });

  it.each([
    ['taken out', lines.filter((_, i) => i !== 2), 3],
    ['put in twice', [...lines.slice(0, 3), ...lines.slice(2)], 4],
    ['taken from the beginning', lines.slice(1), 1],
    ['changed for another', [lines[1]!, lines[0]!, ...lines.slice(2)], 1],
  ])('of which a line was %s says where', (_, all, line) => {
    expect(read(all).broken?.line).toBe(line);
  });

  it('with an incomplete last line is intact without it', () => {
    const text = lines.join('');
    const until = text.length - lines.at(-1)!.length;
    for (let cut = until; cut < text.length; cut++) {
      const reading = readChain(text.slice(0, cut), hash);
      expect([reading.events.length, reading.broken, reading.whole]).toEqual([4, null, until]);
    }
  });

  it.each(['nonsense\n', '\n', '{"event":"published"}\n'])(
    'reports a malformed line: %j',
    (text) => {
      const { broken } = readChain(lines[0] + text, hash);
      expect(broken).toEqual({ line: 2, why: 'it is no line of a ledger' });
    },
  );
});

describe('an event', () => {
  const good = at('2019-05-20 10:00', scheduled(id, '2019-05-30 08:30'), 'Ann');
  it.each<[string, object, string]>([
    ['a release that is no id', { release: '../2019-04.1' }, 'its release cannot be used'],
    ['a time that is none', { due: '2019-05-30' }, 'its due cannot be used'],
    ['a day that is none', { due: '2019-15-30T08:30:00.000Z' }, 'its due cannot be used'],
    ['no time', { at: undefined }, 'its at cannot be used'],
    ['an empty name', { by: ' ' }, 'its by cannot be used'],
    ['no sum', { sha256: 'abc' }, 'its sha256 cannot be used'],
    ['nothing that is known', { event: 'toString' }, 'its event is not known: toString'],
  ])('with %s is refused', (_, change, why) => {
    expect(() => parseEvent({ ...good, ...change })).toThrow(why);
  });

  it('is read, whatever its kind', () => {
    const about = { release: id, sha256: null };
    const month = '2019-04';
    const deeds: Deed[] = [
      {
        event: 'noticed',
        ...about,
        kind: 'note',
        text: 'x',
        measure: null,
        area: null,
        period: null,
      },
      { event: 'withdrawn', ...about, reason: 'x' },
      { event: 'removed', ...about },
      { event: 'announced', month, due: '2019-05-30T08:30:00.000Z', provisional: true },
      { event: 'confirmed', month },
      { event: 'moved', month, due: '2019-05-30T08:30:00.000Z', reason: 'x' },
      { event: 'cancelled', month, reason: 'x' },
    ];
    for (const deed of deeds) {
      const event = at('2019-05-20 10:00', deed);
      expect(parseEvent(event)).toEqual(event);
    }
    expect(() => parseEvent(at('2019-05-20 10:00', { ...deeds[6]!, reason: '' } as Deed))).toThrow(
      'its reason cannot be used',
    );
  });
});
