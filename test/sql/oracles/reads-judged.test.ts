import { describe, expect, it } from 'vitest';
import { analyse, dialects, parseStatement } from '../../../src/sql/index.js';
import { allFixtures } from '../fixtures/read-fixtures.js';
import { mutants } from '../fuzz.js';
import { withPlainPlaceholders } from './plain-placeholders.js';
import { judgeReads } from './reads-judged.js';
import { WriteJudge } from './write-judge.js';

describe('what is said to read writes nothing, by SQLite itself', () => {
  it('statements of the fixtures', async () => {
    const judge = new WriteJudge();
    await judge.open();
    let judged = 0;
    for (const { sql } of allFixtures('SQLITE')) {
      if (analyse(parseStatement(sql, dialects.SQLITE), dialects.SQLITE).reads !== 'YES') continue;
      judged += 1;
      expect(await judge.writes(withPlainPlaceholders(sql, 'SQLITE', 'NULL')), sql).toBe(false);
    }
    judge.close();
    expect(judged).toBeGreaterThan(300);
  });

  it('mutants of them', async () => {
    expect(await judgeReads(mutants('SQLITE'), 2_000)).toBeGreaterThan(30);
  });

  it('and the judge sees what does write', async () => {
    const judge = new WriteJudge();
    await judge.open();
    for (const sql of [
      'DELETE FROM customers',
      'PRAGMA user_version = 7',
      "ATTACH ':memory:' AS beside",
      'CREATE TABLE made (a)',
    ]) {
      expect(await judge.writes(sql), sql).toBe(true);
    }
    judge.close();
  });
});
