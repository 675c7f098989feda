import type { ConfigFile } from './config-schema.js';
import type { LimitsConfig } from './config.js';

/** The limits as the service counts them. */
export function toLimits({ rate, requestTimeout, subscriptions, ...plain }: ConfigFile['limits']): LimitsConfig {
  const { idleTimeout, maxDuration, ...counts } = subscriptions;
  return {
    ...plain,
    rate: rate === undefined || rate === false ? rate : { max: rate.max, perMs: rate.per },
    requestTimeoutMs: requestTimeout,
    subscriptions: { ...counts, idleTimeoutMs: idleTimeout, maxDurationMs: maxDuration },
  };
}
