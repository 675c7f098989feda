import { Arg, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { QueryRequest, RowsBatch } from '../../pipeline/index.js';
import type { DialectName } from '../../sql/index.js';
import type { RequestContext } from '../context.js';
import { DialectEnum } from '../enums.js';
import { JsonScalar } from '../scalars.js';
import { QueryOptionsInput } from '../types/query-options-input.js';
import { RowBatchType } from '../types/row-batch-type.js';
import { ARGUMENTS } from './query-resolver.js';

const BATCH_SIZE = 500;

type Asked = Omit<QueryRequest, 'principal' | 'requestId' | 'signal'> & { readonly batchSize?: number | null };

@Resolver()
export class RowsResolver {
  @Subscription(() => RowBatchType, {
    description:
      'A result too large for one answer, in batches, read no faster than the client takes them. It holds a connection and a snapshot of the database until it ends; `options.maxRows` alone bounds its rows, and `options.timeoutMs` is for the whole of it.',
    subscribe: async ({ args, context }) => {
      const { services, principal, requestId, signal } = context as RequestContext;
      const { batchSize, ...asked } = args as unknown as Asked;
      const request = { ...asked, batchSize: batchSize ?? BATCH_SIZE, principal, requestId, signal };
      return await services.pipeline.stream(request);
    },
  })
  rows(
    @Root() batch: RowsBatch,
    @Arg('database', () => ID, { description: ARGUMENTS.database }) _database: string,
    @Arg('sql', () => String, { description: ARGUMENTS.sql }) _sql: string,
    @Arg('params', () => JsonScalar, { nullable: true, description: ARGUMENTS.params }) _params: unknown,
    @Arg('dialect', () => DialectEnum, { nullable: true, description: ARGUMENTS.dialect })
    _dialect: DialectName | undefined,
    @Arg('batchSize', () => Int, {
      nullable: true,
      defaultValue: BATCH_SIZE,
      description: 'How many rows a batch holds at most, from 1 to 10000; fewer where they are wide.',
    })
    _batchSize: number | undefined,
    @Arg('options', () => QueryOptionsInput, { nullable: true, description: ARGUMENTS.options })
    _options: QueryOptionsInput | undefined,
  ): RowBatchType {
    return new RowBatchType(batch);
  }
}
