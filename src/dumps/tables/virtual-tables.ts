import type { DialectName, ScriptStatement } from '../../sql/index.js';
import type { LeftOutObject } from '../left-out-objects.js';

/** How SQLite's own modules call the tables that keep what a virtual table shows. */
const KEEPS = '(?:data|idx|content|docsize|config|segments|segdir|stat|node|parent|rowid)';

/** https://sqlite.org/cli.html: `.dump` writes virtual tables into the schema itself. */
const IN_SCHEMA = /^INSERT INTO SQLITE_(?:SCHEMA|MASTER) ?\(/;
const MADE = /^CREATE VIRTUAL TABLE (?:IF NOT EXISTS )?([`'"[]?)([^`'"\]\s(]+)/i;
const IN_TEXT = /\bVALUES\s*\(\s*'table'\s*,\s*'((?:[^']|'')+)'/i;
const USES =
  /^(?:CREATE TABLE (?:IF NOT EXISTS )?|INSERT (?:OR \w+ )?INTO |DELETE FROM |UPDATE |DROP TABLE (?:IF EXISTS )?)([`'"[]?)([^`'"\]\s(]+)/i;

/**
 * The virtual tables of a script of SQLite's, which belong to its modules, such as full-text search: they are left out, with
 * the tables that keep what they show and those' rows.
 */
export class VirtualTables {
  readonly #names = new Set<string>();

  constructor(readonly from: DialectName) {}

  /**
   * What a statement is left out for; undefined for any other statement.
   *
   * @param words its first words, with single spaces
   */
  leftOut({ text }: ScriptStatement, words: string): LeftOutObject | undefined {
    if (this.from !== 'SQLITE') return undefined;
    const name = MADE.exec(words)?.[2] ?? (IN_SCHEMA.test(words.toUpperCase()) ? IN_TEXT.exec(text)?.[1] : undefined);
    if (name !== undefined) {
      this.#names.add(name.toLowerCase());
      return {
        why: `The virtual table \`${name}\` is left out, with the tables in which it keeps its own.`,
        advice: 'Make what the target has for it, such as an index for full-text search.',
      };
    }
    const used = this.#names.size === 0 ? undefined : USES.exec(words)?.[2]?.toLowerCase();
    return used !== undefined && this.#isOwn(used)
      ? { why: `\`${used}\` keeps what a virtual table shows, which is left out.` }
      : undefined;
  }

  #isOwn(used: string): boolean {
    return (
      this.#names.has(used) ||
      [...this.#names].some(
        (name) => new RegExp(`^${KEEPS}$`).test(used.slice(name.length + 1)) && used.startsWith(`${name}_`),
      )
    );
  }
}
