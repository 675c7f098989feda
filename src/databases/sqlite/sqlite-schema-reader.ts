import type { ColumnType } from '../column-type.js';
import type { StatementForm, StatementRequest } from '../database-adapter.js';
import { grouped } from '../introspection/grouped.js';
import { inSlices } from '../introspection/in-slices.js';
import type { NameRules, SchemaReader } from '../introspection/schema-reader.js';
import { tablesInQuery } from '../introspection/tables-in-query.js';
import type {
  ColumnDescription,
  ForeignKeyDescription,
  IndexDescription,
  ListedTable,
  ReferentialAction,
  TableDescription,
  TableKind,
  TableName,
} from '../introspection/table-description.js';
import { withoutSlots } from '../parameters/slots.js';
import { readDeclaredType } from './declared-type.js';
import { readSchemaVersion } from './describe-select.js';
import {
  COLUMNS,
  FOREIGN_KEYS,
  HAS_STATISTICS,
  INDEXES,
  INDEX_PARTS,
  LIST,
  PRIMARY_KEYS,
  ROW_COUNTS,
  TABLES,
} from './schema-queries.js';
import { isInterrupted } from './sqlite-errors.js';
import type { NativeRow, SqliteConnection } from './sqlite-connection.js';
import { readIndexText, readTableText, readViewText, type TableText } from './table-text.js';

/** What runs there, for those who watch over a connection. */
export const INTROSPECTION: StatementForm & Pick<StatementRequest, 'bound'> = {
  statement: { text: '', start: 0, end: 0, position: { line: 1, column: 1 }, tokens: [] },
  kind: 'SELECT',
  session: { callsKnown: true, seesSession: false, tables: [], names: [] },
  told: () => null,
  bound: withoutSlots(''),
};

const MAIN = 'main';
/** How many tables one statement describes: their rows come over the thread's border one by one. */
const AT_ONCE = 500;

const KINDS: Readonly<Record<string, TableKind>> = { view: 'VIEW', virtual: 'VIRTUAL_TABLE', shadow: 'SHADOW_TABLE' };
const kindOf = (type: unknown): TableKind => KINDS[String(type)] ?? 'TABLE';

/** Those that the engine itself keeps the rows of. */
const TABLES_OF_ROWS: ReadonlySet<TableKind> = new Set<TableKind>(['TABLE', 'SHADOW_TABLE']);

type RowsByName = ReadonlyMap<string, NativeRow[]>;

/** What was asked of a group of tables, by the table's name. */
interface Answers {
  readonly columns: RowsByName;
  readonly indexes: RowsByName;
  /** By the index's name. */
  readonly indexParts: RowsByName;
  readonly foreignKeys: RowsByName;
  readonly primaryKeys: RowsByName;
  readonly rowCounts: RowsByName;
  /** Every table and view by its name in lower case, for names in views. */
  readonly names: ReadonlyMap<string, string>;
}

/** SQLite's pragmas, and where they say too little the text of the definition. */
export class SqliteSchemaReader implements SchemaReader {
  constructor(private readonly connection: SqliteConnection) {}

  async version(): Promise<string> {
    return String(await readSchemaVersion(this.connection));
  }

  rules(): Promise<NameRules> {
    return Promise.resolve({ schemas: [MAIN], searched: [MAIN], listed: [MAIN], folding: 'ignore-case' });
  }

  async list(schema: string): Promise<readonly ListedTable[]> {
    if (schema !== MAIN) return [];
    const rows = await this.connection.all(LIST);
    return rows.map(({ name, type }) => ({ schema, name: String(name), kind: kindOf(type) }));
  }

  async describe(tables: readonly TableName[]): Promise<readonly TableDescription[]> {
    const names = tables.filter(({ schema }) => schema === MAIN).map(({ name }) => name);
    const described: TableDescription[] = [];
    for (let from = 0; from < names.length; from += AT_ONCE) {
      const asked = names.slice(from, from + AT_ONCE);
      const rows = await this.connection.all(TABLES, [JSON.stringify(asked)]);
      const answers = await this.answersOn(rows);
      described.push(...(await inSlices(rows, (row) => describe(row, answers))));
    }
    return described;
  }

  private async answersOn(tables: readonly NativeRow[]): Promise<Answers> {
    const names = tables.map(({ name }) => String(name));
    const ask = async (sql: string, about = names): Promise<NativeRow[]> =>
      await this.connection.all(sql, [JSON.stringify(about)]);
    const byTable = (rows: readonly NativeRow[]): RowsByName => grouped(rows, ({ tbl }) => String(tbl));
    const foreignKeys = await ask(FOREIGN_KEYS);
    const unnamed = new Set(foreignKeys.filter(({ to }) => to === null).map(({ parent }) => String(parent)));
    const [hasStatistics] = await this.connection.all(HAS_STATISTICS);
    return {
      columns: byTable(await this.columnsOf(names)),
      indexes: byTable(await ask(INDEXES)),
      indexParts: grouped(await ask(INDEX_PARTS), ({ idx }) => String(idx)),
      foreignKeys: byTable(foreignKeys),
      primaryKeys: byTable(unnamed.size === 0 ? [] : await ask(PRIMARY_KEYS, [...unnamed])),
      rowCounts: byTable(hasStatistics === undefined ? [] : await ask(ROW_COUNTS)),
      names: tables.some(({ type }) => type === 'view') ? await this.namesByLowerCase() : new Map(),
    };
  }

