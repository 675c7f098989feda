import { inSlices } from '../introspection/in-slices.js';
import type { NameRules, SchemaReader } from '../introspection/schema-reader.js';
import type {
  ColumnDescription,
  ListedTable,
  ReferentialAction,
  TableDescription,
  TableKind,
  TableName,
} from '../introspection/table-description.js';
import { VALUE_FORMS } from '../values/value-forms.js';
import type { PostgresqlType } from './postgresql-types.js';
import { DESCRIBE, LIST, SCHEMA_VERSION, SCHEMAS } from './schema-queries.js';
import type { TextRow } from './statement-query.js';

/** What the reader asks its session: rows of text, for a statement whose one parameter is a list. */
export interface PostgresqlSession {
  ask(sql: string, list?: readonly string[]): Promise<readonly TextRow[]>;
  /** What types are, by their OIDs. */
  typesOf(oids: readonly number[]): Promise<readonly PostgresqlType[]>;
}

/** How many tables one statement describes: a server builds the answer as a whole. */
const AT_ONCE = 500;

/** PostgreSQL's system catalogues, read for the relations that users made. */
export class PostgresqlSchemaReader implements SchemaReader {
  constructor(private readonly session: PostgresqlSession) {}

  async version(): Promise<string> {
    return (await this.session.ask(SCHEMA_VERSION))[0]?.[0] ?? '';
  }

  async rules(): Promise<NameRules> {
    const rows = await this.session.ask(SCHEMAS);
    const schemas = rows.map(([name]) => name ?? '');
    const searched = rows
      .filter(([, place]) => place !== null)
      .sort(([, one], [, other]) => Number(one) - Number(other))
      .map(([name]) => name ?? '');
    return { schemas, searched, listed: schemas, folding: 'lower' };
  }

  async list(schema: string): Promise<readonly ListedTable[]> {
    const rows = await this.session.ask(LIST, [schema]);
    return rows.map(([name, kind, partition]) => ({ schema, name: name ?? '', kind: kindOf(kind, partition === 't') }));
  }

  async describe(tables: readonly TableName[]): Promise<readonly TableDescription[]> {
    const described: TableDescription[] = [];
    for (let from = 0; from < tables.length; from += AT_ONCE) {
      const names = tables.slice(from, from + AT_ONCE).flatMap(({ schema, name }) => [schema, name]);
      const rows = await this.session.ask(DESCRIBE, names);
      const relations = await inSlices(rows, ([json]) => JSON.parse(json ?? '') as Relation);
      const oids = [...new Set(relations.flatMap(({ columns }) => columns.map(({ type }) => type)))];
      const types = await this.session.typesOf(oids);
      const byOid = new Map(oids.map((oid, index) => [oid, types[index]]));
      described.push(...(await inSlices(relations, (relation) => toDescription(relation, byOid))));
    }
    return described;
  }
}

/** A relation as `DESCRIBE` tells it. */
interface Relation extends Omit<TableDescription, 'kind' | 'columns' | 'primaryKey' | 'indexes' | 'foreignKeys'> {
  readonly kind: string;
  readonly partition: boolean;
  readonly columns: readonly Column[];
  readonly indexes: readonly Index[];
  readonly foreignKeys: readonly ForeignKey[];
}

interface Column {
  readonly name: string;
  readonly type: number;
  readonly words: string;
  readonly required: boolean;
  /** The default, or how it is generated. */
  readonly value: string | null;
  readonly generated: boolean;
  readonly identity: boolean;
  readonly collation: string | null;
  readonly labels: readonly string[] | null;
  readonly comment: string | null;
}

interface Index {
  readonly name: string;
  readonly unique: boolean;
  readonly primary: boolean;
  readonly method: string;
  /** How many of the parts it is ordered by; the others are only kept in it. */
  readonly keys: number;
  readonly predicate: string | null;
  readonly parts: readonly {
    readonly column: string | null;
    readonly expression: string | null;
    readonly descending: boolean;
  }[];
}

interface ForeignKey {
  readonly name: string;
  readonly columns: readonly string[];
  readonly schema: string;
  readonly table: string;
  readonly referenced: readonly string[];
  readonly onDelete: string;
  readonly onUpdate: string;
}

const KINDS: Readonly<Record<string, TableKind>> = {
  p: 'PARTITIONED_TABLE',
  v: 'VIEW',
  m: 'MATERIALIZED_VIEW',
  f: 'FOREIGN_TABLE',
};

/** A partition that is partitioned itself, or foreign, is told as what it is. */
function kindOf(kind: string | null | undefined, partition: boolean): TableKind {
  return KINDS[kind ?? ''] ?? (partition ? 'PARTITION' : 'TABLE');
}

/** https://www.postgresql.org/docs/current/catalog-pg-constraint.html */
const ACTIONS: Readonly<Record<string, ReferentialAction>> = {
  r: 'RESTRICT',
  c: 'CASCADE',
  n: 'SET_NULL',
  d: 'SET_DEFAULT',
};

type TypesByOid = ReadonlyMap<number, PostgresqlType | undefined>;

function toDescription({ partition, ...relation }: Relation, types: TypesByOid): TableDescription {
  const primary = relation.indexes.find((index) => index.primary);
  return {
    ...relation,
    kind: kindOf(relation.kind, partition),
    // as other engines tell it, without the semicolon
    definition: relation.definition?.trim().replace(/;$/, '') ?? null,
    columns: relation.columns.map((column) => toColumn(column, types)),
    primaryKey: primary?.parts.slice(0, primary.keys).flatMap(({ column }) => column ?? []) ?? [],
    indexes: relation.indexes.map(({ keys, parts, ...index }) => ({
      ...index,
      parts: parts.slice(0, keys).map((part) => ({ ...part, prefixLength: null })),
      included: parts.slice(keys).flatMap(({ column }) => column ?? []),
    })),
    foreignKeys: relation.foreignKeys.map(({ name, columns, schema, table, referenced, onDelete, onUpdate }) => ({
      name,
      columns,
      referenced: { schema, name: table },
      referencedColumns: referenced,
      onDelete: ACTIONS[onDelete] ?? 'NO_ACTION',
      onUpdate: ACTIONS[onUpdate] ?? 'NO_ACTION',
    })),
  };
}

function toColumn(column: Column, types: TypesByOid): ColumnDescription {
  const { name, type, words, required, value, generated, identity, collation, labels, comment } = column;
  return {
    name,
    type: VALUE_FORMS[types.get(type)?.form ?? 'other'].type,
    databaseType: words,
    nullable: !required,
    default: generated ? null : value,
    generated,
    generationExpression: generated ? value : null,
    autoIncrement: identity || value?.startsWith('nextval(') === true,
    invisible: false,
    collation,
    enumValues: labels,
    comment,
  };
}
