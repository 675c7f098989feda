import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { ComparedResult, Comparison, ResultDifference } from '../../comparison/index.js';
import type { JsonValue } from '../../databases/index.js';
import type { QueryOutcome } from '../../pipeline/index.js';
import { JsonObjectScalar } from '../scalars.js';
import { QueryResultType } from './query-result-type.js';
import { StatementErrorType, toStatementError } from './statement-error-type.js';

@ObjectType('ComparedResult', { description: 'What became of the read on one database.', simpleResolvers: true })
export class ComparedResultType {
  @Field(() => ID, { description: 'The database.' })
  database!: string;

  @Field(() => QueryResultType, { nullable: true, description: 'What it gave; null where it gave an error.' })
  result!: QueryResultType | null;

  @Field(() => StatementErrorType, { nullable: true, description: 'Why it gave no rows.' })
  error!: StatementErrorType | null;
}

@ObjectType('ResultDifference', { description: 'One place where results differ.', simpleResolvers: true })
export class ResultDifferenceType {
  @Field(() => Int, {
    nullable: true,
    description: 'The row’s number from 0, in the database that has it; null where it is about the whole result.',
  })
  row!: number | null;

  @Field(() => String, { nullable: true, description: 'The column’s key; null where it is about whole rows.' })
  column!: string | null;

  @Field(() => JsonObjectScalar, {
    description: 'What each database has there, by its name: a value, a whole row as an array, or null for none.',
  })
  values!: Readonly<Record<string, JsonValue>>;

  @Field(() => String, { description: 'The difference in a sentence.' })
  message!: string;
}

@ObjectType('Comparison', {
  description: 'The same read on several databases, and whether they agree.',
  simpleResolvers: true,
})
export class ComparisonType {
  @Field(() => Boolean, {
    description: 'Whether all of them gave the same columns and rows; false too where a result was cut short.',
  })
  agree!: boolean;

  @Field(() => [ComparedResultType], { description: 'Each database’s result, in the order asked for.' })
  results!: readonly ComparedResultType[];

  @Field(() => [ResultDifferenceType], {
    description: 'Where they differ, each against the first that answered; 100 are listed, the others counted.',
  })
  differences!: readonly ResultDifference[];
}

export function toComparison({ agree, results, differences }: Comparison<QueryOutcome>): ComparisonType {
  return Object.assign(new ComparisonType(), { agree, differences, results: results.map(toComparedResult) });
}

function toComparedResult(compared: ComparedResult<QueryOutcome>): ComparedResultType {
  const { database } = compared;
  return Object.assign(
    new ComparedResultType(),
    'result' in compared
      ? { database, result: new QueryResultType(compared.result), error: null }
      : { database, result: null, error: toStatementError(compared.error) },
  );
}
