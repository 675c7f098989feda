import type {
  ColumnConstraint,
  ColumnDefinition,
  CreateTable,
  DataType,
  Expression,
  Insert,
  Name,
  Query,
  Span,
  TableElement,
} from '../../../ast/index.js';
import type { Catalogue } from '../../../catalogue.js';
import type { Dialect, DialectName } from '../../../dialects/index.js';
import { parseStatement } from '../../../parser/index.js';
import type { RelationColumn, SqlType, SqlTypeName } from '../../../typing/index.js';
import { rootScope, statementColumns } from '../../../typing/statement-typing.js';
import { column as columnNamed, dataType, name, number } from '../../made-nodes.js';
import type { Translator } from '../../translator.js';
import { ofColumn } from '../made-definitions.js';

/** A table with all of its columns declared, and the rows that it begins with. */
export interface DeclaredFromQuery {
  readonly table: CreateTable;
  readonly rows: Insert;
}

/** Types that hold every value of a kind. */
const HOLDS: Readonly<Record<DialectName, Readonly<Partial<Record<SqlTypeName, string>>>>> = {
  POSTGRESQL: {
    INTEGER: 'integer',
    BIGINT: 'bigint',
    BOOLEAN: 'boolean',
    DECIMAL: 'numeric',
    FLOAT: 'double precision',
    TEXT: 'text',
    BINARY: 'bytea',
    DATE: 'date',
    TIME: 'time',
    TIMESTAMP: 'timestamp',
    TIMESTAMPTZ: 'timestamptz',
    JSON: 'jsonb',
    UUID: 'uuid',
  },
  MYSQL: {
    INTEGER: 'bigint',
    BIGINT: 'bigint',
    BOOLEAN: 'boolean',
    DECIMAL: 'decimal',
    FLOAT: 'double',
    TEXT: 'longtext',
    BINARY: 'longblob',
    DATE: 'date',
    TIME: 'time',
    TIMESTAMP: 'datetime',
    TIMESTAMPTZ: 'timestamp',
    JSON: 'json',
    UUID: 'char(36)',
  },
  SQLITE: {
    INTEGER: 'int',
    BIGINT: 'bigint',
    BOOLEAN: 'boolean',
    DECIMAL: 'decimal',
    FLOAT: 'double',
    TEXT: 'text',
    BINARY: 'blob',
    DATE: 'date',
    TIME: 'time',
    TIMESTAMP: 'timestamp',
    TIMESTAMPTZ: 'timestamptz',
    JSON: 'json',
    UUID: 'uuid',
  },
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
    return own ?? ofType(name(each.name, span, true), each.type, t.from);
  });
  const known = made.filter((each) => each !== undefined);
  if (known.length < made.length) return undefined;
  const all: TableElement[] = [
    ...declared.filter((each) => !keys.has(t.scope.key(each.name))),
    ...known,
    ...elements.filter(({ kind }) => kind !== 'column-definition'),
  ];
  return { table: { ...head, elements: all, span }, rows: rowsOf(node, query, known) };
}

/** The rows of a query, put into a table with columns for them. */
export const rowsOf = (
  { name: table, span }: CreateTable,
  source: Query,
  columns: readonly ColumnDefinition[],
): Insert => ({ kind: 'insert', table, columns: columns.map((each) => columnNamed([each.name], span)), source, span });

/**
 * The columns of a query as a dialect declares them: those of tables as these have them, and others by what they hold.
 *
 * @param given with types in the words of that dialect
 * @param keepsRules whether columns of tables keep which values they begin with, and that they take no NULL: MySQL's do.
 *   https://dev.mysql.com/doc/refman/8.4/en/create-table-select.html
 * @param names those that are said for the first of them
 * @returns undefined where not all are known
 */
export function columnsOfQuery(
  given: readonly RelationColumn[],
  dialect: Dialect,
  {
    span,
    keepsRules,
    names = [],
  }: { readonly span: Span; readonly keepsRules: boolean; readonly names?: readonly Name[] },
): ColumnDefinition[] | undefined {
  const made = given.map((each, at): ColumnDefinition | undefined => {
    const own = names[at] ?? name(each.name, span, true);
    const words = each.table === undefined || COUNTS.test(each.databaseType ?? '') ? '' : (each.databaseType ?? '');
    const type = words === '' ? undefined : typeInWords(words, dialect);
    if (type === undefined) return ofType(own, each.type, dialect);
    const constraints = keepsRules ? keptRules(each, dialect, span) : [];
    return { kind: 'column-definition', name: own, type, constraints, span };
  });
  const known = made.filter((each) => each !== undefined);
  return known.length < made.length || known.length === 0 ? undefined : known;
}

/** Types of PostgreSQL's that count by themselves, which columns of queries do not. */
const COUNTS = /^(?:small|big)?serial\d?$/i;

/**
 * A table of a query and its rows apart, both of the source, where its columns are to be known to what follows.
 *
 * @returns undefined where the columns of the query are not known
 */
export function tableOfQuery(node: CreateTable, dialect: Dialect, catalogue: Catalogue): DeclaredFromQuery | undefined {
  const { query, columnNames: names = [], withData: _, elements: __, query: ___, ...plain } = node;
  const given = query && statementColumns(query, rootScope(dialect, { catalogue }), 'result');
  const { span } = node;
  const columns = given && columnsOfQuery(given, dialect, { span, keepsRules: dialect.name === 'MYSQL', names });
  if (query === undefined || columns === undefined) return undefined;
  return { table: { ...plain, elements: columns }, rows: rowsOf(node, query, columns) };
}

function keptRules({ nullable, default: value, autoIncrement }: RelationColumn, dialect: Dialect, span: Span) {
  const given = autoIncrement === true ? '0' : typeof value === 'string' ? value : undefined;
  const first = given === undefined ? undefined : valueInWords(given, dialect);
  return [
    ...(nullable === false ? [ofColumn({ kind: 'not-null', span })] : []),
    ...(first === undefined ? [] : [ofColumn({ kind: 'default-value', value: first, span })]),
  ] satisfies ColumnConstraint[];
}

/** A type in the words of a dialect; undefined where they can't be read. */
export function typeInWords(words: string, dialect: Dialect): DataType | undefined {
  if (words === '') return undefined;
  const read = parseStatement(`CREATE TABLE t (c ${words})`, dialect);
  const [first] = read.kind === 'create-table' ? (read.elements ?? []) : [];
  return first?.kind === 'column-definition' ? first.type : undefined;
}

/** A value in the words of a dialect; undefined where they can't be read. */
export function valueInWords(sql: string, dialect: Dialect): Expression | undefined {
  const read = parseStatement(`SELECT ${sql}`, dialect);
  const [first] = read.kind === 'query' && read.body.kind === 'select' ? read.body.columns : [];
  return first?.expression;
}

function ofType(own: Name, type: SqlType | undefined, dialect: Dialect): ColumnDefinition | undefined {
  const { span } = own;
  const words = type && HOLDS[dialect.name][type.type];
  const read = words === undefined ? undefined : typeInWords(words, dialect);
  if (type === undefined || read === undefined) return undefined;
  const digits = type.type === 'DECIMAL' && (dialect.name !== 'POSTGRESQL' || type.scale !== undefined);
  const made = digits ? dataType(read.name, span, [number(DIGITS, span), number(type.scale ?? SCALE, span)]) : read;
  return { kind: 'column-definition', name: own, type: made, constraints: [], span };
}

/** Digits of a decimal that is computed. */
const DIGITS = 38;
const SCALE = 10;
