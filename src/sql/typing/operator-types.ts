import type { Expression } from '../ast/index.js';
import { commonType } from './common-type.js';
import type { OperandPattern, OperatorRow, OperatorRule, TypeGroup } from './rules/operator-rules.js';
import type { TypingRules } from './rules/typing-rules.js';
import { plainType, type SqlType } from './sql-type.js';
import { nullableIfAny, type Typed } from './typed.js';

/** An operand: what is told of it, and the node itself. */
export interface Operand {
  readonly node: Expression;
  readonly typed: Typed;
}

/** Units of MySQL's intervals that turn a date into a time of a day. */
const CLOCK_UNIT = /HOUR|MINUTE|SECOND/;

/** What an operator between two operands gives, or before one (which is the right one). */
export function operatorType(
  rule: OperatorRule,
  operands: { readonly left?: Operand; readonly right: Operand },
  rules: TypingRules,
): Typed {
  const { left, right } = operands;
  const nulls = left === undefined ? [right.typed.nullable] : [left.typed.nullable, right.typed.nullable];
  const nullable = { STRICT: nullableIfAny(nulls), MAY: true, NEVER: false }[rule.nulls];
  return { type: resultType(rule, operands, rules), nullable };
}

function resultType(
  rule: OperatorRule,
  { left, right }: { readonly left?: Operand; readonly right: Operand },
  rules: TypingRules,
): SqlType | undefined {
  if (left === undefined) return answer(find(rule, undefined, nameOf(right), rules), right.typed, right.typed, rules);
  if ((left.typed.untyped === true) === (right.typed.untyped === true)) {
    return answer(find(rule, nameOf(left), nameOf(right), rules), left.typed, right.typed, rules);
  }
  // what has no type of its own is taken for the other operand's, else for its own, else for anything that fits
  const known = left.typed.untyped === true ? right : left;
  const alike = find(rule, nameOf(known), nameOf(known), rules);
  if (alike !== undefined) return answer(alike, known.typed, known.typed, rules);
  const exact = find(rule, nameOf(left), nameOf(right), rules);
  // of what nobody tells the type of, it can't be told what fits
  const row = exact ?? (nameOf(known) === undefined ? undefined : findLoosely(rule, left, right, rules));
  return answer(row, left.typed, right.typed, rules);
}

type OperandName = OperandPattern | undefined;

function nameOf({ node, typed: { type } }: Operand): OperandName {
  return node.kind === 'interval' && CLOCK_UNIT.test(node.unit) ? 'CLOCK_INTERVAL' : type?.type;
}

function find(rule: OperatorRule, left: OperandName, right: OperandName, rules: TypingRules): OperatorRow | undefined {
  return rule.rows.find(([first, second]) => fits(first, left, rules) && fits(second, right, rules));
}

/** The first row that fits the operand which has a type. */
function findLoosely(rule: OperatorRule, left: Operand, right: Operand, rules: TypingRules): OperatorRow | undefined {
  return rule.rows.find(([first, second]) =>
    left.typed.untyped === true ? fits(second, nameOf(right), rules) : fits(first, nameOf(left), rules),
  );
}

function fits(pattern: OperandPattern, name: OperandName, rules: TypingRules): boolean {
  if (pattern === 'ANY' || pattern === name) return true;
  const group = rules.groups[pattern as TypeGroup] as ReadonlySet<OperandName> | undefined;
  return group?.has(name) === true;
}

function answer(row: OperatorRow | undefined, left: Typed, right: Typed, rules: TypingRules): SqlType | undefined {
  const result = row?.[2];
  switch (result) {
    case undefined:
      return undefined;
    case 'LEFT':
      return left.type;
    case 'RIGHT':
      return right.type;
    case 'COMMON':
      return withoutScale(commonType([left, right], rules.common));
    default:
      return plainType(result);
  }
}

/** The digits that are declared of both operands say nothing of a product. */
function withoutScale(type: SqlType | undefined): SqlType | undefined {
  return type?.scale === undefined ? type : plainType(type.type);
}
