import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { rowObjects, type ColumnType, type JsonValue } from '../../databases/index.js';
import type { BatchOutcome, QueryOutcome } from '../../pipeline/index.js';
import type { OutputColumn, StatementKind } from '../../sql/index.js';
import { ColumnTypeEnum, StatementKindEnum } from '../enums.js';
import { JsonObjectScalar, JsonScalar } from '../scalars.js';
import { DatabaseType, toDatabaseType } from './database-type.js';
import { toWarning, TranslationWarningType } from './translation-type.js';

@ObjectType('ResultColumn', { description: 'A column of a result.', simpleResolvers: true })
export class ResultColumnType {
  @Field(() => String, { description: 'The name that the database gives it; two columns may share one.' })
  name!: string;

  @Field(() => String, {
    description: 'The column’s property in `rows`: its name, made unique (id, id_2) where two share one.',
  })
  key!: string;

  @Field(() => ColumnTypeEnum, {
    description: 'What its values are, the same for every engine; OTHER where no name fits, or it can’t be told.',
  })
  type!: ColumnType;

  @Field(() => String, { nullable: true, description: 'The type as the database declares it; null for an expression.' })
  databaseType!: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a value may be NULL; null where that can’t be told.' })
  nullable!: boolean | null;

  @Field(() => String, { nullable: true, description: 'The table that it comes from; null for an expression.' })
  table!: string | null;
}

@ObjectType('QueryResult', { description: 'What a statement gave.', simpleResolvers: true })
export class QueryResultType {
  constructor(private readonly outcome: QueryOutcome) {}

  @Field(() => [ResultColumnType], { description: 'The columns in order, also where no row came.' })
  get columns(): readonly ResultColumnType[] {
    return columnsOf(this.outcome);
  }

  @Field(() => [JsonObjectScalar], { description: 'Each row as an object by column key.' })
  get rows(): Record<string, JsonValue>[] {
    return rowObjects(this.outcome);
  }

  @Field(() => [JsonScalar], {
    description: 'The same rows as arrays in column order: half the bytes, and no name lost.',
  })
  get tuples(): readonly (readonly JsonValue[])[] {
    return this.outcome.tuples;
  }

  @Field(() => Int, { description: 'How many rows are in this answer.' })
  get rowCount(): number {
    return this.outcome.tuples.length;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'Rows inserted, changed or deleted; null for a statement that changes no rows.',
  })
  get affectedRows(): number | null {
    return this.outcome.affectedRows;
  }

  @Field(() => ID, {
    nullable: true,
    description: 'The key that the database gave to the last inserted row; null where it gave none.',
  })
  get lastInsertId(): string | null {
    return this.outcome.lastInsertId;
  }

  @Field(() => Boolean, { description: 'True where more rows were there than `maxRows` let through.' })
  get truncated(): boolean {
    return this.outcome.truncated;
  }

  @Field(() => DatabaseType, { description: 'The database that answered.' })
  get database(): DatabaseType {
    return toDatabaseType(this.outcome.database);
  }

  @Field(() => StatementKindEnum, { description: 'What the statement does.' })
  get statementKind(): StatementKind {
    return this.outcome.statementKind;
  }

  @Field(() => String, {
    description: 'The statement as the database got it: translated where `dialect` is another one.',
  })
  get executedSql(): string {
    return this.outcome.executedSql;
  }

  @Field(() => Boolean, { description: 'Whether it was written in another dialect than the database’s.' })
  get translated(): boolean {
    return this.outcome.translated;
  }

  @Field(() => [TranslationWarningType], {
    description: 'What its translation may leave different; empty where nothing differs, or nothing was translated.',
  })
  get warnings(): readonly TranslationWarningType[] {
    return this.outcome.warnings.map(toWarning);
  }

  @Field(() => Float, { description: 'From the hand-over to the database until its last row, in milliseconds.' })
  get executionTimeMs(): number {
    return this.outcome.executionTimeMs;
  }
}

type Told = Pick<QueryOutcome, 'columns' | 'told'>;

/** The columns with what the text tells of them. */
export function columnsOf({ columns, told }: Told): readonly ResultColumnType[] {
  const words = told();
  const beside = words?.length === columns.length ? words : [];
  return columns.map((column, index) => ({ ...column, ...toldOf(beside[index]) }));
}

/** What the text tells of a column. */
export function toldOf(column: OutputColumn | undefined): Pick<ResultColumnType, 'nullable' | 'table'> {
  const { nullable, table } = column ?? {};
  const path = [table?.schema, table?.name].filter((part) => part !== undefined);
  return { nullable: nullable ?? null, table: path.length === 0 ? null : path.join('.') };
}

@ObjectType('BatchResult', {
  description: 'What running a statement with many sets of parameters came to.',
  simpleResolvers: true,
})
export class BatchResultType {
  @Field(() => Float, { description: 'Rows inserted, changed or deleted by all the sets together.' })
  affectedRows!: number;

  @Field(() => Float, { description: 'For all the sets together, in milliseconds.' })
  executionTimeMs!: number;
}

export function toBatchResult(outcome: BatchOutcome): BatchResultType {
  return Object.assign(new BatchResultType(), outcome);
}
