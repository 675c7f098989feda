import { z } from 'zod';
import type { PoolConfig } from './config.js';
import { duration, integer, mapping, MAX_INT } from './field-schemas.js';
import { misfit, wordedMessage, type Expectation } from './wording.js';

/** The strategies as the file writes them. */
const STRATEGY_WORDS = ['advanced', 'simple', 'none'] as const;
type StrategyWord = (typeof STRATEGY_WORDS)[number];

const STRATEGY: Expectation = { what: 'pool strategy', write: 'advanced, simple or none', type: 'string' };

/** Keys that say something only with some strategies. */
const SPECIAL_KEYS = {
  min: ['advanced', 'simple'],
  idleTimeout: ['advanced', 'simple'],
  maxLifetime: ['advanced'],
} as const satisfies Record<string, readonly StrategyWord[]>;

/** What they have where they are left out. */
const DEFAULTS = { min: 1, idleTimeout: '30s', maxLifetime: '30m' } as const;

const bounds = z.object({ min: z.int().min(0), max: z.int().min(1) });
const limits = z.object({ idleTimeout: z.number(), maxLifetime: z.number() });

/** How many there may be. */
export const poolSizes = {
  min: integer(0, 1000, 1),
  max: integer(1, 1000, 16),
  maxWaiting: integer(0, MAX_INT, 200),
} as const;

const strategy = z.enum(STRATEGY_WORDS, {
  error: ({ input }) =>
    input === 'clustered'
      ? wordedMessage('clustered goes with a cluster only', `write ${STRATEGY.write}`)
      : misfit(input, STRATEGY),
});

/** `pool:` of a database. What not every strategy takes is left out here, and completed by `toPool`. */
export const pool = mapping({
  strategy: strategy
    .prefault('advanced')
    .describe(
      'advanced opens min connections ahead, replaces old ones and validates those that were idle for long; simple opens ' +
        'on demand and keeps; none opens one for each request.',
    ),
  min: poolSizes.min
    .optional()
    .describe('Connections that are kept open; not with none.')
    .meta({ default: DEFAULTS.min }),
  max: poolSizes.max.prefault(16).describe('Connections that may be open at once.'),
  acquireTimeout: duration.prefault('5s').describe('How long a request waits for a connection.'),
  idleTimeout: duration
    .optional()
    .describe('How long a connection above min may lie unused before it is closed; not with none.')
    .meta({ default: DEFAULTS.idleTimeout }),
  maxLifetime: duration
    .optional()
    .describe('How old a connection may become before it is replaced; with advanced only.')
    .meta({ default: DEFAULTS.maxLifetime }),
  maxWaiting: poolSizes.maxWaiting.prefault(200).describe('How many requests may wait for a connection at once.'),
}).superRefine(checkTogether, {
  // Without this a mistake in another key of the pool would hide these.
  when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value),
});

/** Keys that contradict each other. Each may itself be wrong or missing. */
function checkTogether(
  entry: Readonly<Partial<Record<'strategy' | 'max' | keyof typeof SPECIAL_KEYS, unknown>>>,
  { addIssue }: Pick<z.core.$RefinementCtx, 'addIssue'>,
): void {
  const complain = (key: string, message: string, hint: string): void =>
    addIssue({ code: 'custom', path: [key], message: wordedMessage(message, hint) });
  for (const [key, goesWith] of Object.entries(SPECIAL_KEYS)) {
    const word = STRATEGY_WORDS.find((known) => known === entry.strategy);
    if (word === undefined || entry[key as keyof typeof SPECIAL_KEYS] === undefined) continue;
    if ((goesWith as readonly StrategyWord[]).includes(word)) continue;
    complain(
      key,
      `${key} has no effect with the strategy ${word}`,
      `leave it out, or take the strategy ${goesWith.join(' or ')}`,
    );
  }
  const sized = bounds.safeParse({ ...entry, min: entry.min ?? 0 });
  if (sized.success && sized.data.min > sized.data.max) {
    const { min, max } = sized.data;
    complain('min', `${min} is more than max, which is ${max}`, 'write a smaller min or a larger max');
  }
  const aged = limits.safeParse(entry);
  if (aged.success && aged.data.idleTimeout > aged.data.maxLifetime) {
    complain(
      'idleTimeout',
      'is longer than maxLifetime, which closes every connection sooner',
      'write a shorter idleTimeout or a longer maxLifetime',
    );
  }
}

/** The pool as the service takes it. */
export function toPool({
  strategy: word,
  acquireTimeout,
  idleTimeout,
  maxLifetime,
  min,
  ...rest
}: z.output<typeof pool>): PoolConfig {
  return {
    ...rest,
    strategy: word.toUpperCase() as Uppercase<StrategyWord>,
    min: min ?? DEFAULTS.min,
    acquireTimeoutMs: acquireTimeout,
    idleTimeoutMs: idleTimeout ?? duration.parse(DEFAULTS.idleTimeout),
    maxLifetimeMs: maxLifetime ?? duration.parse(DEFAULTS.maxLifetime),
  };
}
