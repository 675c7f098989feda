import type { Change, Expression, Query, Statement } from '../ast/index.js';
import type { Dialect } from '../dialects/dialect.js';
import type { Origin } from './sources.js';
import type { SqlType } from './sql-type.js';
import { rootScope, statementColumns, type TypingOptions } from './statement-typing.js';
import { uniqueKeys } from './unique-keys.js';

/** A column of a statement's rows, as far as it can be told before it runs. */
export interface OutputColumn {
  /** As the engine names it; `?column?` for an expression of MySQL or SQLite whose text is not known. */
  readonly name: string;
  /** The name made unique within the result: id, id_2. */
  readonly key: string;
  /** Undefined where it can't be told. */
  readonly type: SqlType | undefined;
  /** The type in the database's own words, of a column of the catalogue's. */
  readonly databaseType?: string;
  /** Whether it may be NULL; undefined where it can't be told. */
  readonly nullable: boolean | undefined;
  /** The table whose column it is, where it is no more than a column. */
  readonly table: Origin | undefined;
  /** What it is computed by; undefined where a star stands for it. */
  readonly expression?: Expression;
}

/**
 * The columns of the rows that a statement gives: a query, or a change with RETURNING.
 *
 * @returns null where it gives none (SELECT … INTO), or where it can't be told which: a star over what is not known.
 */
export function outputColumns(
  statement: Statement,
  dialect: Dialect,
  options: TypingOptions = {},
): OutputColumn[] | null {
  const giving = givesRows(statement) ? statement : undefined;
  const columns = giving && statementColumns(giving, rootScope(dialect, options), 'result');
  if (columns === undefined) return null;
  const keys = uniqueKeys(columns.map(({ name }) => name));
  return columns.map(({ name, type, nullable, table, databaseType, expression }, index) => ({
    name,
    key: keys[index] as string,
    type,
    ...(databaseType !== undefined && { databaseType }),
    nullable,
    table,
    ...(expression !== undefined && { expression }),
  }));
}

const CHANGES: ReadonlySet<Statement['kind']> = new Set<Statement['kind']>(['insert', 'update', 'delete', 'merge']);

function givesRows(statement: Statement): statement is Query | Change {
  return statement.kind === 'query' ? statement.into === undefined : CHANGES.has(statement.kind);
}
