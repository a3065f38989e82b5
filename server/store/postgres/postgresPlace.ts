import { setTimeout as wait } from 'node:timers/promises';
import { type Manifest, parseManifest, type Removal } from '../../../data/definitions/manifest.ts';
import { formatProblem } from '../../../data/definitions/releaseFolder.ts';
import { lifeOf } from '../../../data/life/life.ts';
import type { Database } from '../database.ts';
import {
  byMonthThenNumber,
  damage,
  type Entry,
  type FolderView,
  type Trouble,
} from '../releases/folder.ts';
import { ledgerIn, ledgerProblem } from '../releases/ledger.ts';
import type { Place, StatementsFile } from '../releases/place.ts';
import { takenOver } from '../releases/takenOver.ts';
import { sql } from '../sql.ts';
import { schemaOf } from './address.ts';
import { Connections, whyNot } from './connections.ts';
import { PostgresDatabase } from './postgresDatabase.ts';

/** How often the database is asked for news, in ms. */
const askEvery = 500;

interface Held {
  id: string;
  manifest: string;
  loaded_at: string;
}

/** What the database says about all releases: the contents of the folder's files. */
interface Told {
  ledger: string;
  statements: string | null;
}

/** Releases in a PostgreSQL database, as loaded by `npm run releases -- load`. */
export class PostgresPlace implements Place {
  changes = 0;
  unreachable: string | null = null;
  private readonly connections: Connections;
  private held: readonly Held[] = [];
  private told: Told | undefined;
  private away: string | null = null;
  private known = '';
  private readonly asked: Promise<void>;
  private readonly closing = new AbortController();

  constructor(
    private readonly address: string,
    private readonly now: () => number,
  ) {
    this.connections = new Connections(address);
    this.asked = this.ask();
    void this.asked.then(() => this.goOnAsking());
  }

  ready(): Promise<void> {
    return this.asked;
  }

  look(): FolderView {
    const entries = new Map<string, Entry>();
    const removed = new Map<string, string>();
    for (const one of [...this.held].sort((a, b) => byMonthThenNumber(b.id, a.id))) {
      const manifest = manifestIn(one);
      if (!(manifest instanceof Error) && 'removed_at' in manifest) {
        removed.set(one.id, manifest.removed_at);
      } else entries.set(one.id, this.entryOf(one, manifest));
    }
    const reading = this.told ? ledgerIn(this.told.ledger) : null;
    const sums = new Map([...entries].map(([id, { manifest }]) => [id, manifest?.sha256 ?? null]));
    const events = reading?.events ?? takenOver(entries.values(), null, this.now());
    const life = lifeOf(events, this.now(), sums);
    return {
      named: life.current,
      life,
      hasLedger: true,
      ledgerProblem: ledgerProblem(reading),
      entries,
      removed,
      away: this.away,
    };
  }

  statements(): StatementsFile | null {
    const text = this.told?.statements ?? null;
    return text === null ? null : { stamp: text, read: () => text };
  }

  async open({ id, path }: Entry): Promise<Database> {
    return new PostgresDatabase(this.connections, id, path);
  }

  /** Does nothing: it only reads. The folder that the releases come from keeps the record. */
  async writeDown(): Promise<void> {}

  async close(): Promise<void> {
    this.closing.abort();
    await this.connections.close();
  }

  private entryOf({ id, loaded_at }: Held, read: Manifest | Error): Entry {
    const manifest = read instanceof Error ? null : read;
    return {
      id,
      path: schemaOf(id),
      stamp: `${manifest?.sha256} ${loaded_at}`,
      bytes: manifest?.bytes ?? 0,
      manifest,
      trouble: this.troubleIn(id, read),
    };
  }

  private troubleIn(id: string, manifest: Manifest | Error): Trouble | null {
    if (this.away !== null) return { message: this.away, damaged: false };
    if (manifest instanceof Error) {
      return damage(id, `its manifest cannot be read: ${manifest.message}`);
    }
    const message = formatProblem(id, manifest.format);
    return message ? { message, damaged: false } : null;
  }

  private async goOnAsking(): Promise<void> {
    const { signal } = this.closing;
    while (!signal.aborted) {
      await wait(askEvery, null, { signal, ref: false }).catch(() => {});
      if (!signal.aborted) await this.ask();
    }
  }

  /** Asks for news. If the database cannot be reached, keeps what was known and marks it as away. */
  private async ask(): Promise<void> {
    try {
      const database = new PostgresDatabase(this.connections, '', 'uptake');
      const held = await database.all<Held>(sql`select id, manifest, loaded_at from release`);
      const told = await database.first<Told>(sql`select ledger, statements from folder`);
      [this.held, this.told, this.away] = [held, told, null];
      this.unreachable = null;
    } catch (error) {
      this.away = 'the database of releases cannot be reached';
      this.unreachable = whyNot(this.address, error as Error);
    }
    const known = JSON.stringify([this.held, this.told, this.away]);
    if (known !== this.known) this.changes++;
    this.known = known;
  }
}

function manifestIn({ id, manifest }: Held): Manifest | Removal | Error {
  try {
    const read = parseManifest(manifest);
    return read.release === id ? read : new Error(`it is that of another: ${read.release}`);
  } catch (error) {
    return error as Error;
  }
}
