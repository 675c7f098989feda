import { LRUCache } from 'lru-cache';
import { DragomanError } from '../errors/index.js';
import {
  dialects,
  mayRead,
  positionAt,
  splitStatements,
  statementKind,
  type DialectName,
  type StatementKind,
  type StatementText,
} from '../sql/index.js';

/** A statement that was read once: what it is, without its values. */
export interface PreparedStatement {
  readonly statement: StatementText;
  readonly kind: StatementKind;
  /** Whether it may go down the read path. */
  readonly reads: boolean;
}

const KEPT = 5000;
/** Long texts are seldom sent twice, and would fill the memory. */
const LONGEST_KEPT = 20_000;

const memo = new LRUCache<string, PreparedStatement>({ max: KEPT });

/**
 * The first step: reads one statement (memoised).
 * @throws DragomanError SQL_SYNTAX, BAD_USER_INPUT where it is none or several
 */
export function prepare(sql: string, dialect: DialectName): PreparedStatement {
  const key = `${dialect}\n${sql}`;
  const known = memo.get(key);
  if (known !== undefined) return known;
  const prepared = read(sql, dialect);
  if (sql.length <= LONGEST_KEPT) memo.set(key, prepared);
  return prepared;
}

function read(sql: string, dialect: DialectName): PreparedStatement {
  const nul = sql.indexOf('\0');
  if (nul >= 0) {
    throw new DragomanError('SQL_SYNTAX', 'The statement holds a NUL character.', { position: positionAt(sql, nul) });
  }
  const [statement, second] = splitStatements(sql, dialects[dialect]);
  if (statement === undefined) {
    throw new DragomanError('SQL_SYNTAX', 'There is no statement in `sql`.', { position: { line: 1, column: 1 } });
  }
  if (second !== undefined) {
    throw new DragomanError('SQL_SYNTAX', 'There is more than one statement in `sql`, where one is asked for.', {
      position: positionAt(sql, second.start),
      hint: 'Send each in a field of its own: several root fields of one mutation run in order.',
    });
  }
  return {
    statement,
    kind: statementKind(statement.tokens, dialects[dialect]),
    reads: mayRead(statement.tokens, dialects[dialect]),
  };
}
