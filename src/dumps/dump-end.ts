import type { DialectName } from '../sql/index.js';
import { leftOut } from './made-outcomes.js';
import type { Outcome } from './outcome.js';

/** How a tool begins a dump, and with which line it ends one that is whole. */
interface Ends {
  readonly begins: RegExp;
  readonly ends: RegExp;
  readonly end: string;
}

/** https://www.sqlite.org/cli.html#converting_an_entire_database_to_a_text_file */
const ENDS: Readonly<Record<DialectName, Ends>> = {
  POSTGRESQL: {
    begins: /^-- PostgreSQL database (?:cluster )?dump\s*$/m,
    ends: /^-- PostgreSQL database (?:cluster )?dump complete\b/m,
    end: '-- PostgreSQL database dump complete',
  },
  MYSQL: { begins: /^-- (?:MySQL|MariaDB) dump \d/m, ends: /^-- Dump completed\b/m, end: '-- Dump completed' },
  SQLITE: {
    begins: /^PRAGMA foreign_keys=OFF;\s*BEGIN TRANSACTION;/,
    ends: /^(?:COMMIT;|ROLLBACK; -- due to errors)/m,
    end: 'COMMIT;',
  },
};

/** How far a tool's own words may be behind the start. */
const HEAD = 2000;
const LONGEST_END = 80;

/** Looks for the line that ends a dump: one that was cut off between two statements reads as if it were whole. */
export class DumpEnd {
  readonly #ends: Ends;
  #begins: boolean | undefined;
  #isThere = false;
  #carried = '';
  #lines = 1;

  constructor(from: DialectName) {
    this.#ends = ENDS[from];
  }

  /** Takes the next piece of the dump. */
  note(chunk: string): void {
    this.#begins ??= this.#ends.begins.test(chunk.slice(0, HEAD));
    if (!this.#begins) return;
    const text = this.#carried + chunk;
    this.#isThere ||= this.#ends.ends.test(text);
    for (let at = chunk.indexOf('\n'); at >= 0; at = chunk.indexOf('\n', at + 1)) this.#lines += 1;
    // from the start of a line, so that none begins in the middle of a text
    this.#carried = text.slice(Math.max(text.lastIndexOf('\n') + 1, text.length - LONGEST_END));
  }

  /** What is to be told behind the last piece; undefined where nothing is missing. */
  missing(): Outcome | undefined {
    if (this.#begins !== true || this.#isThere) return undefined;
    const position = { line: this.#lines, column: 1 };
    const source = this.#carried.trimEnd();
    return leftOut(
      { source, position, text: source, place: () => position },
      {
        why: `The dump lacks the line that ends it, \`${this.#ends.end}\`: it may have been cut off, and rows or tables be missing.`,
        advice: 'Look whether it is whole, or dump again.',
      },
    );
  }
}
