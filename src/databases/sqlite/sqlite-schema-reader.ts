import type { ColumnType } from '../column-type.js';
import type { StatementForm, StatementRequest } from '../database-adapter.js';
import { folded } from '../introspection/folded.js';
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
  DEFINITIONS,
  FOREIGN_KEYS,
  INDEX_PARTS,
  LIST,
  PRIMARY_KEYS,
  ROW_COUNTS,
  STATISTICS,
} from './schema-queries.js';
import type { NativeRow, SqliteConnection } from './sqlite-connection.js';
import { readIndexText, readTableText, readViewText, type TableText } from './table-text.js';
import { writtenTexts } from './written-texts.js';

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

/** What a statement is found wrong with, and no lock or interrupt. */
const SQLITE_ERROR = 1;

/** Those that the engine itself keeps the rows of. */
const TABLES_OF_ROWS: ReadonlySet<TableKind> = new Set<TableKind>(['TABLE', 'SHADOW_TABLE']);

type RowsByName = ReadonlyMap<string, NativeRow[]>;

/** What was asked of a group of tables, by the table's name. */
interface Answers {
  /** The texts of tables, views and indexes by their own names, which they can't share. */
  readonly definitions: ReadonlyMap<string, string>;
  readonly columns: RowsByName;
  readonly indexParts: RowsByName;
  readonly foreignKeys: RowsByName;
  readonly primaryKeys: RowsByName;
  readonly rowCounts: RowsByName;
  readonly written: Awaited<ReturnType<typeof writtenTexts>>;
  /** Every table and view by its name without case, for names in views and foreign keys. */
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

  async describe(tables: readonly ListedTable[]): Promise<readonly TableDescription[]> {
    const described: (TableDescription | undefined)[] = [];
    for (let from = 0; from < tables.length; from += AT_ONCE) {
      const asked = tables.slice(from, from + AT_ONCE);
      const answers = await this.answersOn(asked);
      described.push(...(await inSlices(asked, (table) => describe(table, answers))));
    }
    return described.filter((table) => table !== undefined);
  }

  private async answersOn(tables: readonly ListedTable[]): Promise<Answers> {
    const asked = tables.map(({ name }) => name);
    const ask = async (sql: string, about = asked): Promise<NativeRow[]> =>
      await this.connection.all(sql, [JSON.stringify(about)]);
    const byTable = (rows: readonly NativeRow[]): RowsByName => grouped(rows, ({ tbl }) => String(tbl));
    const foreignKeys = await ask(FOREIGN_KEYS);
    const namesOthers = foreignKeys.length > 0 || tables.some(({ kind }) => kind === 'VIEW');
    const names = namesOthers ? await this.namesByFolded() : new Map<string, string>();
    const parents = foreignKeys.filter(({ to }) => to === null).map(({ parent }) => spelled(String(parent), names));
    const definitions = new Map((await ask(DEFINITIONS)).map(({ name, sql }) => [String(name), String(sql)]));
    return {
      names,
      definitions,
      columns: byTable(await this.columnsOf(asked)),
      indexParts: byTable(await ask(INDEX_PARTS)),
      foreignKeys: byTable(foreignKeys),
      primaryKeys: byTable(parents.length === 0 ? [] : await ask(PRIMARY_KEYS, [...new Set(parents)])),
      written: await writtenTexts(
        this.connection,
        tables.flatMap(({ name, kind }) => (kind === 'TABLE' ? [name] : [])),
      ),
      rowCounts: byTable(definitions.has(STATISTICS) ? await ask(ROW_COUNTS) : []),
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
      if ((error as { errno?: number }).errno !== SQLITE_ERROR) throw error;
      if (names.length === 1) return [];
      const middle = names.length >> 1;
      return [...(await this.columnsOf(names.slice(0, middle))), ...(await this.columnsOf(names.slice(middle)))];
    }
  }

  private async namesByFolded(): Promise<ReadonlyMap<string, string>> {
    return new Map((await this.list(MAIN)).map(({ name }) => [folded(name), name]));
  }
}