  /**
   * One view whose tables are gone, or one virtual table whose module is not there, would fail the statement for all: by
   * halves it is found, and has no columns.
   */
  private async columnsOf(names: readonly string[]): Promise<NativeRow[]> {
    try {
      return await this.connection.all(COLUMNS, [JSON.stringify(names)]);
    } catch (error) {
      if (isInterrupted(error) || names.length === 0) throw error;
      if (names.length === 1) return [];
      const middle = names.length >> 1;
      return [...(await this.columnsOf(names.slice(0, middle))), ...(await this.columnsOf(names.slice(middle)))];
    }
  }

  private async namesByLowerCase(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.list(MAIN)).map(({ name }) => [name.toLowerCase(), name]));
  }
}

function describe(row: NativeRow, answers: Answers): TableDescription {
  const name = String(row.name);
  const kind = kindOf(row.type);
  const sql = typeof row.sql === 'string' ? row.sql : '';
  const text = TABLES_OF_ROWS.has(kind) ? readTableText(sql) : undefined;
  const columns = answers.columns.get(name) ?? [];
  const indexes = answers.indexes.get(name) ?? [];
  const primaryKey = columns.filter(({ pk }) => pk !== 0).sort((one, other) => Number(one.pk) - Number(other.pk));
  const keyHasIndex = row.wr === 1 || indexes.some(({ origin }) => origin === 'pk');
  const query = kind === 'VIEW' ? readViewText(sql) : undefined;
  const [counted] = answers.rowCounts.get(name) ?? [];
  return {
    schema: MAIN,
    name,
    kind,
    columns: columns.map((column) => {
      // A single INTEGER key without an index of its own is the row's number (https://sqlite.org/lang_createtable.html#rowid).
      const isRowNumber =
        column.pk === 1 && primaryKey.length === 1 && !keyHasIndex && /^integer$/i.test(String(column.type));
      return toColumn(column, text, TABLES_OF_ROWS.has(kind) && isRowNumber);
    }),
    primaryKey: primaryKey.map((column) => String(column.name)),
    indexes: indexes.map((index) => toIndex(index, answers.indexParts.get(String(index.name)) ?? [])),
    foreignKeys: foreignKeysOf(answers.foreignKeys.get(name) ?? [], text, answers.primaryKeys),
    checks: TABLES_OF_ROWS.has(kind) ? (text?.checks ?? null) : [],
    estimatedRows: counted === undefined ? null : Number(counted.rows),
    comment: null,
    definition: query ?? null,
    readsFrom: query === undefined ? null : readsFrom(query, answers.names),
  };
}

/** The names that are tables or views here, as they are spelled there. */
function readsFrom(query: string, names: ReadonlyMap<string, string>): readonly TableName[] | null {
  const read = tablesInQuery(query, 'SQLITE', MAIN);
  return (
    read?.flatMap(({ name }) => {
      const known = names.get(name.toLowerCase());
      return known === undefined ? [] : [{ schema: MAIN, name: known }];
    }) ?? null
  );
}

/** `hidden`: see `COLUMNS`. */
const HIDDEN = 1;

function toColumn(row: NativeRow, text: TableText | undefined, isRowNumber: boolean): ColumnDescription {
  const name = String(row.name);
  const declared = String(row.type ?? '');
  const written = text?.columns.get(name.toLowerCase());
  const generated = Number(row.hidden) > HIDDEN;
  return {
    name,
    type: typeOf(declared),
    databaseType: declared,
    nullable: row.required === 0 && !isRowNumber,
    default: row.value === null ? null : String(row.value),
    generated,
    generationExpression: written?.generation ?? null,
    autoIncrement: isRowNumber,
    invisible: row.hidden === HIDDEN,
    collation: written?.collation ?? null,
    enumValues: null,
    comment: null,
  };
}

/** In a table BLOB is declared; in a view the engine writes it for what it knows nothing of. */
function typeOf(declared: string): ColumnType {
  return readDeclaredType(declared)?.type ?? (/^blob$/i.test(declared) ? 'BINARY' : 'OTHER');
}

function toIndex(row: NativeRow, parts: readonly NativeRow[]): IndexDescription {
  const text = typeof row.sql === 'string' ? readIndexText(row.sql) : undefined;
  return {
    name: String(row.name),
    unique: row.is_unique === 1,
    primary: row.origin === 'pk',
    method: 'btree',
    predicate: text?.predicate ?? null,
    included: [],
    parts: parts.map(({ name, descending }, place) => ({
      column: name === null || name === undefined ? null : String(name),
      expression: name === null ? (text?.expressions[place] ?? null) : null,
      descending: descending === 1,
      prefixLength: null,
    })),
  };
}

function foreignKeysOf(
  rows: readonly NativeRow[],
  text: TableText | undefined,
  primaryKeys: RowsByName,
): ForeignKeyDescription[] {
  const named = [...(text?.foreignKeys ?? [])];
  return [...grouped(rows, ({ id }) => String(id)).values()].map((parts) => {
    const columns = parts.map(({ from }) => String(from));
    const [first] = parts;
    const parent = String(first?.parent);
    const place = named.findIndex((each) => each.columns.join('\0') === columns.join('\0').toLowerCase());
    const name = place < 0 ? null : named.splice(place, 1)[0]?.name;
    return {
      name: name ?? columns.join('_'),
      columns,
      referenced: { schema: MAIN, name: parent },
      referencedColumns: parts.flatMap(({ to }, index) => {
        const column = to ?? primaryKeys.get(parent)?.[index]?.name;
        return column === null || column === undefined ? [] : [String(column)];
      }),
      onDelete: actionOf(first?.on_delete),
      onUpdate: actionOf(first?.on_update),
    };
  });
}

const actionOf = (words: unknown): ReferentialAction =>
  String(words).toUpperCase().replace(' ', '_') as ReferentialAction;
