import { randomUUID } from 'node:crypto';
import {
  dialects,
  returningClause,
  targetTable,
  tokenize,
  type BoundStatement,
  type StatementText,
  type Token,
} from '../../sql/index.js';
import type { ExactValue, NativeRow } from './sqlite-connection.js';

/** Names of our own in the wrapped statement: the driver hands rows out as objects by name. */
export const columnKey = (index: number): string => `c${index}`;

/** Begins the text of an integer. It can't be guessed, so no stored text begins with it. */
const INTEGER_MARK = `\u0001${randomUUID()}`;
/** Begins the row behind the last one. */
const END_MARK = `\u0001${randomUUID()}`;

/**
 * A value of 64 bits leaves the engine as marked text where a double could not hold it;
 * the driver would round it.
 */
const exact = (expression: string): string =>
  `CASE WHEN typeof(${expression}) = 'integer' AND ${expression} NOT BETWEEN -9007199254740991 AND 9007199254740991 THEN '${INTEGER_MARK}' || ${expression} ELSE ${expression} END`;

/** The same for an expression that must be computed no more than once: the LIMITs keep the levels apart. */
const exactOnce = (expression: string): string =>
  `(SELECT ${exact('dragoman_value')} FROM (SELECT ${expression} AS dragoman_value LIMIT 1) LIMIT 1)`;

/** A row of the wrapped statement as an array in column order, its marked integers read. */
export function tupleOf(row: NativeRow, columns: number): ExactValue[] {
  return Array.from({ length: columns }, (_, index) => {
    const value = row[columnKey(index)] ?? null;
    return typeof value === 'string' && value.startsWith(INTEGER_MARK)
      ? BigInt(value.slice(INTEGER_MARK.length))
      : value;
  });
}

/** The version of the schema under which the rows were read, which the row behind the last one tells. */
export function versionIn(row: NativeRow | undefined): number | undefined {
  const told = row?.[columnKey(0)];
  return typeof told === 'string' && told.startsWith(END_MARK) ? Number(told.slice(END_MARK.length)) : undefined;
}

/**
 * Wraps a SELECT so that nothing of its rows is lost in the driver: columns under names
 * of our own, whole integers, no row past `limit`.
 *
 * Both levels have a LIMIT on purpose: it keeps the engine from merging them, so each
 * expression of the statement is computed once a row, and the order of the inner rows
 * stays (rule 13 of https://sqlite.org/optoverview.html#flattening).
 */
export function exactRows(select: string, columns: number, limit: number): string {
  const keys = Array.from({ length: columns }, (_, index) => columnKey(index));
  const values = keys.map((key) => `${exact(key)} AS ${key}`);
  return (
    `WITH dragoman_rows(${keys.join(', ')}) AS (SELECT * FROM (\n${select}\n) LIMIT ${limit})\n` +
    `SELECT * FROM (SELECT ${values.join(', ')} FROM dragoman_rows LIMIT ${limit})`
  );
}

/** The same, and one row more behind them, for `versionIn`. */
export function exactSelect(select: string, columns: number, limit: number): string {
  const end = `SELECT '${END_MARK}' || schema_version${', NULL'.repeat(columns - 1)} FROM pragma_schema_version`;
  return `${exactRows(select, columns, limit)}\nUNION ALL ${end}`;
}

/** The parts of a statement with RETURNING that an exact form is made of. */
export interface ReturningParts {
  /** Everything up to the list behind RETURNING. */
  readonly head: string;
  /** The expressions of the list without their aliases; `*` stands for all columns of the table. */
  readonly expressions: readonly string[];
  /** The table's name as it is written. */
  readonly table: string;
}

/** Takes a statement with RETURNING apart; undefined where it has none. `sql` is in its native form. */
export function readReturning(sql: string): ReturningParts | undefined {
  const tokens = tokenize(sql, dialects.SQLITE);
  const returning = returningClause(tokens);
  const table = targetTable(tokens, dialects.SQLITE);
  if (returning === null || table === null) return undefined;
  const significant = tokens.filter(({ kind }) => kind !== 'comment');
  return {
    head: sql.slice(0, returning.start),
    expressions: returning.items.map(({ start, end }) =>
      withoutAlias(
        sql,
        significant.filter((token) => token.start >= start && token.end <= end),
      ),
    ),
    table: sql.slice(table.start, table.end),
  };
}

