import { Field, ID, InputType, Int } from 'type-graphql';
import type { DatabaseAccess, PoolStrategy } from '../../databases/index.js';
import type { DialectName } from '../../sql/index.js';
import { DatabaseAccessEnum, DialectEnum, PoolStrategyEnum } from '../enums.js';

@InputType('PoolInput', {
  description:
    'How many connections a database keeps, and how long one waits for one. What is left out has its default.',
})
export class PoolInput {
  @Field(() => PoolStrategyEnum, { nullable: true, description: 'How they are kept. Left out: ADVANCED.' })
  strategy?: PoolStrategy | null;

  @Field(() => Int, { nullable: true, description: 'Connections that stay open. Left out: 1; not with NONE.' })
  min?: number | null;

  @Field(() => Int, { nullable: true, description: 'Connections at most. Left out: 16.' })
  max?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many requests may wait for a connection. Left out: 200.' })
  maxWaiting?: number | null;

  @Field(() => Int, { nullable: true, description: 'How long one waits for a connection. Left out: 5000.' })
  acquireTimeoutMs?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How long a connection beyond `min` may be idle. Left out: 30000; not with NONE.',
  })
  idleTimeoutMs?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'How old a connection may become. Left out: 1800000; with ADVANCED only.',
  })
  maxLifetimeMs?: number | null;
}

@InputType('DatabaseInput', { description: 'A database to register.' })
export class DatabaseInput {
  @Field(() => ID, { description: 'Its name: a letter, then letters, digits, _ or -.' })
  name!: string;

  @Field(() => DialectEnum, { description: 'The SQL that it speaks.' })
  dialect!: DialectName;

  @Field(() => String, {
    description:
      'Where it is, by its dialect. POSTGRESQL: postgres://USER:PASSWORD@HOST:PORT/DATABASE, such as postgres://app:secret@db.example.com:5432/shop. MYSQL: mysql://USER:PASSWORD@HOST:PORT/DATABASE, such as mysql://app:secret@db.example.com:3306/shop. SQLITE: sqlite:PATH, such as sqlite:./data/shop.sqlite, or sqlite::memory:. User, password and database are percent-encoded: %40 for @.',
  })
  url!: string;

  @Field(() => DatabaseAccessEnum, {
    nullable: true,
    defaultValue: 'READ_WRITE',
    description: 'What it may be used for.',
  })
  access?: DatabaseAccess | null;

  @Field(() => PoolInput, { nullable: true, description: 'Its connections.' })
  pool?: PoolInput | null;

  @Field(() => Int, {
    nullable: true,
    description: 'A statement’s deadline in milliseconds where the request names none. Left out: 30000.',
  })
  timeoutMs?: number | null;

  @Field(() => Int, { nullable: true, description: 'How many rows a result may have. Left out: 10000.' })
  maxRows?: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Statements that take as long or longer count as slow, in milliseconds. Left out: 200.',
  })
  slowQueryThresholdMs?: number | null;
}
