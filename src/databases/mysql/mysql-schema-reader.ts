import { grouped } from '../introspection/grouped.js';
import { inSlices } from '../introspection/in-slices.js';
import type { NameRules, SchemaReader } from '../introspection/schema-reader.js';
import { tablesInQuery } from '../introspection/tables-in-query.js';
import type {
  CheckDescription,
  ColumnDescription,
  ForeignKeyDescription,
  IndexDescription,
  ListedTable,
  ReferentialAction,
  TableDescription,
  TableKind,
  TableName,
} from '../introspection/table-description.js';
import type { ColumnType } from '../column-type.js';
import { VALUE_FORMS } from '../values/value-forms.js';
import { formOfDeclared } from './declared-column.js';
import {
  askOfSchema,
  askOfTables,
  LIST,
  OWN_DATABASE,
  questionsFor,
  CHANGES_COUNTED,
  NAMES_DIGEST,
  SCHEMAS,
} from './schema-queries.js';
import type { Asked, Server } from './schema-queries.js';

/** A row as text, whatever the driver makes of its values. */
export type TextRow = readonly (string | null)[];

/** So many tables are looked up by name; of more their whole schema is read. */
const MOST_BY_NAME = 50;

type Topic = keyof ReturnType<typeof questionsFor>;
type RowsByTable = ReadonlyMap<string, TextRow[]>;
type Answers = Readonly<Record<Topic, RowsByTable>>;

/** information_schema of MySQL and MariaDB. What other engines call a schema is a database here. */
export class MysqlSchemaReader implements SchemaReader {
  constructor(
    private readonly server: Server,
    private readonly ask: (asked: Asked) => Promise<readonly TextRow[]>,
  ) {}

  async version(): Promise<string> {
    const counts = await this.ask({ sql: CHANGES_COUNTED, values: [] });
    const [names] = await this.ask({ sql: NAMES_DIGEST, values: [] });
    return [...counts.map(([, count]) => count), ...(names ?? [])].join();
  }

  async rules(): Promise<NameRules> {
    const [about] = await this.ask({ sql: OWN_DATABASE, values: [] });
    const schemas = (await this.ask({ sql: SCHEMAS, values: [] })).map(([name]) => textOf(name));
    const own = [textOf(about?.[0])];
    return { schemas, searched: own, listed: own, folding: Number(about?.[1]) === 0 ? 'none' : 'ignore-case' };
  }

  async list(schema: string): Promise<readonly ListedTable[]> {
    const rows = await this.ask({ sql: LIST, values: [schema] });
    return rows.map(([name, type]) => ({ schema, name: textOf(name), kind: kindOf(type) }));
  }

  async describe(tables: readonly TableName[]): Promise<readonly TableDescription[]> {
    const answers = await this.answersOn(tables);
    return (await inSlices(tables, (table) => describe(table, answers, this.server))).filter(
      (found) => found !== undefined,
    );
  }

  private async answersOn(tables: readonly TableName[]): Promise<Answers> {
    const about = await this.answer('tables', tables);
    const foreignKeys = await this.answer('foreignKeys', tables);
    const views = tables.filter((table) => kindOf(about.get(keyOf(table))?.[0]?.[2]) === 'VIEW');
    return {
      tables: about,
      foreignKeys,
      columns: await this.answer('columns', tables),
      statistics: await this.answer('statistics', tables),
      checks: await this.answer('checks', tables),
      actions: await this.answer(
        'actions',
        tables.filter((table) => foreignKeys.has(keyOf(table))),
      ),
      views: await this.answer('views', views),
    };
  }

  /** The rows about each table: of a few looked up one by one, of many with all that their schemas have. */
  private async answer(topic: Topic, tables: readonly TableName[]): Promise<RowsByTable> {
    if (tables.length === 0) return new Map();
    const question = questionsFor(this.server)[topic];
    const schemas = [...new Set(tables.map(({ schema }) => schema))];
    const asked =
      tables.length <= MOST_BY_NAME
        ? [askOfTables(question, tables)]
        : schemas.map((schema) => askOfSchema(question, schema));
    const rows: (readonly TextRow[])[] = [];
    for (const each of asked) rows.push(await this.ask(each));
    return grouped(rows.flat(), ([schema, name]) => keyOf({ schema: textOf(schema), name: textOf(name) }));
  }
}

const keyOf = ({ schema, name }: TableName): string => `${schema}\0${name}`;
const textOf = (value: string | null | undefined): string => value ?? '';
/** The servers write nothing where there is nothing. */
const toldOf = (value: string | null | undefined): string | null => (value === '' ? null : (value ?? null));
/** The last column tells a row's place. */
const inOrder = (one: TextRow, other: TextRow): number => Number(one.at(-1)) - Number(other.at(-1));
const kindOf = (type: string | null | undefined): TableKind => (textOf(type).includes('VIEW') ? 'VIEW' : 'TABLE');

