import { DragomanError } from '../../errors/index.js';
import { walk, type Statement } from '../ast/index.js';
import { dialects, type Dialect, type DialectName } from '../dialects/index.js';
import { functionRow } from '../functions/index.js';
import { parseTokens } from '../parser/index.js';
import { fingerprintOf } from './fingerprint.js';
import { splitStatements } from './split-statements.js';

/** What the text alone says of its dialect. */
interface DetectedDialect {
  /** The dialects in which the text can be read, the likeliest first; empty where it can be read in none. */
  readonly candidates: readonly DialectName[];
  /** Whether the first is sure: the only one, or the text means the same in all of them. */
  readonly certain: boolean;
}

interface Reading {
  readonly name: DialectName;
  readonly fingerprints: string;
  /** Calls of functions that the dialect does not know: the fewer, the likelier it is. */
  readonly unknownCalls: number;
}

/** Tells in which dialect a text is written, from its grammar and from the functions that it calls. */
function detectDialect(sql: string): DetectedDialect {
  const readings = Object.values(dialects).flatMap((dialect) => readIn(sql, dialect));
  const fewest = Math.min(...readings.map(({ unknownCalls }) => unknownCalls));
  const likely = readings.filter(({ unknownCalls }) => unknownCalls === fewest);
  const meanings = new Set(likely.map(({ fingerprints }) => fingerprints));
  return { candidates: likely.map(({ name }) => name), certain: meanings.size === 1 };
}

/**
 * The dialect of a text that must be read in one; where none fits, PostgreSQL, whose error then says where.
 *
 * @param hint How to name the dialect instead, told where several fit.
 * @throws DragomanError AMBIGUOUS_DIALECT
 */
export function dialectOf(sql: string, hint: string): DialectName {
  const { candidates, certain } = detectDialect(sql);
  if (certain || candidates.length === 0) return candidates[0] ?? 'POSTGRESQL';
  throw new DragomanError('AMBIGUOUS_DIALECT', `The text may be ${candidates.join(' or ')}.`, { hint });
}

function readIn(sql: string, dialect: Dialect): Reading[] {
  try {
    const statements = splitStatements(sql, dialect).map(({ tokens }) => parseTokens(sql, tokens, dialect));
    if (statements.some(({ kind }) => kind === 'unknown')) return [];
    const fingerprints = statements.map((statement) => fingerprintOf(statement, dialect)).join();
    return [{ name: dialect.name, fingerprints, unknownCalls: countUnknownCalls(statements, dialect) }];
  } catch (error) {
    if (error instanceof DragomanError && error.code === 'SQL_SYNTAX') return [];
    throw error;
  }
}

function countUnknownCalls(statements: readonly Statement[], dialect: Dialect): number {
  let count = 0;
  for (const statement of statements) {
    walk(statement, (node) => {
      if (node.kind !== 'call') return true;
      const name = node.name.parts[node.name.parts.length - 1]?.value.toLowerCase() ?? '';
      if (functionRow(dialect.name, name) === undefined) count += 1;
      return true;
    });
  }
  return count;
}
