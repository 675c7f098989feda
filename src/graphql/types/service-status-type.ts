import { Field, Float, Int, ObjectType } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { DateTimeScalar } from '../scalars.js';

@ObjectType('ServiceStatus', { description: 'The service itself.', simpleResolvers: true })
export class ServiceStatusType {
  @Field(() => String, { description: 'Dragoman’s version.' })
  version!: string;

  @Field(() => DateTimeScalar, { description: 'When this instance started.' })
  startedAt!: Date;

  @Field(() => Int, { description: 'How many databases are registered that you may use.' })
  databases!: number;

  @Field(() => Float, { description: 'Translations that are kept.' })
  translationsCached!: number;

  @Field(() => Float, { description: 'The share of translations asked for that were at hand, from 0 to 1.' })
  translationHitRate!: number;

  @Field(() => Float, { description: 'Adapters made since the start.' })
  adaptersCreated!: number;

  @Field(() => Float, { description: 'Adapters closed since the start.' })
  adaptersClosed!: number;

  @Field(() => Float, { description: 'Statements sent to a database since the start.' })
  queries!: number;
}

export function toServiceStatus({ databases, services }: RequestContext): ServiceStatusType {
  const { registry, pipeline, version, startedAt } = services;
  return Object.assign(new ServiceStatusType(), {
    version,
    startedAt,
    databases: databases.all().length,
    translationsCached: pipeline.translations.size,
    translationHitRate: pipeline.translations.hitRate,
    adaptersCreated: registry.adaptersCreated,
    adaptersClosed: registry.adaptersClosed,
    queries: pipeline.queries,
  });
}
