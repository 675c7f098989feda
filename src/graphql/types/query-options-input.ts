import { Field, InputType, Int } from 'type-graphql';
import type { NumberFormat } from '../../databases/index.js';
import { NumberFormatEnum } from '../enums.js';

@InputType('QueryOptions', { description: 'How a statement is run.' })
export class QueryOptionsInput {
  @Field(() => Int, {
    nullable: true,
    description:
      'The statement’s deadline in milliseconds; past it the database is told to stop. Left out: the database’s own.',
  })
  timeoutMs?: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'How many rows the answer may have; more are left out, and `truncated` says so. The database’s own limit holds as well.',
  })
  maxRows?: number | null;

  @Field(() => NumberFormatEnum, { nullable: true, description: 'How numbers travel. Left out: SAFE.' })
  numbers?: NumberFormat | null;
}
