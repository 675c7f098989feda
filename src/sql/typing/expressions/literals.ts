import { asked, type NumberLiteral } from '../../ast/index.js';
import type { LiteralRules } from '../rules/typing-rules.js';
import type { Scope } from '../scope.js';
import { plainType, SQL_TYPE_NAMES, type SqlTypeName } from '../sql-type.js';
import { typeOfCastTo } from '../type-names/index.js';
import { typed, UNKNOWN, type Typed } from '../typed.js';
import type { TypeRules } from './type-rule.js';

/** A value whose type its surroundings decide, where the dialect has such. */
function untyped(type: SqlTypeName | undefined, nullable: boolean | undefined, scope: Scope): Typed {
  const value = typed(type, nullable);
  return scope.context.rules.literals.untyped ? { ...value, untyped: true } : value;
}

export const literals: TypeRules<
  | 'null'
  | 'boolean'
  | 'number'
  | 'string'
  | 'bytes'
  | 'bits'
  | 'typed-literal'
  | 'interval'
  | 'parameter'
  | 'variable'
  | 'variable-assignment'
  | 'keyword'
  | 'raise'
> = {
  null: (_, scope) => ({ ...typed(scope.context.rules.literals.null, true), untyped: true }),
  boolean: () => typed('BOOLEAN', false),
  number: (node, scope) => NUMBERS[typeOfNumber(node, scope)],
  string: (_, scope) => untyped('TEXT', false, scope),
  bytes: () => typed('BINARY', false),
  bits: (_, scope) => typed(scope.context.rules.literals.bits, false),
  'typed-literal': ({ type }, scope) => ({ type: typeOfCastTo(type, scope.context.dialect), nullable: false }),
  interval: ({ value }, scope) => ({ type: plainType('INTERVAL'), nullable: scope.typeOf(value).nullable }),
  parameter: (_, scope) => untyped(undefined, undefined, scope),
  variable: () => UNKNOWN,
  'variable-assignment': ({ value }, scope) => scope.typeOf(value),
  keyword: () => UNKNOWN,
  raise: () => UNKNOWN,
};

const NUMBERS = Object.fromEntries(SQL_TYPE_NAMES.map((name) => [name, typed(name, false)])) as Readonly<
  Record<SqlTypeName, Typed>
>;

const FEW_DIGITS = /^\d{1,15}$/;

/** Whole numbers of more digits than this are no integers anywhere, and slow to read. */
const MOST_DIGITS = 24;

function typeOfNumber(node: NumberLiteral, scope: Scope): SqlTypeName {
  return asked(node, questionOf(scope.context.rules.literals));
}

/** Each of the rules asks one question, however many numbers there are. */
const questions = new WeakMap<LiteralRules, (content: string) => SqlTypeName>();

function questionOf(rules: LiteralRules): (content: string) => SqlTypeName {
  const known = questions.get(rules);
  if (known !== undefined) return known;
  const question = (content: string): SqlTypeName => typeOfDigits(content, rules);
  questions.set(rules, question);
  return question;
}

function typeOfDigits(text: string, { whole, huge, fraction, exponent }: LiteralRules): SqlTypeName {
  const typeOf = (value: number | bigint): SqlTypeName => whole.find(([greatest]) => value <= greatest)?.[1] ?? huge;
  if (FEW_DIGITS.test(text)) return typeOf(Number(text));
  const hasRadix = /^0[xob]/i.test(text);
  if (!hasRadix && /e/i.test(text)) return exponent;
  if (text.includes('.')) return fraction;
  if (text.length > MOST_DIGITS) return hasRadix ? (whole[whole.length - 1]?.[1] ?? huge) : huge;
  return typeOf(BigInt(text));
}
