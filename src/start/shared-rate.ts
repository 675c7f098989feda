import { createClient } from '@redis/client';
import { RateLimiterMemory, RateLimiterRedis, type RateLimiterAbstract } from 'rate-limiter-flexible';
import type { Logger, Rate } from '../http/index.js';

/** A count of operations that instances share, in Redis. */
export interface SharedRate {
  readonly limiter: RateLimiterAbstract;
  close(): void;
}

const PREFIX = 'dragoman:rate';
const CONNECT_MS = 2000;
/** How long a break between two tries to reach it is at most. */
const LONGEST_PAUSE_MS = 5000;

/**
 * Counts in Redis. While that can't be reached each instance counts for itself: nobody is let through for it, and nobody
 * kept out.
 * @param url redis://… or rediss://…
 */
export function shareRate({ max, perMs }: Rate, url: string, logger: Logger): SharedRate {
  const client = createClient({
    url,
    disableOfflineQueue: true,
    socket: {
      connectTimeout: CONNECT_MS,
      reconnectStrategy: (tries) => Math.min((tries + 1) * 100, LONGEST_PAUSE_MS),
    },
  });
  let reachable = true;
  client.on('error', (err: unknown) => {
    // It tries again and again, and says so each time.
    if (reachable) logger.warn({ err }, 'Redis can’t be reached: rates are counted by this instance alone');
    reachable = false;
  });
  client.on('ready', () => {
    if (!reachable) logger.info('Redis is reached again: instances share their rates');
    reachable = true;
  });
  // Whether it is reached does not hold up the start; a failure is told above.
  client.connect().catch(() => undefined);
  const bounds = { points: max, duration: perMs / 1000 };
  const limiter = new RateLimiterRedis({
    ...bounds,
    storeClient: client,
    useRedisPackage: true,
    rejectIfRedisNotReady: true,
    keyPrefix: PREFIX,
    insuranceLimiter: new RateLimiterMemory(bounds),
  });
  return { limiter, close: () => client.destroy() };
}
