import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import { dialects, parseStatement, translateStatement, type DialectName } from '../../../src/sql/index.js';
import { expectToEndWell, SEED, strangeCalls, strangeStatements } from './strange-statements.js';

describe('what nobody writes is translated, or refused with a place, and soon', () => {
  it('statements with other values and arguments', () => {
    fc.assert(fc.property(strangeStatements, expectToEndWell), { numRuns: 1000, seed: SEED });
  });

  it('calls of all functions', () => {
    fc.assert(fc.property(strangeCalls, expectToEndWell), { numRuns: 2000, seed: SEED });
  });
});

function messageOf(sql: string, from: DialectName, to: DialectName): string {
  try {
    return translateStatement(parseStatement(sql, dialects[from]), sql, { from: dialects[from], to: dialects[to] }).sql;
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    return error.message;
  }
}

describe('a call says with how many arguments its function is called', () => {
  it.each<[string, DialectName, DialectName, string]>([
    ["SELECT STR_TO_DATE('x')", 'MYSQL', 'POSTGRESQL', '`STR_TO_DATE` takes 2 arguments, and not 1.'],
    ["SELECT DATEDIFF('x')", 'MYSQL', 'SQLITE', '`DATEDIFF` takes 2 arguments, and not 1.'],
    ['SELECT DATE_ADD(x)', 'MYSQL', 'SQLITE', '`DATE_ADD` takes 2 arguments, and not 1.'],
    ['SELECT lpad(x)', 'POSTGRESQL', 'SQLITE', '`lpad` takes 2 to 3 arguments, and not 1.'],
    ['SELECT coalesce(x)', 'SQLITE', 'MYSQL', '`coalesce` takes 2 arguments or more, and not 1.'],
    ['SELECT trim()', 'POSTGRESQL', 'MYSQL', '`trim` takes 1 argument, or 2 arguments, and not 0.'],
    ['SELECT UUID(1)', 'MYSQL', 'POSTGRESQL', '`UUID` takes no arguments, and not 1.'],
  ])('%s', (sql, from, to, message) => {
    expect(messageOf(sql, from, to)).toBe(message);
  });

  it('and says nothing of a function of somebody’s own', () => {
    expect(messageOf('SELECT own.lpad(x)', 'POSTGRESQL', 'SQLITE')).toContain('is not known');
  });
});

describe('the arguments of a function in FROM know nothing of its rows', () => {
  it.each<[string, DialectName, DialectName]>([
    ["SELECT x FROM t, unnest(string_to_array(x, ',')) AS x", 'POSTGRESQL', 'MYSQL'],
    ["SELECT x FROM t, unnest(string_to_array(x, ',')) AS x", 'POSTGRESQL', 'SQLITE'],
    ['SELECT value FROM json_each(id)', 'SQLITE', 'POSTGRESQL'],
    ['SELECT value FROM json_each(id)', 'SQLITE', 'MYSQL'],
  ])('%s from %s to %s', (sql, from, to) => {
    expect(messageOf(sql, from, to)).not.toBe('');
  });
});

describe('a star beside the rows of a function', () => {
  it('is that of each table, where nobody tells their columns', () => {
    const made = messageOf('SELECT * FROM orders, json_each(a) AS x', 'POSTGRESQL', 'SQLITE');
    expect(made).toMatch(/^SELECT orders\.\*, x\.key AS key,/);
  });
});