function describe({ schema, name }: TableName, answers: Answers, server: Server): TableDescription | undefined {
  const rowsOf = (topic: Topic): readonly TextRow[] =>
    (answers[topic].get(keyOf({ schema, name })) ?? []).sort(inOrder).map((row) => row.slice(2));
  const [about] = rowsOf('tables');
  if (about === undefined) return undefined;
  const kind = kindOf(about[0]);
  const checks = rowsOf('checks').map(toCheck);
  const indexes = indexesOf(rowsOf('statistics'));
  const definition = toldOf(rowsOf('views')[0]?.[0]);
  const jsonColumns = new Set(checks.flatMap(({ expression }) => JSON_CHECK.exec(expression)?.[1] ?? []));
  return {
    schema,
    name,
    kind,
    columns: rowsOf('columns').map((row) => toColumn(row, jsonColumns, server)),
    primaryKey: indexes.find(({ primary }) => primary)?.parts.flatMap(({ column }) => column ?? []) ?? [],
    indexes,
    foreignKeys: foreignKeysOf(rowsOf('foreignKeys'), rowsOf('actions')),
    // That a JSON column holds JSON is its type, not a check of a user's.
    checks: checks.filter((check) => !isJsonCheck(check)),
    estimatedRows: kind === 'VIEW' || about[1] === null ? null : Number(about[1]),
    // of a view it is the word VIEW
    comment: kind === 'VIEW' ? null : toldOf(about[2]),
    definition,
    readsFrom: definition === null ? null : (tablesInQuery(definition, 'MYSQL', schema) ?? null),
    rowFunctions: [],
  };
}

/** What MariaDB makes of JSON: text with this check, named as the column. */
const JSON_CHECK = /^json_valid\(`((?:[^`]|``)+)`\)$/i;

function isJsonCheck({ name, expression }: CheckDescription): boolean {
  return JSON_CHECK.exec(expression)?.[1]?.replace(/``/g, '`') === name;
}

function toCheck([name, clause]: TextRow): CheckDescription {
  return { name: textOf(name), expression: textOf(clause) };
}

function toColumn(row: TextRow, jsonColumns: ReadonlySet<string>, server: Server): ColumnDescription {
  const [name, value, nullable, dataType, columnType, collation, extra, comment, expression] = row;
  const isJson = jsonColumns.has(textOf(name).replace(/`/g, '``'));
  const declared = { dataType: textOf(dataType), columnType: textOf(columnType), isJson };
  const generated = /\b(VIRTUAL|STORED|PERSISTENT) GENERATED\b/i.test(textOf(extra));
  const { type } = VALUE_FORMS[formOfDeclared(declared)];
  return {
    name: textOf(name),
    type,
    databaseType: isJson ? 'json' : declared.columnType,
    nullable: nullable === 'YES',
    default: generated ? null : DEFAULTS[server](value ?? null, textOf(extra), type),
    generated,
    generationExpression: toldOf(expression),
    autoIncrement: /\bauto_increment\b/i.test(textOf(extra)),
    invisible: /\bINVISIBLE\b/i.test(textOf(extra)),
    collation: collation ?? null,
    enumValues: type === 'ENUM' ? labelsOf(declared.columnType) : null,
    comment: toldOf(comment),
  };
}

/** Defaults that MySQL tells as a value are values of these; other types' are written without quotes. */
const UNQUOTED: ReadonlySet<ColumnType> = new Set<ColumnType>([
  'BOOLEAN',
  'INTEGER',
  'BIGINT',
  'DECIMAL',
  'FLOAT',
  'OTHER',
]);

/** A default as SQL text, from what each server tells of it. */
const DEFAULTS: Readonly<Record<Server, (value: string | null, extra: string, type: ColumnType) => string | null>> = {
  // SQL text already; NULL where nothing is declared for a column that may be NULL
  MariaDB: (value) => (value === 'NULL' ? null : value),
  // the value without quotes, or an expression (https://dev.mysql.com/doc/refman/8.4/en/information-schema-columns-table.html)
  MySQL: (value, extra, type) => {
    const asIs = value === null || /\bDEFAULT_GENERATED\b/.test(extra) || UNQUOTED.has(type) || value.startsWith("b'");
    return asIs ? value : `'${value.replace(/['\\]/g, '$&$&')}'`;
  },
};

/** The labels of `enum('a','it''s')`. */
function labelsOf(columnType: string): readonly string[] {
  return [...columnType.matchAll(/'((?:[^']|'')*)'/g)].map(([, label = '']) => label.replace(/''/g, "'"));
}

function indexesOf(rows: readonly TextRow[]): IndexDescription[] {
  return [...grouped(rows, ([name]) => textOf(name))].map(([name, parts]) => ({
    name,
    unique: Number(parts[0]?.[1]) === 0,
    primary: name === 'PRIMARY',
    method: textOf(parts[0]?.[5]).toLowerCase(),
    predicate: null,
    included: [],
    parts: parts.map(([, , column, order, length, , expression]) => ({
      column: column ?? null,
      expression: expression ?? null,
      descending: order === 'D',
      prefixLength: typeof length === 'string' ? Number(length) : null,
    })),
  }));
}

function foreignKeysOf(rows: readonly TextRow[], rules: readonly TextRow[]): ForeignKeyDescription[] {
  const rulesByName = new Map(rules.map(([name, onDelete, onUpdate]) => [textOf(name), { onDelete, onUpdate }]));
  return [...grouped(rows, ([name]) => textOf(name))].map(([name, parts]) => ({
    name,
    columns: parts.map(([, column]) => textOf(column)),
    referenced: { schema: textOf(parts[0]?.[2]), name: textOf(parts[0]?.[3]) },
    referencedColumns: parts.map(([, , , , column]) => textOf(column)),
    onDelete: actionOf(rulesByName.get(name)?.onDelete),
    onUpdate: actionOf(rulesByName.get(name)?.onUpdate),
  }));
}

function actionOf(rule: TextRow[number] | undefined): ReferentialAction {
  return (rule ?? 'NO ACTION').replace(' ', '_') as ReferentialAction;
}
