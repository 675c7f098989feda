import { Field, Float, ID, ObjectType } from 'type-graphql';

@ObjectType('DatabaseStatistics', {
  description:
    'What ran on a database since a moment. Pings, and what is refused before it reaches the database, do not count.',
  simpleResolvers: true,
})
export class DatabaseStatisticsType {
  @Field(() => ID, { description: 'The database’s name.' })
  database!: string;

  @Field(() => Float, {
    description: 'Statements that ran; one with many sets of parameters, and a stream, count once.',
  })
  queries!: number;

  @Field(() => Float, { description: 'Of these, those that failed, ran out of time or were cancelled.' })
  errors!: number;

  @Field(() => Float, { description: 'Of these, those that took as long as the slowQueryThreshold, or longer.' })
  slowQueries!: number;

  @Field(() => Float, { description: 'Rows that came back.' })
  rowsReturned!: number;

  @Field(() => Float, { description: 'The mean time of a statement, in milliseconds.' })
  meanTimeMs!: number;

  @Field(() => Float, { description: 'Half of the statements took no longer; within 1%, as the other two.' })
  p50TimeMs!: number;

  @Field(() => Float, { description: '95 of 100 statements took no longer.' })
  p95TimeMs!: number;

  @Field(() => Float, { description: '99 of 100 statements took no longer.' })
  p99TimeMs!: number;

  @Field(() => Float, { description: 'Transactions of several statements that were committed.' })
  transactionsCommitted!: number;

  @Field(() => Float, { description: 'Transactions of several statements that were rolled back.' })
  transactionsRolledBack!: number;

  @Field(() => Date, { description: 'When the counting began: at the registration, or the last resetStatistics.' })
  since!: Date;
}
