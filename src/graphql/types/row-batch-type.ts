import { Field, Int, ObjectType } from 'type-graphql';
import { rowObjects, type JsonValue } from '../../databases/index.js';
import type { RowsBatch } from '../../pipeline/index.js';
import { JsonObjectScalar } from '../scalars.js';
import { columnsOf, ResultColumnType } from './query-result-type.js';

@ObjectType('RowBatch', { description: 'Some rows of a result that comes in batches.', simpleResolvers: true })
export class RowBatchType {
  constructor(private readonly batch: RowsBatch) {}

  @Field(() => [ResultColumnType], { description: 'The columns in order, in each batch and also where no row came.' })
  get columns(): readonly ResultColumnType[] {
    return columnsOf(this.batch);
  }

  @Field(() => [JsonObjectScalar], { description: 'Each row as an object by column key.' })
  get rows(): Record<string, JsonValue>[] {
    return rowObjects(this.batch);
  }

  @Field(() => Int, { description: 'Counts the batches from 0.' })
  get index(): number {
    return this.batch.index;
  }

  @Field(() => Boolean, { description: 'True in the last batch. A stream that ends without one has failed.' })
  get done(): boolean {
    return this.batch.done;
  }
}
