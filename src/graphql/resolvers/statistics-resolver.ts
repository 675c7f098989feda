import { Repeater, SlidingBuffer } from '@repeaterjs/repeater';
import {
  Arg,
  Authorized,
  Ctx,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Resolver,
  Root,
  Subscription,
  UseMiddleware,
} from 'type-graphql';
import type { StatisticsFigures } from '../../databases/index.js';
import { DragomanError } from '../../errors/index.js';
import type { RequestContext } from '../context.js';
import { ADMINISTRATORS } from '../administrators.js';
import { recordAction } from '../record-action.js';
import { ticker } from '../ticker.js';
import { DatabaseStatisticsType } from '../types/database-statistics-type.js';
import { DatabaseType } from '../types/database-type.js';

const EVERY_MS = 1000;
const SHORTEST_MS = 100;

@Resolver(() => DatabaseType)
export class StatisticsResolver {
  @FieldResolver(() => DatabaseStatisticsType, { description: 'What ran on it, and how long it took.' })
  statistics(@Root() { name }: DatabaseType, @Ctx() { databases }: RequestContext): DatabaseStatisticsType {
    return toStatisticsType(databases.get(name).statistics.figures());
  }

  @Authorized(ADMINISTRATORS)
  @UseMiddleware(recordAction)
  @Mutation(() => Boolean, { nullable: true, description: 'Begins to count anew. For administrators.' })
  resetStatistics(
    @Arg('database', () => ID, { nullable: true, description: 'One database; left out, all of them.' })
    database: string | null | undefined,
    @Ctx() { services: { registry } }: RequestContext,
  ): boolean {
    const chosen = database === null || database === undefined ? registry.all() : [registry.get(database)];
    for (const { statistics } of chosen) statistics.reset();
    return true;
  }

  @Subscription(() => DatabaseStatisticsType, {
    name: 'statistics',
    description: 'The statistics of each database at once, then again every `everyMs`.',
    subscribe: ({ args, context }) => {
      const { database, everyMs } = args as { database?: string | null; everyMs?: number | null };
      return statisticsOf(context as RequestContext, database ?? undefined, everyMs ?? EVERY_MS);
    },
  })
  statisticsChanged(
    @Root() figures: StatisticsFigures,
    @Arg('database', () => ID, { nullable: true, description: 'One database; left out, all of them.' })
    _database?: string,
    @Arg('everyMs', () => Int, {
      nullable: true,
      defaultValue: EVERY_MS,
      description: 'How often they are told, at least 100.',
    })
    _everyMs?: number,
  ): DatabaseStatisticsType {
    return toStatisticsType(figures);
  }
}

/** A slow subscriber is told the present figures, and not those that it missed. */
function statisticsOf(
  { databases, services: { events } }: RequestContext,
  name: string | undefined,
  everyMs: number,
): AsyncIterable<StatisticsFigures> {
  if (name !== undefined) databases.get(name);
  if (everyMs < SHORTEST_MS) {
    throw new DragomanError('BAD_USER_INPUT', `everyMs is ${everyMs}; it must be at least ${SHORTEST_MS}.`);
  }
  return new Repeater<StatisticsFigures>(
    async (push, stop) => {
      const tell = (): void => {
        for (const { name: each, statistics } of databases.all()) {
          if (name === undefined || each === name) void push(statistics.figures());
        }
      };
      const unsubscribe = events.on('database-removed', (removed) => {
        if (removed.name === name) stop(new DragomanError('DATABASE_NOT_FOUND', `The database "${name}" was removed.`));
      });
      const stopTicking = ticker.every(everyMs, tell);
      tell();
      await stop;
      unsubscribe();
      stopTicking();
    },
    new SlidingBuffer(Math.max(1, databases.all().length)),
  );
}

function toStatisticsType(figures: StatisticsFigures): DatabaseStatisticsType {
  return Object.assign(new DatabaseStatisticsType(), figures);
}
