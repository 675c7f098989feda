import { Arg, Ctx, ID, Int, Mutation, Query, Resolver, UseMiddleware } from 'type-graphql';
import { permitTransaction } from '../../auth/index.js';
import type { IsolationLevel } from '../../databases/index.js';
import type { DialectName } from '../../sql/index.js';
import type { Caller } from '../../transactions/index.js';
import type { RequestContext } from '../context.js';
import { DialectEnum, IsolationLevelEnum } from '../enums.js';
import { recordAction } from '../record-action.js';
import { JsonScalar } from '../scalars.js';
import { QueryOptionsInput } from '../types/query-options-input.js';
import { QueryResultType } from '../types/query-result-type.js';
import {
  DatabaseTransactionType,
  StatementInput,
  toTransaction,
  toTransactionResult,
  TransactionResultType,
} from '../types/transaction-type.js';

const ARGUMENTS = {
  id: 'The transaction’s id, as `beginTransaction` gave it.',
  isolation: 'Left out, the database’s own.',
  readOnly: 'Whether the database is to keep it from changing anything.',
  name: 'Any name. Of two savepoints that share one the younger is meant.',
} as const;

const callerOf = ({ principal, signal }: RequestContext): Caller => ({ owner: principal.name, signal });

@Resolver()
export class TransactionResolver {
  @UseMiddleware(recordAction)
  @Mutation(() => TransactionResultType, {
    nullable: true,
    description:
      'Runs all the statements in one transaction, or none of them. What is wrong with one before it runs, its syntax or its parameters, is an error; what the database refuses it for stands in `results`.',
  })
  async executeTransaction(
    @Arg('database', () => ID, { description: 'The database’s name.' }) database: string,
    @Arg('statements', () => [StatementInput], { description: 'In the order in which they run.' })
    statements: StatementInput[],
    @Arg('isolation', () => IsolationLevelEnum, { nullable: true, description: ARGUMENTS.isolation })
    isolation: IsolationLevel | null | undefined,
    @Arg('readOnly', () => Boolean, { nullable: true, defaultValue: false, description: ARGUMENTS.readOnly })
    readOnly: boolean | null,
    @Arg('timeoutMs', () => Int, {
      nullable: true,
      description: 'For all of it, its retries too; left out, the database’s own.',
    })
    timeoutMs: number | null | undefined,
    @Arg('retries', () => Int, {
      nullable: true,
      defaultValue: 0,
      description:
        'How often it is tried again, after a pause, where the database undid it for what others did meanwhile: a serialization failure, a deadlock.',
    })
    retries: number | null,
    @Ctx() { services, principal, requestId, signal }: RequestContext,
  ): Promise<TransactionResultType> {
    const outcome = await services.pipeline.executeTransaction({
      principal,
      requestId,
      database,
      signal,
      statements: statements.map(({ sql, params, dialect, optional }) => ({
        sql,
        params,
        dialect,
        optional: optional === true,
      })),
      isolation: isolation ?? undefined,
      readOnly: readOnly === true,
      timeoutMs: timeoutMs ?? undefined,
      retries: retries ?? 0,
    });
    return toTransactionResult(outcome);
  }

  @UseMiddleware(recordAction)
  @Mutation(() => DatabaseTransactionType, {
    nullable: true,
    description: 'Begins a transaction that is held open until it is ended, or left alone for too long.',
  })
  async beginTransaction(
    @Arg('database', () => ID, { description: 'The database’s name.' }) database: string,
    @Arg('isolation', () => IsolationLevelEnum, { nullable: true, description: ARGUMENTS.isolation })
    isolation: IsolationLevel | null | undefined,
    @Arg('readOnly', () => Boolean, { nullable: true, defaultValue: false, description: ARGUMENTS.readOnly })
    readOnly: boolean | null,
    @Arg('idleTimeoutMs', () => Int, {
      nullable: true,
      description:
        'How long it may be left alone before it is rolled back; left out, `transactions.idleTimeout` of the configuration.',
    })
    idleTimeoutMs: number | null | undefined,
    @Ctx() context: RequestContext,
  ): Promise<DatabaseTransactionType> {
    const { databases, principal, services } = context;
    const wish = {
      isolation: isolation ?? undefined,
      readOnly: readOnly === true,
      idleTimeoutMs: idleTimeoutMs ?? undefined,
    };
    const registered = databases.get(database);
    permitTransaction(principal, database, wish.readOnly);
    return toTransaction(await services.transactions.begin(registered, wish, callerOf(context)));
  }

