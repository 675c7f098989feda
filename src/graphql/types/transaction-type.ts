import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import type { IsolationLevel } from '../../databases/index.js';
import type { StatementOutcome, TransactionOutcome } from '../../pipeline/index.js';
import type { DialectName } from '../../sql/index.js';
import type { TransactionView } from '../../transactions/index.js';
import { DialectEnum, IsolationLevelEnum, TransactionStateEnum } from '../enums.js';
import { JsonScalar } from '../scalars.js';
import { QueryResultType } from './query-result-type.js';
import { StatementErrorType, toStatementError } from './statement-error-type.js';

@InputType('StatementInput', { description: 'One statement among those of a transaction.' })
export class StatementInput {
  @Field(() => String, { description: 'One SQL statement.' })
  sql!: string;

  @Field(() => JsonScalar, { nullable: true, description: 'The values, as in `execute`.' })
  params?: unknown;

  @Field(() => DialectEnum, {
    nullable: true,
    description: 'The dialect that `sql` is written in; left out, the database’s own.',
  })
  dialect?: DialectName | null;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description: 'Whether its failure undoes it alone: the others go on.',
  })
  optional?: boolean | null;
}

@ObjectType('StatementResult', {
  description: 'What became of one statement of a transaction.',
  simpleResolvers: true,
})
export class StatementResultType {
  @Field(() => Int, { description: 'Its place among the statements, from 0.' })
  index!: number;

  @Field(() => QueryResultType, { nullable: true, description: 'What it gave; null where it failed.' })
  result!: QueryResultType | null;

  @Field(() => StatementErrorType, { nullable: true, description: 'Why it failed; null where it did not.' })
  error!: StatementErrorType | null;
}

@ObjectType('TransactionResult', {
  description: 'What became of statements that belong together.',
  simpleResolvers: true,
})
export class TransactionResultType {
  @Field(() => Boolean, {
    description:
      'Whether they were committed. Where not, nothing is left of any of them, and the last of `results` tells why.',
  })
  committed!: boolean;

  @Field(() => [StatementResultType], { description: 'The statements that ran, in order.' })
  results!: readonly StatementResultType[];
}

@ObjectType('DatabaseTransaction', {
  description: 'A transaction that is held open between calls, on a connection of its own.',
  simpleResolvers: true,
})
export class DatabaseTransactionType implements TransactionView {
  @Field(() => ID, { description: 'What its further calls name. It can’t be guessed, and is of use to nobody else.' })
  id!: string;

  @Field(() => ID, { description: 'The database that it runs on.' })
  database!: string;

  @Field(() => IsolationLevelEnum, { nullable: true, description: 'Null where it was left to the database.' })
  isolation!: IsolationLevel | null;

  @Field(() => Boolean, { description: 'Whether the database keeps it from changing anything.' })
  readOnly!: boolean;

  @Field(() => TransactionStateEnum, { description: 'Where it is in its life.' })
  state!: TransactionView['state'];

  @Field(() => [String], { description: 'Its savepoints, the oldest first.' })
  savepoints!: readonly string[];

  @Field(() => Date, { description: 'When it was begun.' })
  startedAt!: Date;

  @Field(() => Date, {
    nullable: true,
    description: 'When it is rolled back unless it is used before; null once it has ended.',
  })
  expiresAt!: Date | null;
}

export function toTransaction(view: TransactionView): DatabaseTransactionType {
  return Object.assign(new DatabaseTransactionType(), view);
}

export function toTransactionResult({ committed, results }: TransactionOutcome): TransactionResultType {
  return Object.assign(new TransactionResultType(), { committed, results: results.map(toStatementResult) });
}

function toStatementResult({ index, result, error }: StatementOutcome): StatementResultType {
  return Object.assign(new StatementResultType(), {
    index,
    result: result === null ? null : new QueryResultType(result),
    error: error === null ? null : toStatementError(error),
  });
}
