import { statementsFile } from '../../../data/definitions/releaseFolder.ts';
import {
  parseStatements,
  type Statement,
  statementsOf,
} from '../../../data/definitions/statements.ts';
import type { Place, StatementsFile } from './place.ts';

/** Statements of the operator, read from their file. */
export class Statements {
  private read: { stamp: string | undefined; all: Statement[]; problem: string | null } | undefined;

  constructor(private readonly place: Place) {}

  /** All statements; examples if there are none or the file cannot be used. */
  all(): readonly Statement[] {
    return this.look().all;
  }

  /** Why the file cannot be used; null if it can, or does not exist. */
  problem(): string | null {
    return this.look().problem;
  }

  /** Changes with the file. */
  stamp(): string {
    return this.look().stamp ?? '';
  }

  private look() {
    const file = this.place.statements();
    const stamp = file?.stamp;
    if (this.read?.stamp !== stamp || !this.read) {
      this.read = { stamp, ...(file ? readFrom(file) : { all: statementsOf({}), problem: null }) };
    }
    return this.read;
  }
}

function readFrom({ read }: StatementsFile): { all: Statement[]; problem: string | null } {
  try {
    return { all: statementsOf(parseStatements(read())), problem: null };
  } catch (error) {
    const problem = `${statementsFile} cannot be used: ${(error as Error).message}`;
    return { all: statementsOf({}), problem };
  }
}
