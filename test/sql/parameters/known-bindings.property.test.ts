import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DragomanError } from '../../../src/errors/index.js';
import { bindParameters, dialects, splitStatements, type StatementText } from '../../../src/sql/index.js';

const STATEMENTS = [
  'SELECT 1',
  'a = ?',
  'a IN (?) AND b = ?',
  'f($2, $1, $2)',
  'f(:b, :a, :b)',
  'a IN (:a) OR a IN (:b)',
];

function read(sql: string): StatementText {
  const [statement] = splitStatements(sql, dialects.POSTGRESQL);
  if (statement === undefined) throw new Error('no statement');
  return statement;
}

function outcome(statement: StatementText, params: unknown): unknown {
  try {
    return bindParameters(statement, dialects.POSTGRESQL, params);
  } catch (error) {
    if (!(error instanceof DragomanError)) throw error;
    return [error.code, error.message, error.details];
  }
}

const value = fc.oneof(fc.integer(), fc.constant(null), fc.array(fc.integer(), { maxLength: 3 }));
const params = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.constant(7),
  fc.array(value, { maxLength: 3 }),
  fc.dictionary(fc.constantFrom('a', 'b', 'c', 'constructor'), value, { maxKeys: 3 }),
);

it('a statement that was bound before is bound as if it never was', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STATEMENTS), fc.array(params, { minLength: 2, maxLength: 8 }), (sql, given) => {
      const statement = read(sql);
      for (const each of given) expect(outcome(statement, each)).toEqual(outcome(read(sql), each));
    }),
    { numRuns: 2000 },
  );
});
