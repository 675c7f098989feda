import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AdapterState, DatabaseAccess, RegisteredDatabase } from '../../databases/index.js';
import type { DialectName } from '../../sql/index.js';
import { AdapterStateEnum, DatabaseAccessEnum, DialectEnum } from '../enums.js';
import { DatabaseHealthType } from './database-health-type.js';
import { PoolStatsType } from './pool-stats-type.js';

@ObjectType('Database', { description: 'A registered database.', simpleResolvers: true })
@Directive('@key(fields: "name")')
export class DatabaseType {
  @Field(() => ID, { description: 'The name that it is registered under.' })
  name!: string;

  @Field(() => DialectEnum, { description: 'The SQL that it speaks.' })
  dialect!: DialectName;

  @Field(() => String, {
    nullable: true,
    description: 'As the server reports itself, e.g. SQLite 3.52.0; null until it was reached once.',
  })
  serverVersion!: string | null;

  @Field(() => DatabaseAccessEnum, { description: 'What it may be used for.' })
  access!: DatabaseAccess;

  @Field(() => AdapterStateEnum, { description: 'Where its connections are in their life.' })
  state!: AdapterState;

  @Field(() => DatabaseHealthType, { description: 'How well it answers.' })
  health!: DatabaseHealthType;

  @Field(() => PoolStatsType, { description: 'Its connections at this moment.' })
  pool!: PoolStatsType;
}

/** The database as GraphQL shows it at this moment. */
export function toDatabaseType({ name, adapter, monitor }: RegisteredDatabase): DatabaseType {
  return Object.assign(new DatabaseType(), {
    name,
    dialect: adapter.dialect,
    serverVersion: adapter.serverVersion ?? null,
    access: adapter.access,
    state: adapter.state,
    health: Object.assign(new DatabaseHealthType(), monitor.present),
    pool: Object.assign(new PoolStatsType(), adapter.pool()),
  });
}
