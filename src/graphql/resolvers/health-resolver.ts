import { Repeater, SlidingBuffer } from '@repeaterjs/repeater';
import { Arg, ID, Int, Resolver, Root, Subscription } from 'type-graphql';
import type { DatabaseHealth } from '../../databases/index.js';
import { DragomanError } from '../../errors/index.js';
import type { RequestContext } from '../context.js';
import { ticker } from '../ticker.js';
import { DatabaseHealthType } from '../types/database-health-type.js';

const SHORTEST_HEARTBEAT_MS = 100;
/** Events kept for a subscriber that is slow; older ones go first, and a later one tells the same database's health anew. */
const EVENTS_KEPT = 256;

@Resolver()
export class HealthResolver {
  @Subscription(() => DatabaseHealthType, {
    description: 'The present health of each database first, then every change, and a heartbeat at `everyMs`.',
    subscribe: ({ args, context }) => {
      const { database, everyMs } = args as { database?: string | null; everyMs?: number | null };
      return healthOf(context as RequestContext, database ?? undefined, everyMs ?? undefined);
    },
  })
  health(
    @Root() health: DatabaseHealth,
    @Arg('database', () => ID, { nullable: true, description: 'One database; left out, all of them.' })
    _database?: string,
    @Arg('everyMs', () => Int, {
      nullable: true,
      description: 'How often the present health is told again without a change, at least 100; left out, never.',
    })
    _everyMs?: number,
  ): DatabaseHealthType {
    return Object.assign(new DatabaseHealthType(), health);
  }
}

function healthOf(
  { databases, services: { events } }: RequestContext,
  name: string | undefined,
  everyMs: number | undefined,
): AsyncIterable<DatabaseHealth> {
  if (name !== undefined) databases.get(name);
  if (everyMs !== undefined && everyMs < SHORTEST_HEARTBEAT_MS) {
    throw new DragomanError('BAD_USER_INPUT', `everyMs is ${everyMs}; it must be at least ${SHORTEST_HEARTBEAT_MS}.`);
  }
  return new Repeater<DatabaseHealth>(async (push, stop) => {
    const tell = (health: DatabaseHealth): void => {
      const isAsked = name === undefined ? databases.find(health.database) !== undefined : health.database === name;
      if (isAsked) void push(health);
    };
    const tellAll = (): void => databases.all().forEach(({ monitor }) => tell(monitor.present));
    const unsubscribe = events.on('health-changed', tell);
    const stopTicking = everyMs === undefined ? undefined : ticker.every(everyMs, tellAll);
    tellAll();
    await stop;
    unsubscribe();
    stopTicking?.();
  }, new SlidingBuffer(EVENTS_KEPT));
}
