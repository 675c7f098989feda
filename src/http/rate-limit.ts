import type { FastifyInstance, FastifyRequest } from 'fastify';
import { RateLimiterMemory, RateLimiterRes, type RateLimiterAbstract } from 'rate-limiter-flexible';
import { isMany, type Principal } from '../auth/index.js';
import { DragomanError } from '../errors/index.js';
import type { ClientAddress } from './client-address.js';

/** How many operations a caller may send in a time. */
export interface Rate {
  readonly max: number;
  readonly perMs: number;
}

/** Counts the operations of callers. */
export interface RateLimit {
  /**
   * Counts one more operation.
   * @throws DragomanError RATE_LIMITED
   */
  operation(principal: Principal, address: string): Promise<void>;
  /**
   * Counts one more attempt to come in with a key or token that is not known.
   * @throws DragomanError RATE_LIMITED
   */
  refusedAttempt(address: string): Promise<void>;
}

/**
 * Counts; undefined: nobody does.
 * @param shared counts for several instances; left out, this one counts in memory
 */
export function rateLimitOf(rate: Rate | undefined, shared?: RateLimiterAbstract): RateLimit | undefined {
  if (rate === undefined) return undefined;
  const limiter = shared ?? new RateLimiterMemory({ points: rate.max, duration: rate.perMs / 1000 });
  const take = async (caller: string): Promise<void> => {
    try {
      await limiter.consume(caller);
    } catch (exceeded) {
      throw exceeded instanceof RateLimiterRes ? limited(rate, exceeded.msBeforeNext) : exceeded;
    }
  };
  return {
    // People who share a name are told apart by their addresses.
    operation: (principal, address) => take(isMany(principal) ? `from ${address}` : `by ${principal.name}`),
    refusedAttempt: (address) => take(`unknown from ${address}`),
  };
}

/** Counts each request that matters, before its body is read. */
export function limitRate(
  server: FastifyInstance,
  rate: RateLimit | undefined,
  addressOf: ClientAddress,
  matters: (request: FastifyRequest) => boolean,
): void {
  if (rate === undefined) return;
  server.addHook('onRequest', async (request) => {
    if (matters(request)) await rate.operation(request.principal, addressOf(request.raw));
  });
}

function limited({ max, perMs }: Rate, retryAfterMs: number): DragomanError {
  return new DragomanError('RATE_LIMITED', `More than ${max} operations within ${perMs / 1000} s.`, {
    hint: 'Wait for `retryAfterMs`, send several fields in one operation, or raise `limits.rate`.',
    limit: { name: 'rate', max },
    retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)),
  });
}