function describe({ schema, name, kind }: ListedTable, answers: Answers): TableDescription | undefined {
  const sql = answers.definitions.get(name);
  if (sql === undefined) return undefined;
  const text = TABLES_OF_ROWS.has(kind) ? readTableText(sql) : undefined;
  const columns = answers.columns.get(name) ?? [];
  const indexParts = answers.indexParts.get(name) ?? [];
  const primaryKey = columns.filter(({ pk }) => pk !== 0).sort((one, other) => Number(one.pk) - Number(other.pk));
  const keyHasIndex = indexParts.some(({ origin }) => origin === 'pk');
  const query = kind === 'VIEW' ? readViewText(sql) : undefined;
  const [counted] = answers.rowCounts.get(name) ?? [];
  return {
    schema,
    name,
    kind,
    columns: columns.map((column) => {
      // A single INTEGER key without an index of its own is the row's number (https://sqlite.org/lang_createtable.html#rowid).
      const isRowNumber =
        column.pk === 1 && primaryKey.length === 1 && !keyHasIndex && /^integer$/i.test(String(column.type));
      return toColumn(column, text, TABLES_OF_ROWS.has(kind) && isRowNumber);
    }),
    primaryKey: primaryKey.map((column) => String(column.name)),
    indexes: indexesOf(indexParts, answers.definitions),
    foreignKeys: foreignKeysOf(answers.foreignKeys.get(name) ?? [], text, answers),
    checks: TABLES_OF_ROWS.has(kind) ? (text?.checks ?? null) : [],
    estimatedRows: counted === undefined ? null : Number(counted.rows),
    comment: null,
    definition: query ?? null,
    readsFrom: query === undefined ? null : readsFrom(query, answers.names),
    rowFunctions: [],
    ...answers.written.get(name),
  };
}

/** A name as its table has it; one that is nowhere stays as it is. */
const spelled = (name: string, names: Answers['names']): string => names.get(folded(name)) ?? name;

/** The names that are tables or views here, as they are spelled there. */
function readsFrom(query: string, names: ReadonlyMap<string, string>): readonly TableName[] | null {
  const read = tablesInQuery(query, 'SQLITE', MAIN);
  return (
    read?.flatMap(({ name }) => {
      const known = names.get(folded(name));
      return known === undefined ? [] : [{ schema: MAIN, name: known }];
    }) ?? null
  );
}

/** `hidden`: see `COLUMNS`. */
const HIDDEN = 1;

function toColumn(row: NativeRow, text: TableText | undefined, isRowNumber: boolean): ColumnDescription {
  const name = String(row.name);
  const declared = String(row.type ?? '');
  const written = text?.columns.get(folded(name));
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

function indexesOf(rows: readonly NativeRow[], definitions: Answers['definitions']): IndexDescription[] {
  return [...grouped(rows, ({ idx }) => String(idx))].map(([name, parts]) => {
    const text = readIndexText(definitions.get(name) ?? '');
    return {
      name,
      unique: parts[0]?.is_unique === 1,
      primary: parts[0]?.origin === 'pk',
      method: 'btree',
      predicate: text?.predicate ?? null,
      included: [],
      parts: parts.map((part, place) => ({
        column: part.name === null ? null : String(part.name),
        expression: part.name === null ? (text?.expressions[place] ?? null) : null,
        descending: part.descending === 1,
        prefixLength: null,
      })),
    };
  });
}

function foreignKeysOf(
  rows: readonly NativeRow[],
  text: TableText | undefined,
  { names, primaryKeys }: Pick<Answers, 'names' | 'primaryKeys'>,
): ForeignKeyDescription[] {
  const named = [...(text?.foreignKeys ?? [])];
  return [...grouped(rows, ({ id }) => String(id)).values()].map((parts) => {
    const columns = parts.map(({ from }) => String(from));
    const [first] = parts;
    const parent = spelled(String(first?.parent), names);
    const place = named.findIndex((each) => each.columns.join('\0') === folded(columns.join('\0')));
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
