import { isOpenOnLoopback } from '../auth/index.js';
import type { Config } from '../config/index.js';
import type { Logger, Rate } from '../http/index.js';
import { shareRate, type SharedRate } from './shared-rate.js';

/** Where only programs of this machine's users come in, there is nobody to protect from them. */
export function rateOf({ server, auth, limits: { rate } }: Config): Rate | undefined {
  if (rate !== undefined) return rate === false ? undefined : rate;
  return isOpenOnLoopback(server, auth) ? undefined : USUAL_RATE;
}

/** Undefined where each instance counts for itself. */
export function sharedRateOf(config: Config, logger: Logger): SharedRate | undefined {
  const rate = rateOf(config);
  const { redis } = config.events;
  return rate === undefined || redis === undefined ? undefined : shareRate(rate, redis, logger);
}

const USUAL_RATE: Rate = { max: 6000, perMs: 60_000 };
