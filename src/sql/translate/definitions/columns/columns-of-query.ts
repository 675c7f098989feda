import type { ColumnDefinition, CreateTable, Insert, Name, Query, TableElement } from '../../../ast/index.js';
import type { SqlType, SqlTypeName } from '../../../typing/index.js';
import { column as columnNamed, dataType, name, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';

/** A table with all of its columns declared, and the rows that it begins with. */
export interface DeclaredFromQuery {
  readonly table: CreateTable;
  readonly rows: Insert;
}

/** Types of MySQL that hold every value of a kind. */
const HOLDS: Readonly<Partial<Record<SqlTypeName, string>>> = {
  INTEGER: 'bigint',
  BIGINT: 'bigint',
  BOOLEAN: 'boolean',
  FLOAT: 'double',
  TEXT: 'longtext',
  BINARY: 'longblob',
  DATE: 'date',
  TIME: 'time',
  TIMESTAMP: 'datetime',
  TIMESTAMPTZ: 'timestamp',
  JSON: 'json',
};

/**
 * MySQL's CREATE TABLE with columns of its own beside a query, as a table and the rows that go into it: columns that are
 * declared alone come first, and those of the query behind them.
 * https://dev.mysql.com/doc/refman/8.4/en/create-table-select.html
 * @returns undefined where the columns of the query are not known
 */
export function declaredFromQuery(node: CreateTable, query: Query, t: Translator): DeclaredFromQuery | undefined {
  const { elements = [], span, query: _, ...head } = node;
  const given = t.scope.columnsOf(query);
  if (given === undefined) return undefined;
  const declared = elements.filter((each): each is ColumnDefinition => each.kind === 'column-definition');
  const keys = new Set(given.map((each) => t.scope.keyOf(each.name)));
  const made = given.map((each): ColumnDefinition | undefined => {
    const own = declared.find((one) => t.scope.key(one.name) === t.scope.keyOf(each.name));
    return own ?? ofType(name(each.name, span, true), each.type);
  });
  const known = made.filter((each) => each !== undefined);
  if (known.length < made.length) return undefined;
  const all: TableElement[] = [
    ...declared.filter((each) => !keys.has(t.scope.key(each.name))),
    ...known,
    ...elements.filter(({ kind }) => kind !== 'column-definition'),
  ];
  const rows: Insert = {
    kind: 'insert',
    table: node.name,
    columns: known.map((each) => columnNamed([each.name], span)),
    source: query,
    span,
  };
  return { table: { ...head, elements: all, span }, rows };
}

function ofType(own: Name, type: SqlType | undefined): ColumnDefinition | undefined {
  const { span } = own;
  const typeName = type === undefined ? undefined : type.type === 'DECIMAL' ? 'decimal' : HOLDS[type.type];
  if (type === undefined || typeName === undefined) return undefined;
  const digits = type.type === 'DECIMAL' ? [number(DIGITS, span), number(type.scale ?? SCALE, span)] : [];
  return { kind: 'column-definition', name: own, type: dataType(typeName, span, digits), constraints: [], span };
}

/** Digits of a decimal that is computed. */
const DIGITS = 38;
const SCALE = 10;
