import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerFile } from '../../../../data/definitions/releaseFolder.ts';
import type { Deed, LedgerEvent } from '../../../../data/life/events.ts';
import {
  addToLedger,
  ledgerProblem,
  readLedger,
} from '../../../../server/store/releases/ledger.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uptake-ledger-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const doing = { by: 'Zoë', now: new Date('2019-05-30T08:30:00Z') };
const policy = (approvals: number): Deed => ({ event: 'policy', approvals });
const add = (...deeds: Deed[]) => addToLedger(folder, deeds, doing, () => []);
const path = () => join(folder, ledgerFile);
const counts = () =>
  readLedger(folder)!.events.map((event) => event.event === 'policy' && event.approvals);

describe('a ledger in a folder', () => {
  it('begins with the given events, and grows', () => {
    expect(readLedger(folder)).toBeNull();
    const first: LedgerEvent = { at: '2019-01-01T00:00:00.000Z', by: null, ...policy(7) } as const;
    addToLedger(folder, [policy(1)], doing, () => [first]);
    addToLedger(folder, [policy(2), policy(3)], doing, () => {
      throw new Error('it has begun');
    });
    expect(counts()).toEqual([7, 1, 2, 3]);
    expect(readLedger(folder)!.events[1]).toEqual({
      at: '2019-05-30T08:30:00.000Z',
      by: 'Zoë',
      event: 'policy',
      approvals: 1,
    });
    expect(readFileSync(path(), 'utf8').split('\n')).toHaveLength(5);
  });

  it('overwrites only an incomplete last line', () => {
    add(policy(1), policy(2));
    const whole = readFileSync(path());
    add(policy(3));
    const third = readFileSync(path()).subarray(whole.length);
    // Also between the two bytes of the ë.
    for (let cut = 0; cut < third.length; cut += 3) {
      writeFileSync(path(), Buffer.concat([whole, third.subarray(0, cut)]));
      expect(counts()).toEqual([1, 2]);
      add(policy(4));
      expect(counts()).toEqual([1, 2, 4]);
      expect(ledgerProblem(readLedger(folder))).toBeNull();
    }
  });

  it('leaves nothing of an incomplete line, however long it was', () => {
    add(policy(1));
    appendFileSync(path(), 'x'.repeat(5000));
    add(policy(2));
    expect(readFileSync(path(), 'utf8').endsWith('}\n')).toBe(true);
    expect(counts()).toEqual([1, 2]);
  });

  it('without a complete line counts as missing', () => {
    writeFileSync(path(), '{"before":null,"at":"2019-');
    expect(readLedger(folder)).toBeNull();
    add(policy(1));
    expect(counts()).toEqual([1]);
  });

  it('that was edited is not appended to', () => {
    add(policy(1), policy(2), policy(3));
    const edited = readFileSync(path(), 'utf8').replace('"approvals":2', '"approvals":0');
    writeFileSync(path(), edited);
    const why = 'line 2 of ledger.jsonl cannot be relied on: it was changed since it was written';
    expect(ledgerProblem(readLedger(folder))).toBe(why);
    expect(() => add(policy(4))).toThrow(why);
    expect(readFileSync(path(), 'utf8')).toBe(edited);
    appendFileSync(path(), 'torn');
    expect(() => add(policy(4))).toThrow(why);
  });
});
