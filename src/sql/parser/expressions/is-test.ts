import type { Expression, IsTest } from '../../ast/index.js';
import type { InfixRule } from '../../dialects/grammar-rules.js';
import type { Cursor } from '../cursor.js';
import { parseExpression } from './expression.js';

const TESTS = ['NULL', 'TRUE', 'FALSE', 'UNKNOWN', 'DOCUMENT', 'NORMALIZED', 'JSON'] as const;
const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD'] as const;

/** x IS [NOT] (test | DISTINCT FROM y), and SQLite's x IS [NOT] y */
export function parseIs(cursor: Cursor, operand: Expression, { rule }: { rule: InfixRule }): Expression {
  cursor.expect('IS');
  const negated = cursor.take('NOT');
  if (cursor.take('DISTINCT', 'FROM')) {
    const right = parseExpression(cursor, rule.precedence + 1);
    return {
      kind: 'binary',
      operator: negated ? 'not-distinct' : 'distinct',
      left: operand,
      right,
      span: cursor.from(operand),
    };
  }
  return cursor.dialect.features.isComparesValues
    ? parseIsValue(cursor, operand, { rule, negated })
    : parseTest(cursor, operand, negated);
}

/** SQLite: IS NULL, IS TRUE and IS FALSE are tests, everything else is a comparison that takes NULLs for equal. */
function parseIsValue(
  cursor: Cursor,
  operand: Expression,
  { rule, negated }: { rule: InfixRule; negated: boolean },
): Expression {
  const right = parseExpression(cursor, rule.precedence + 1);
  const test = right.kind === 'null' ? 'NULL' : right.kind === 'boolean' ? (right.value ? 'TRUE' : 'FALSE') : undefined;
  const span = cursor.from(operand);
  if (test !== undefined) return { kind: 'is', negated, operand, test, span };
  return { kind: 'binary', operator: negated ? 'distinct' : 'not-distinct', left: operand, right, span };
}

function parseTest(cursor: Cursor, operand: Expression, negated: boolean): IsTest {
  const form = cursor.takeOneOf(...FORMS);
  const test = form === undefined ? cursor.takeOneOf(...TESTS) : 'NORMALIZED';
  if (form !== undefined) cursor.expect('NORMALIZED');
  if (test === undefined) return cursor.unexpected();
  const detail = test === 'JSON' ? jsonDetail(cursor) : (form ?? '');
  const node = { kind: 'is', negated, operand, test } as const;
  return detail === '' ? { ...node, span: cursor.from(operand) } : { ...node, detail, span: cursor.from(operand) };
}

/** [VALUE | ARRAY | OBJECT | SCALAR] [(WITH | WITHOUT) UNIQUE [KEYS]] */
function jsonDetail(cursor: Cursor): string {
  const type = cursor.takeOneOf('VALUE', 'ARRAY', 'OBJECT', 'SCALAR');
  const unique =
    cursor.at('WITH', 'UNIQUE') || cursor.at('WITHOUT', 'UNIQUE') ? cursor.takeOneOf('WITH', 'WITHOUT') : undefined;
  if (unique !== undefined) {
    cursor.expect('UNIQUE');
    cursor.take('KEYS');
  }
  return [type, unique && `${unique} UNIQUE KEYS`].filter((word) => word !== undefined).join(' ');
}
