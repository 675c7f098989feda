import { Directive, Field, Float, ID, ObjectType } from 'type-graphql';
import type { CheckDescription, ListedTable, TableDescription, TableKind, TableName } from '../../databases/index.js';
import { TableKindEnum } from '../enums.js';
import { ForeignKeyType } from './foreign-key-type.js';
import { TableColumnType } from './table-column-type.js';
import { TableIndexType } from './table-index-type.js';

@ObjectType('TableCheck', { description: 'A condition that every row of a table meets.', simpleResolvers: true })
export class TableCheckType implements CheckDescription {
  @Field(() => String, { nullable: true, description: 'Its name; null for a nameless one (SQLite).' })
  name!: string | null;

  @Field(() => String, { description: 'The condition as SQL text, in the database’s spelling.' })
  expression!: string;
}

@ObjectType('TableReference', { description: 'A table or view of the same database, by name.', simpleResolvers: true })
export class TableReferenceType implements TableName {
  @Field(() => String, { description: 'Its schema.' })
  schema!: string;

  @Field(() => String, { description: 'Its name.' })
  name!: string;
}

/** What a list of tables tells; for every other field a table is described. */
export const LISTED_FIELDS: ReadonlySet<string> = new Set([
  ...['__typename', 'database', 'schema', 'name', 'kind', 'isView'],
]);

@ObjectType('Table', { description: 'A table or view of a database.', simpleResolvers: true })
@Directive('@key(fields: "database schema name")')
export class TableType {
  @Field(() => ID, { description: 'The database that it is in.' })
  readonly database: string;

  /** @param table its description, where more is asked for than a list tells */
  constructor(
    { name }: { readonly name: string },
    private readonly table: ListedTable | TableDescription,
  ) {
    this.database = name;
  }

  @Field(() => String, { description: 'Its schema; the database of that name on MySQL, main on SQLite.' })
  get schema(): string {
    return this.table.schema;
  }

  @Field(() => String, { description: 'Its name, as the database spells it.' })
  get name(): string {
    return this.table.name;
  }

  @Field(() => TableKindEnum, { description: 'What it is: a table, a view, or a kind of these.' })
  get kind(): TableKind {
    return this.table.kind;
  }

  @Field(() => Boolean, { description: 'Whether it is a view, materialized or not.' })
  get isView(): boolean {
    return VIEWS.has(this.table.kind);
  }

  @Field(() => [TableColumnType], {
    description: 'Its columns in order; none of a view of SQLite’s whose tables are gone.',
  })
  get columns(): readonly TableColumnType[] {
    return this.described.columns;
  }

  @Field(() => [String], { description: 'The columns of its primary key, in the key’s order; empty without one.' })
  get primaryKey(): readonly string[] {
    return this.described.primaryKey;
  }

  @Field(() => [TableIndexType], { description: 'Its indexes, those of keys and constraints too.' })
  get indexes(): readonly TableIndexType[] {
    return this.described.indexes.map((index) => new TableIndexType(index));
  }

  @Field(() => [ForeignKeyType], { description: 'Its foreign keys: the rows of other tables that its rows name.' })
  get foreignKeys(): readonly ForeignKeyType[] {
    return this.described.foreignKeys.map((key) => new ForeignKeyType(key));
  }

  @Field(() => [TableCheckType], {
    nullable: true,
    description: 'The conditions that every row meets; null where they can’t be told from SQLite’s definition.',
  })
  get checks(): readonly TableCheckType[] | null {
    return this.described.checks;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'About how many rows it has, as the database’s planner takes it; null where it has not counted.',
  })
  get estimatedRows(): number | null {
    return this.described.estimatedRows;
  }

  @Field(() => String, { nullable: true, description: 'The comment that somebody gave it.' })
  get comment(): string | null {
    return this.described.comment;
  }

  @Field(() => String, {
    nullable: true,
    description: 'A view’s query as SQL text; null for a table, and where the database does not show it to its user.',
  })
  get definition(): string | null {
    return this.described.definition;
  }

  @Field(() => [TableReferenceType], {
    nullable: true,
    description: 'The tables and views that a view reads; null for a table, and where they can’t be told.',
  })
  get readsFrom(): readonly TableReferenceType[] | null {
    return this.described.readsFrom;
  }

  private get described(): TableDescription {
    if ('columns' in this.table) return this.table;
    throw new Error(`The table ${this.table.name} was listed and not described.`);
  }
}

const VIEWS: ReadonlySet<TableKind> = new Set<TableKind>(['VIEW', 'MATERIALIZED_VIEW']);
