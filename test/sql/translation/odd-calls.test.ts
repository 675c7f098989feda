import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import { dialects, parseStatement, translateStatement, type DialectName } from '../../../src/sql/index.js';

function translated(sql: string, from: DialectName, to: DialectName): string {
  return translateStatement(parseStatement(sql, dialects[from]), sql, { from: dialects[from], to: dialects[to] }).sql;
}

describe('calls that no engine takes', () => {
  it.each<[string, DialectName, DialectName]>([
    ['SELECT left(name) FROM t', 'POSTGRESQL', 'SQLITE'],
    ['SELECT LOCATE(name) FROM t', 'MYSQL', 'POSTGRESQL'],
    ['SELECT FIND_IN_SET(name) FROM t', 'MYSQL', 'SQLITE'],
  ])('are refused with their place: %s', (sql, from, to) => {
    expect(() => translated(sql, from, to)).toThrow(
      expect.objectContaining({
        code: 'UNTRANSLATABLE',
        details: expect.objectContaining({ position: { line: 1, column: 8 } }),
      }),
    );
  });

  it.each(['2147483647', '1.5', '18446744073709551615'])('of a character by the code %s are no fault', (code) => {
    const sql = `SELECT group_concat(name, char(${code})) FROM t`;
    const outcome = (): string => {
      try {
        return translated(sql, 'SQLITE', 'MYSQL');
      } catch (error) {
        if (error instanceof DragomanError) return error.code;
        throw error;
      }
    };
    expect(outcome()).toMatch(/^(UNTRANSLATABLE$|SELECT)/);
  });
});
