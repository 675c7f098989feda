import type { Expression } from '../../ast/index.js';
import type { Scope } from '../scope.js';
import type { Typed } from '../typed.js';

/** What is told of the expressions of one kind. */
export type TypeRule<Kind extends Expression['kind']> = (
  node: Extract<Expression, { kind: Kind }>,
  scope: Scope,
) => Typed;

/** The same for some kinds: the tables of the families are this, together they have every kind. */
export type TypeRules<Kind extends Expression['kind']> = { readonly [K in Kind]: TypeRule<K> };
