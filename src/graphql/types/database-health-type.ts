import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import type { HealthStatus } from '../../databases/index.js';
import { HealthStatusEnum } from '../enums.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('DatabaseHealth', {
  description: 'How well a database answers, as its pings found.',
  simpleResolvers: true,
})
export class DatabaseHealthType {
  @Field(() => ID, { description: 'The database’s name.' })
  database!: string;

  @Field(() => HealthStatusEnum, { description: 'What the last pings add up to.' })
  status!: HealthStatus;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was pinged last; null before the first time.' })
  checkedAt!: Date | null;

  @Field(() => Float, { nullable: true, description: 'How long the last answered ping took, in milliseconds.' })
  latencyMs!: number | null;

  @Field(() => Int, { description: 'How many pings in a row have failed.' })
  consecutiveFailures!: number;

  @Field(() => String, { nullable: true, description: 'Why it is not HEALTHY; null where it is.' })
  error!: string | null;
}