  @Mutation(() => QueryResultType, {
    nullable: true,
    description: 'Runs one statement in a transaction. Calls that come at the same time run in order.',
  })
  async executeInTransaction(
    @Arg('id', () => ID, { description: ARGUMENTS.id }) id: string,
    @Arg('sql', () => String, { description: 'One SQL statement.' }) sql: string,
    @Arg('params', () => JsonScalar, { nullable: true, description: 'The values, as in `execute`.' }) params: unknown,
    @Arg('dialect', () => DialectEnum, {
      nullable: true,
      description: 'The dialect that `sql` is written in; left out, the database’s own.',
    })
    dialect: DialectName | undefined,
    @Arg('options', () => QueryOptionsInput, { nullable: true, description: 'How it is run.' })
    options: QueryOptionsInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<QueryResultType> {
    const { principal, requestId, signal, services } = context;
    const request = { principal, requestId, signal, sql, params, dialect, options };
    return new QueryResultType(await services.transactions.execute(id, request, callerOf(context)));
  }

  @Mutation(() => DatabaseTransactionType, {
    nullable: true,
    description: 'Marks a place in a transaction, to go back to.',
  })
  async savepoint(
    @Arg('id', () => ID, { description: ARGUMENTS.id }) id: string,
    @Arg('name', () => String, { description: ARGUMENTS.name }) name: string,
    @Ctx() context: RequestContext,
  ): Promise<DatabaseTransactionType> {
    return toTransaction(await context.services.transactions.savepoint(id, name, callerOf(context)));
  }

  @Mutation(() => DatabaseTransactionType, {
    nullable: true,
    description: 'Undoes what a transaction did since a savepoint, which stays. One that FAILED is ACTIVE again.',
  })
  async rollbackToSavepoint(
    @Arg('id', () => ID, { description: ARGUMENTS.id }) id: string,
    @Arg('name', () => String, { description: ARGUMENTS.name }) name: string,
    @Ctx() context: RequestContext,
  ): Promise<DatabaseTransactionType> {
    return toTransaction(await context.services.transactions.rollbackTo(id, name, callerOf(context)));
  }

  @Mutation(() => DatabaseTransactionType, {
    nullable: true,
    description: 'Forgets a savepoint and those made after it; what was done stays.',
  })
  async releaseSavepoint(
    @Arg('id', () => ID, { description: ARGUMENTS.id }) id: string,
    @Arg('name', () => String, { description: ARGUMENTS.name }) name: string,
    @Ctx() context: RequestContext,
  ): Promise<DatabaseTransactionType> {
    return toTransaction(await context.services.transactions.release(id, name, callerOf(context)));
  }

  @UseMiddleware(recordAction)
  @Mutation(() => DatabaseTransactionType, {
    nullable: true,
    description: 'Makes what a transaction did final. One that FAILED is rolled back, and that is an error.',
  })
  async commitTransaction(
    @Arg('id', () => ID, { description: ARGUMENTS.id }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<DatabaseTransactionType> {
    return toTransaction(await context.services.transactions.commit(id, callerOf(context)));
  }

  @UseMiddleware(recordAction)
  @Mutation(() => DatabaseTransactionType, { nullable: true, description: 'Undoes all that a transaction did.' })
  async rollbackTransaction(
    @Arg('id', () => ID, { description: ARGUMENTS.id }) id: string,
    @Ctx() context: RequestContext,
  ): Promise<DatabaseTransactionType> {
    return toTransaction(await context.services.transactions.rollback(id, callerOf(context)));
  }

  @Query(() => DatabaseTransactionType, {
    nullable: true,
    description: 'A transaction of one’s own as it stands; for an hour also after it has ended.',
  })
  databaseTransaction(
    @Arg('id', () => ID, { description: ARGUMENTS.id }) id: string,
    @Ctx() { services, principal }: RequestContext,
  ): DatabaseTransactionType {
    return toTransaction(services.transactions.view(id, { owner: principal.name }));
  }
}
