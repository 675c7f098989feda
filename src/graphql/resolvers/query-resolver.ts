import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { QueryRequest } from '../../pipeline/index.js';
import type { DialectName } from '../../sql/index.js';
import type { RequestContext } from '../context.js';
import { DialectEnum } from '../enums.js';
import { JsonScalar } from '../scalars.js';
import { QueryOptionsInput } from '../types/query-options-input.js';
import { BatchResultType, QueryResultType, toBatchResult } from '../types/query-result-type.js';

/** What is said of the arguments of every field that runs SQL. */
export const ARGUMENTS = {
  database: 'The database’s name.',
  sql: 'One SQL statement. Values belong into `params`, with placeholders in any style: ?, $1, :name, @name, $name, %(name)s.',
  params:
    'The values: an array by position, or an object by name. What JSON can’t say is a tagged value: { "$type": "bigint" | "decimal" | "binary" | "timestamp" | "json" | "array", "value": … }. A plain array expands in IN (:list).',
  dialect: 'The dialect that `sql` is written in; left out, the database’s own.',
  options: 'How it is run.',
} as const;

@Resolver()
export class QueryResolver {
  @Query(() => QueryResultType, {
    nullable: true,
    description: 'Runs a read on a database. It runs where nothing can be written, whatever the statement says.',
  })
  async query(
    @Arg('database', () => ID, { description: ARGUMENTS.database }) database: string,
    @Arg('sql', () => String, { description: ARGUMENTS.sql }) sql: string,
    @Arg('params', () => JsonScalar, { nullable: true, description: ARGUMENTS.params }) params: unknown,
    @Arg('dialect', () => DialectEnum, { nullable: true, description: ARGUMENTS.dialect })
    dialect: DialectName | undefined,
    @Arg('options', () => QueryOptionsInput, { nullable: true, description: ARGUMENTS.options })
    options: QueryOptionsInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<QueryResultType> {
    const request = toRequest(context, { database, sql, params, dialect, options });
    return new QueryResultType(await context.services.pipeline.query(request));
  }

  @Mutation(() => QueryResultType, {
    nullable: true,
    description: 'Runs one statement of any kind. Several in one mutation run in order, each for itself.',
  })
  async execute(
    @Arg('database', () => ID, { description: ARGUMENTS.database }) database: string,
    @Arg('sql', () => String, { description: ARGUMENTS.sql }) sql: string,
    @Arg('params', () => JsonScalar, { nullable: true, description: ARGUMENTS.params }) params: unknown,
    @Arg('dialect', () => DialectEnum, { nullable: true, description: ARGUMENTS.dialect })
    dialect: DialectName | undefined,
    @Arg('options', () => QueryOptionsInput, { nullable: true, description: ARGUMENTS.options })
    options: QueryOptionsInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<QueryResultType> {
    const request = toRequest(context, { database, sql, params, dialect, options });
    return new QueryResultType(await context.services.pipeline.execute(request));
  }

  @Mutation(() => BatchResultType, {
    nullable: true,
    description: 'Runs one INSERT, UPDATE or DELETE with many sets of parameters, all or none.',
  })
  async executeMany(
    @Arg('database', () => ID, { description: ARGUMENTS.database }) database: string,
    @Arg('sql', () => String, { description: ARGUMENTS.sql }) sql: string,
    @Arg('paramSets', () => [JsonScalar], { description: 'One set of values a run, each in the form of `params`.' })
    paramSets: unknown[],
    @Arg('dialect', () => DialectEnum, { nullable: true, description: ARGUMENTS.dialect })
    dialect: DialectName | undefined,
    @Arg('options', () => QueryOptionsInput, { nullable: true, description: ARGUMENTS.options })
    options: QueryOptionsInput | undefined,
    @Ctx() context: RequestContext,
  ): Promise<BatchResultType> {
    const request = toRequest(context, { database, sql, dialect, options });
    return toBatchResult(await context.services.pipeline.executeMany(request, paramSets));
  }
}

type Asked = Omit<QueryRequest, 'principal' | 'requestId' | 'signal'>;

function toRequest({ principal, requestId, signal }: RequestContext, asked: Asked): QueryRequest {
  return { ...asked, principal, requestId, signal };
}
