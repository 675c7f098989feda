/** What can be told of expressions: a table of rules by their kind. */
import type { Expression } from '../../ast/index.js';
import type { Scope } from '../scope.js';
import type { Typed } from '../typed.js';
import { calls } from './calls.js';
import { literals } from './literals.js';
import { operators } from './operators.js';
import { tests } from './tests.js';
import type { TypeRule, TypeRules } from './type-rule.js';
import { values } from './values.js';

const RULES: TypeRules<Expression['kind']> = { ...literals, ...operators, ...tests, ...values, ...calls };

/** Type and nullability of an expression whose names mean what `scope` says. */
export function expressionType(expression: Expression, scope: Scope): Typed {
  const rule = RULES[expression.kind] as TypeRule<Expression['kind']>;
  return rule(expression, scope);
}
