import type { BinaryExpression, Expression, OperatorExpression } from '../../ast/index.js';
import { operatorType, type Operand } from '../operator-types.js';
import type { OperatorRule } from '../rules/operator-rules.js';
import type { Scope } from '../scope.js';
import { nullableIfAny, typed, UNKNOWN, type Typed } from '../typed.js';
import type { TypeRules } from './type-rule.js';

/** A truth value that is NULL if any of these is. */
export const truthOf = (operands: readonly Expression[], scope: Scope): Typed =>
  typed('BOOLEAN', nullableIfAny(operands.map((operand) => scope.typeOf(operand).nullable)));

const operandOf = (node: Expression, scope: Scope): Operand => ({ node, typed: scope.typeOf(node) });

export const operators: TypeRules<'unary' | 'binary' | 'logical' | 'operator' | 'collate' | 'at-time-zone'> = {
  unary: ({ operator, operand }, scope) => {
    const { rules } = scope.context;
    // a number with its sign is a literal still
    if (operator === 'minus' && operand.kind === 'number') return scope.typeOf(operand);
    return operatorType(rules.unary[operator], { right: operandOf(operand, scope) }, rules);
  },
  binary: typeOfBinary,
  logical: ({ operands }, scope) => truthOf(operands, scope),
  operator: (node, scope) => {
    const rule = ruleOfSymbol(node, scope);
    return rule === undefined ? UNKNOWN : between(rule, node.left, node.right, scope);
  },
  collate: ({ operand }, scope) => {
    const { type, nullable } = scope.typeOf(operand);
    return { type: type ?? typed('TEXT', false).type, nullable };
  },
  'at-time-zone': ({ operand, zone }, scope) => {
    const { type, nullable } = scope.typeOf(operand);
    const nulls = zone === undefined ? [nullable] : [nullable, scope.typeOf(zone).nullable];
    return typed(type === undefined ? undefined : ZONED[type.type], nullableIfAny(nulls));
  },
};

/** With a zone, a moment becomes what its clocks show, and what they show a moment. */
const ZONED: Readonly<Partial<Record<string, 'TIMESTAMP' | 'TIMESTAMPTZ' | 'TIME'>>> = {
  TIMESTAMP: 'TIMESTAMPTZ',
  TIMESTAMPTZ: 'TIMESTAMP',
  DATE: 'TIMESTAMP',
  TEXT: 'TIMESTAMP',
  TIME: 'TIME',
};

/** `a + b + c` is a chain to the left, which is gone along from its other end: it may be long. */
function typeOfBinary(node: BinaryExpression, scope: Scope): Typed {
  const inner: BinaryExpression[] = [];
  for (let left = node.left; left.kind === 'binary' && !scope.context.isTyped(left); left = left.left) inner.push(left);
  for (const left of inner.reverse()) scope.typeOf(left);
  return between(scope.context.rules.binary[node.operator], node.left, node.right, scope);
}

function between(rule: OperatorRule, left: Expression | undefined, right: Expression, scope: Scope): Typed {
  const operands = { ...(left !== undefined && { left: operandOf(left, scope) }), right: operandOf(right, scope) };
  return operatorType(rule, operands, scope.context.rules);
}

/** The rule of an operator that is given by its sign, which may be one with a meaning: OPERATOR(pg_catalog.+). */
function ruleOfSymbol({ symbol, schema, left }: OperatorExpression, scope: Scope): OperatorRule | undefined {
  const { rules, dialect } = scope.context;
  const [path] = schema?.parts ?? [];
  if (path !== undefined && scope.fold(path) !== dialect.statements.systemSchema) return undefined;
  if (left === undefined) return rules.prefixSymbols.get(symbol);
  const reads = dialect.operators.infix.get(symbol)?.reads;
  return (
    rules.symbols.get(symbol) ?? (reads !== undefined && 'binary' in reads ? rules.binary[reads.binary] : undefined)
  );
}
