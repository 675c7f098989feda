import { DragomanError } from '../../errors/index.js';
import type { PoolOptions } from '../database-options.js';
import { refuseSetting } from '../refuse-setting.js';
import {
  POOL_POLICIES,
  SETTINGS_BY_POLICY,
  type OwnPoolStrategy,
  type PoolPolicy,
  type PoolStrategy,
} from './pool-strategy.js';

/** A pool as a caller asks for it. What is null counts as left out. */
export type PoolWish = {
  readonly [Setting in keyof Omit<PoolOptions, 'strategy'>]?: PoolOptions[Setting] | null | undefined;
} & { readonly strategy?: PoolStrategy | null | undefined };

const SIZES = ['min', 'max', 'maxWaiting'] as const;
const TIMES = ['acquireTimeoutMs', 'idleTimeoutMs', 'maxLifetimeMs'] as const;

/**
 * Completes a wish, and refuses one that contradicts itself.
 * @throws DragomanError BAD_USER_INPUT
 */
export function completePool(wish: PoolWish, defaults: PoolOptions): PoolOptions {
  const entries: [string, unknown][] = Object.entries(wish);
  const said = Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && value !== null),
  ) as Partial<PoolOptions>;
  const strategy = ownStrategy(wish.strategy ?? defaults.strategy);
  for (const [setting, trait] of Object.entries(SETTINGS_BY_POLICY)) {
    if (said[setting as keyof PoolOptions] === undefined || POOL_POLICIES[strategy][trait]) continue;
    throw new DragomanError('BAD_USER_INPUT', `pool.${setting} has no effect with the strategy ${strategy}.`, {
      hint: `Leave it out, or take the strategy ${strategiesThat(trait).join(' or ')}.`,
    });
  }
  const pool = { ...defaults, ...said, strategy };
  for (const name of [...SIZES, ...TIMES]) refuseSetting(`pool.${name}`, pool[name]);
  if ((said.min ?? 0) > pool.max) {
    throw new DragomanError('BAD_USER_INPUT', `pool.min (${pool.min}) is above pool.max (${pool.max}).`);
  }
  if ((said.idleTimeoutMs ?? 0) > (said.maxLifetimeMs ?? Infinity)) {
    throw new DragomanError('BAD_USER_INPUT', 'pool.idleTimeoutMs is longer than pool.maxLifetimeMs.', {
      hint: 'A connection is closed after its lifetime in any case: shorten the one, or lengthen the other.',
    });
  }
  return pool;
}

function ownStrategy(strategy: PoolStrategy): OwnPoolStrategy {
  if (strategy !== 'CLUSTERED') return strategy;
  throw new DragomanError('BAD_USER_INPUT', 'CLUSTERED is for the pool of a cluster, not for a single database.', {
    hint: `Take ${Object.keys(POOL_POLICIES).join(', ')}.`,
  });
}

function strategiesThat(trait: keyof PoolPolicy): string[] {
  return Object.entries(POOL_POLICIES).flatMap(([name, policy]) => (policy[trait] ? [name] : []));
}
