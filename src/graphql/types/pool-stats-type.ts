import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { PoolStrategy } from '../../databases/index.js';
import { PoolStrategyEnum } from '../enums.js';

@ObjectType('PoolStats', { description: 'A database’s connections at this moment.', simpleResolvers: true })
export class PoolStatsType {
  @Field(() => PoolStrategyEnum, { description: 'How they are kept.' })
  strategy!: PoolStrategy;

  @Field(() => Int, { description: 'Connections that stay open.' })
  min!: number;

  @Field(() => Int, { description: 'Connections at most; on SQLite, those that read.' })
  max!: number;

  @Field(() => Int, { description: 'Connections that are open or being opened.' })
  open!: number;

  @Field(() => Int, { description: 'Open connections that nobody uses.' })
  idle!: number;

  @Field(() => Int, { description: 'Requests that wait for a connection.' })
  waiting!: number;

  @Field(() => Float, { description: 'How often a connection was handed out since the database was registered.' })
  acquired!: number;

  @Field(() => Float, { description: 'How often a request waited in vain.' })
  timeouts!: number;
}
