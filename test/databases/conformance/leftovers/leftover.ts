import { expect } from 'vitest';
import type { TestPipeline } from '../../../support/test-pipeline.js';

/** A request that may leave something behind. */
export type Leave = string | ((db: TestPipeline) => Promise<unknown>);

/** Requests in a row, by the path that they go if they are statements; `what` stands for them where they are none. */
export type Leftover = readonly [path: Path, leave: Leave | readonly Leave[], what?: string];

type Path = 'query' | 'execute';

/** What is tried on one engine. */
export interface Trial {
  /** Run outside, once. DATABASE_NAME stands for the database's name, here and below. */
  readonly schema: readonly string[];
  /** Expressions of text that show what a session has of its own. SEEDED stands for the first random number behind `seeded`. */
  readonly shown: Readonly<Record<string, string>>;
  /** The statement that gives that number. */
  readonly seeded?: string;
  /** Statements that show it where no expression does. */
  readonly told: readonly string[];
  /** What reads an expression where the text of a request does not show it: a view `view_name`, and a trigger on `spy_name`. */
  hidden(name: string, expression: string): readonly string[];
  readonly leftovers: readonly Leftover[];
}

/** Bytes that an answer may hold. */
export const MAX_RESULT_BYTES = 1_000_000;

/** After how long a slow request is cut off. */
const CUT_OFF_MS = 100;

/** A request that is cancelled while it runs. */
export const timedOut =
  (path: Path, sql: string): Leave =>
  async (db) =>
    await db[path](sql, undefined, { timeoutMs: CUT_OFF_MS });

/** A request whose client goes away while it runs. */
export const aborted =
  (path: Path, sql: string): Leave =>
  async (db) =>
    await db[path](sql, undefined, { signal: AbortSignal.timeout(CUT_OFF_MS) });

/** A request whose rows are more than are wanted. */
export const limited =
  (path: Path, sql: string): Leave =>
  async (db) => {
    const { truncated } = await db[path](sql, undefined, { maxRows: 1 });
    expect(truncated).toBe(true);
  };

/** One statement with two sets of values. */
export const many =
  (sql: string): Leave =>
  async (db) =>
    await db.executeMany(sql, [[1], [2]]);

/** How a row is called in the test's name. */
export const titleOf = ([path, leave, what]: Leftover): string => {
  const texts = [leave].flat().filter((each): each is string => typeof each === 'string');
  return `${path}: ${[what, texts.join('; ')].filter((part) => part !== undefined && part !== '').join(', ')}`;
};
