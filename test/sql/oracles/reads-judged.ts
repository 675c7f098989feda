import fc from 'fast-check';
import { DragomanError } from '../../../src/errors/index.js';
import { analyse, dialects, parseStatement } from '../../../src/sql/index.js';
import { SEED } from '../fuzz.js';
import { withPlainPlaceholders } from './plain-placeholders.js';
import { WriteJudge } from './write-judge.js';

/** Whether a statement is said to read and nothing else. */
function isSaidToRead(sql: string): boolean {
  try {
    return analyse(parseStatement(sql, dialects.SQLITE), dialects.SQLITE).reads === 'YES';
  } catch (error) {
    if (error instanceof DragomanError) return false;
    throw error;
  }
}

/** Fails with the first statement that is said to read, and writes. Answers how many were judged. */
export async function judgeReads(statements: fc.Arbitrary<string>, numRuns: number): Promise<number> {
  const judge = new WriteJudge();
  await judge.open();
  let judged = 0;
  try {
    await fc.assert(
      fc.asyncProperty(statements, async (sql) => {
        if (!isSaidToRead(sql)) return;
        judged += 1;
        if (await judge.writes(withPlainPlaceholders(sql, 'SQLITE', 'NULL'))) throw new Error(`It writes:\n${sql}`);
      }),
      { numRuns, endOnFailure: true, seed: SEED },
    );
  } finally {
    judge.close();
  }
  return judged;
}
