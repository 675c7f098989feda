import { Arg, Authorized, Ctx, ID, Mutation, Query, Resolver, UseMiddleware } from 'type-graphql';
import type { RequestContext } from '../context.js';
import { ADMINISTRATORS } from '../administrators.js';
import { recordAction } from '../record-action.js';
import { DatabaseInput } from '../types/database-input.js';
import { DatabaseType, toDatabaseType } from '../types/database-type.js';
import { ServiceStatusType, toServiceStatus } from '../types/service-status-type.js';

@Resolver(() => DatabaseType)
export class DatabaseResolver {
  @Query(() => [DatabaseType], { description: 'Every registered database that you may use.' })
  databases(@Ctx() { databases }: RequestContext): DatabaseType[] {
    return databases.all().map(toDatabaseType);
  }

  @Query(() => DatabaseType, {
    nullable: true,
    description: 'One database; null where none of that name is registered.',
  })
  async database(
    @Arg('name', () => ID, { description: 'The name that it is registered under.' }) name: string,
    @Ctx() { loaders }: RequestContext,
  ): Promise<DatabaseType | null> {
    const found = await loaders.databases.load(name);
    return found === null ? null : toDatabaseType(found);
  }

  @Query(() => ServiceStatusType, {
    description: 'The service itself: its version, and what it has done since it started.',
  })
  serviceStatus(@Ctx() context: RequestContext): ServiceStatusType {
    return toServiceStatus(context);
  }

  @Authorized(ADMINISTRATORS)
  @UseMiddleware(recordAction)
  @Mutation(() => DatabaseType, {
    nullable: true,
    description:
      'Registers a database; it is there again after a restart. One that can’t be reached is registered all the same, and tried again until it can. No ${NAME} is filled in here.',
  })
  async registerDatabase(
    @Arg('input', () => DatabaseInput, { description: 'The database to register.' }) input: DatabaseInput,
    @Ctx() { services }: RequestContext,
  ): Promise<DatabaseType> {
    const { pool, access, timeoutMs, maxRows, slowQueryThresholdMs, ...named } = input;
    const registered = await services.registration.register({
      ...named,
      access: access ?? 'READ_WRITE',
      pool: pool ?? undefined,
      timeoutMs: timeoutMs ?? undefined,
      maxRows: maxRows ?? undefined,
      slowQueryThresholdMs: slowQueryThresholdMs ?? undefined,
    });
    return toDatabaseType(registered);
  }

  @Authorized(ADMINISTRATORS)
  @UseMiddleware(recordAction)
  @Mutation(() => Boolean, {
    nullable: true,
    description:
      'Takes a database out and closes its connections; what runs on it may end. One from the configuration file comes back when that is read again.',
  })
  async removeDatabase(
    @Arg('name', () => ID, { description: 'The name that it is registered under.' }) name: string,
    @Ctx() { services }: RequestContext,
  ): Promise<boolean> {
    await services.registration.remove(name);
    return true;
  }

  @Authorized(ADMINISTRATORS)
  @UseMiddleware(recordAction)
  @Mutation(() => ServiceStatusType, {
    nullable: true,
    description: 'Reads the configuration file again and applies what changed; a mistake in it changes nothing.',
  })
  async reloadConfiguration(@Ctx() context: RequestContext): Promise<ServiceStatusType> {
    await context.services.reloadConfiguration();
    return toServiceStatus(context);
  }
}
