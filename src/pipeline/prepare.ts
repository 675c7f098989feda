import { LRUCache } from 'lru-cache';
import { UNKNOWN_TRAITS, type SessionTraits, type StatementForm } from '../databases/index.js';
import { DragomanError } from '../errors/index.js';
import {
  analyse,
  dialects,
  mayRead,
  outputColumns,
  parseTokens,
  positionAt,
  readsUnderAnyVersion,
  splitStatements,
  statementKind,
  type Analysis,
  type Dialect,
  type DialectName,
  type Statement,
  type StatementText,
} from '../sql/index.js';

/** A statement that was read once: what it is, without its values. */
export interface PreparedStatement extends StatementForm {
  /**
   * Whether it may go down the read path: `surely` a read, or one that `maybe` is none, by a function that nobody
   * here knows, and goes there only where the engine itself keeps it from writing.
   */
  readonly reads: 'surely' | 'maybe' | 'no';
  /** The tree and what it tells; undefined where the grammar does not know the statement. */
  readonly known?: KnownStatement;
  /** Why the grammar does not know it: told where the engine does not know it either. */
  readonly fault?: DragomanError;
}

/** A statement that the grammar knows. */
export interface KnownStatement {
  readonly tree: Statement;
  readonly analysis: Analysis;
}

const KEPT = 5000;
/** Characters of all texts that are kept: a tree takes some 60 bytes for each. */
const KEPT_CHARACTERS = 500_000;
/** Long texts are seldom sent twice, and would fill the memory. */
const LONGEST_KEPT = 20_000;

const memo = new LRUCache<string, PreparedStatement>({
  max: KEPT,
  maxSize: KEPT_CHARACTERS,
  sizeCalculation: (_prepared, key) => key.length,
});

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
  return judge(statement, sql, dialects[dialect]);
}

/** Reads the tree; where there is none, the words alone tell what they can. */
function judge(statement: StatementText, sql: string, dialect: Dialect): PreparedStatement {
  const { tokens } = statement;
  const mayGo = mayRead(tokens, dialect);
  try {
    const tree = parseTokens(sql, tokens, dialect);
    const analysis = analyse(tree, dialect);
    const reads = readsUnderAnyVersion({ sql, tokens, dialect }, analysis.reads);
    const known = tree.kind === 'unknown' ? {} : { known: { tree, analysis } };
    return {
      statement,
      kind: analysis.kind,
      reads: mayGo ? READS[reads] : 'no',
      session: reads === analysis.reads ? traitsOf(analysis) : UNKNOWN_TRAITS,
      told: toldBy(tree, dialect, sql),
      ...known,
    };
  } catch (error) {
    if (!(error instanceof DragomanError) || error.code !== 'SQL_SYNTAX') throw error;
    const kind = statementKind(tokens, dialect);
    return { statement, kind, reads: mayGo ? 'maybe' : 'no', session: UNKNOWN_TRAITS, told: () => null, fault: error };
  }
}

function traitsOf({ calls, seesSession, names, tables: { read, written } }: Analysis): SessionTraits {
  return { callsKnown: calls === 'YES', seesSession, names, tables: [...new Set([...read, ...written])] };
}

/** What the text alone tells is asked for again and again, and told once. */
function toldBy(tree: Statement, dialect: Dialect, sql: string): StatementForm['told'] {
  let alone: { readonly columns: ReturnType<typeof outputColumns> } | undefined;
  return (catalogue) =>
    catalogue === undefined
      ? (alone ??= { columns: outputColumns(tree, dialect, { sql }) }).columns
      : outputColumns(tree, dialect, { sql, catalogue });
}

const READS = { YES: 'surely', UNSURE: 'maybe', NO: 'no' } as const;