/**
 * `SELECT <list> FROM <table>`: what the engine describes in place of a statement with RETURNING.
 * It is taken from the text as written, so that the columns are named as they are written.
 */
export function returnedSelect({ tokens, text, start }: StatementText): BoundStatement | undefined {
  const returning = returningClause(tokens);
  const table = targetTable(tokens, dialects.SQLITE);
  if (returning === null || table === null) return undefined;
  const written = (from: number, to: number): string => text.slice(from - start, to - start);
  const placeholders = tokens.filter(
    (token) => token.kind === 'placeholder' && token.start >= returning.start && token.end <= returning.end,
  );
  const starts = [returning.start, ...placeholders.map((token) => token.end)];
  const ends = [...placeholders.map((token) => token.start), returning.end];
  const parts = starts.map((from, index) => written(from, ends[index] ?? returning.end));
  return {
    parts: [`SELECT ${parts[0] ?? ''}`, ...parts.slice(1)].map((part, index, all) =>
      index === all.length - 1 ? `${part}\nFROM ${written(table.start, table.end)}` : part,
    ),
    slots: placeholders.map((_, index) => index),
    values: [],
    spellings: placeholders.map((token) => token.text),
    starts: placeholders.map((token) => token.start),
  };
}

/** The same statement with exact values under names of our own; `star` are the table's columns. */
export function exactReturning({ head, expressions }: ReturningParts, star: readonly string[]): string {
  const expanded = expressions.flatMap((expression) =>
    expression === '*' ? star.map((name) => exact(quoteName(name))) : [exactOnce(`(${expression})`)],
  );
  const values = expanded.map((expression, index) => `${expression} AS ${columnKey(index)}`);
  return `${head} ${values.join(', ')}`;
}

/** Words that end an expression themselves, so the one before is no operand with an alias behind it. */
const ENDING_WORDS = new Set([
  'END',
  'NULL',
  'ISNULL',
  'NOTNULL',
  'TRUE',
  'FALSE',
  'CURRENT_DATE',
  'CURRENT_TIME',
  'CURRENT_TIMESTAMP',
]);
/** Words that need an operand behind them, so a name that follows is no alias. */
const OPERATOR_WORDS = new Set([
  'COLLATE',
  'IS',
  'NOT',
  'AND',
  'OR',
  'LIKE',
  'GLOB',
  'REGEXP',
  'MATCH',
  'IN',
  'BETWEEN',
  'ESCAPE',
  'DISTINCT',
  'FROM',
  'THEN',
  'ELSE',
  'WHEN',
  'CASE',
]);

function withoutAlias(sql: string, item: readonly Token[]): string {
  const first = item[0];
  const last = item.at(-1);
  if (first === undefined || last === undefined) return '';
  const alias = aliasStart(item);
  const end = alias === undefined ? last.end : (item[alias - 1]?.end ?? last.end);
  return sql.slice(first.start, end);
}

/** Where the alias of an item begins, counting its AS; undefined where it has none. */
function aliasStart(item: readonly Token[]): number | undefined {
  const place = item.length - 1;
  const [last, before] = [item[place], item[place - 1]];
  if (last === undefined || before === undefined) return undefined;
  if (before.kind === 'word' && before.text.toUpperCase() === 'AS') return place - 1;
  const named = last.kind === 'quoted-name' || (last.kind === 'word' && !ENDING_WORDS.has(last.text.toUpperCase()));
  const operand =
    before.text === ')' ||
    ['quoted-name', 'string', 'number', 'blob', 'placeholder'].includes(before.kind) ||
    (before.kind === 'word' && !OPERATOR_WORDS.has(before.text.toUpperCase()));
  return named && operand ? place : undefined;
}

export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
