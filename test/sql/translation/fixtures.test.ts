import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import { dialects, parseStatement, translateStatement, type DialectName } from '../../../src/sql/index.js';
import { familiesOf, fixturesOf } from '../fixtures/read-fixtures.js';

const DIALECTS: readonly DialectName[] = ['POSTGRESQL', 'MYSQL', 'SQLITE'];

/** What becomes of a statement: a text that the target's grammar reads, or a refusal with its place. */
function outcome(sql: string, from: DialectName, to: DialectName): string {
  const tree = parseStatement(sql, dialects[from]);
  try {
    const made = translateStatement(tree, sql, { from: dialects[from], to: dialects[to] });
    for (const statement of made.statements) parseStatement(statement, dialects[to]);
    return 'translated';
  } catch (error) {
    if (!(error instanceof DragomanError)) return `${sql}\n${String((error as Error).stack)}`;
    const { code, details } = error;
    return code === 'UNTRANSLATABLE' && details.position !== undefined
      ? 'refused'
      : `${sql}\n${code}: ${error.message}`;
  }
}

describe('statements of all kinds', () => {
  it.each(DIALECTS.flatMap((from) => DIALECTS.filter((to) => to !== from).map((to) => [from, to] as const)))(
    'from %s to %s are translated into what can be read there, or refused with a place',
    (from, to) => {
      const seen = { translated: 0, refused: 0 };
      const wrong: string[] = [];
      for (const { sql } of familiesOf(from).flatMap((family) => fixturesOf(from, family))) {
        const found = outcome(sql, from, to);
        if (found === 'translated' || found === 'refused') seen[found] += 1;
        else wrong.push(found);
      }
      expect(wrong).toEqual([]);
      expect(seen.translated).toBeGreaterThan(20);
    },
  );
});
