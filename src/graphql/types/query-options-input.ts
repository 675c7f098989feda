import { Field, InputType, Int } from 'type-graphql';
import type { NumberFormat } from '../../databases/index.js';
import type { Fidelity, TextComparison } from '../../sql/index.js';
import { FidelityEnum, NumberFormatEnum, TextComparisonEnum } from '../enums.js';

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

  @Field(() => FidelityEnum, {
    nullable: true,
    description: 'How far a translation may go to keep the meaning, where `dialect` is another one. Left out: EXACT.',
  })
  fidelity?: Fidelity | null;

  @Field(() => TextComparisonEnum, {
    nullable: true,
    description: 'Whose rules text compares by, where `dialect` is another one. Left out: TARGET.',
  })
  textComparison?: TextComparison | null;
}
