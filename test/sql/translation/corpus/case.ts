import type { DialectName } from '../../../../src/sql/index.js';

/** A statement of a dialect, with what is declared of its translations; nothing: the same rows everywhere, without a warning. */
export interface Case {
  readonly sql: string;
  /** Codes of the warnings that a translation may have, by target; the rows are compared unless one of them is no INFO. */
  readonly warns?: Partial<Record<DialectName, readonly string[]>>;
  /** Targets that have no way to say it. */
  readonly refuses?: readonly DialectName[];
}

/** Cases of which nothing is declared, from a text with one statement a line; lines that begin with two dashes are headings. */
export const plainCases = (text: string): Case[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('--'))
    .map((sql) => ({ sql }));
